import { type Concept, findConcept, findNamed, foldWord, type Language } from "../art/catalogue.ts";
import { chooseSetting, recogniseTheme } from "../scene/setting.ts";
import { findThemes } from "../words/lexicon.ts";
import { identify } from "../words/search.ts";
import { altText } from "./alt-text.ts";
import { funFact } from "./fun-fact.ts";
import { nounPhrase } from "./grammar/noun-phrase.ts";
import { kindOf, type StoryClass } from "./kinds.ts";
import type { Manner } from "./manner.ts";
import { story } from "./story.ts";
import { wordAltText, wordFact, wordStory } from "./word-texts.ts";

/** What texts are asked for: a concept by key or name, the names on its card, and the deck's theme in free words. */
export interface TextOrder {
  concept: string;
  key?: string | null;
  names?: Partial<Record<Language, string>>;
  theme?: string | null;
  manner: Manner;
}

/** The texts of a card in one language, and what the fun fact is about. */
export interface CardTexts {
  alt_text: string;
  fun_fact: string;
  story: string;
  source: "concept" | "kind" | "word";
}

/** The concept that a card is about, or null when the catalogue has no such thing. */
export function subjectOf({ concept, key }: TextOrder): Concept | null {
  return (key ? findConcept(key) : null) ?? findConcept(concept) ?? identify(concept);
}

/** A card whose word was changed to another thing that the catalogue has is about that thing. */
function subjectIn(language: Language, subject: Concept | null, name: string | undefined): Concept | null {
  if (!name || (subject && foldWord(subject.names[language]) === foldWord(name))) return subject;
  return findNamed(foldWord(name), language) ?? subject;
}

function placeOf(concept: Concept, theme: string | null | undefined) {
  const text = theme ?? "";
  const known = recogniseTheme(text) ?? findThemes(text)[0]?.key ?? null;
  return chooseSetting(concept.art, concept.themes, known);
}

/** Feelings, colours and numbers have no place: their pictures stand for the word. */
function isSaidBare(storyClass: StoryClass): storyClass is "feeling" | "colour" | "number" {
  return storyClass === "feeling" || storyClass === "colour" || storyClass === "number";
}

function wordTexts(language: Language, name: string, manner: Manner): CardTexts {
  return {
    alt_text: wordAltText(language, name, "alt", manner.seed),
    fun_fact: wordFact(language, name, manner),
    story: wordStory(language, name, manner),
    source: "word",
  };
}

/**
 * Alternative text, fun fact and story of a card in one language. A thing, or a name on the card, that is not known gets
 * texts about the word alone, which claim nothing of the thing.
 */
export function writeTexts(order: TextOrder, language: Language): CardTexts {
  const { manner, names, theme } = order;
  const given = names?.[language]?.trim() || undefined;
  const subject = subjectIn(language, subjectOf(order), given);
  if (!subject) return wordTexts(language, given ?? order.concept, manner);
  const own = subject.names[language];
  // Of a concept that nobody has sorted yet, what is told of things to look at is safe.
  const kind = kindOf(subject) ?? { name: null, story: "sight" as const };
  const phrase = nounPhrase(subject, language, given);
  if (!phrase) return wordTexts(language, given ?? own, manner);
  const fact = funFact(language, subject.key, kind.name, manner);
  const place = placeOf(subject, theme);
  return {
    alt_text: isSaidBare(kind.story)
      ? wordAltText(language, own, kind.story, manner.seed)
      : altText(language, subject.key, phrase, place, manner.seed),
    fun_fact: fact?.text ?? wordFact(language, own, manner),
    story: story(language, subject.key, kind.story, phrase, place, manner),
    source: fact?.source ?? "word",
  };
}
