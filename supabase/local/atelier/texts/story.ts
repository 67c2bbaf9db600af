import type { Language } from "../art/catalogue.ts";
import type { EnvironmentName } from "../scene/environments/index.ts";
import { choose } from "./choice.ts";
import { fillTemplate, type Slots } from "./fill-template.ts";
import type { NounPhrase } from "./grammar/noun-phrase.ts";
import type { StoryClass } from "./kinds.ts";
import type { Manner, Tone } from "./manner.ts";
import de from "./stories/de.json" with { type: "json" };
import en from "./stories/en.json" with { type: "json" };
import es from "./stories/es.json" with { type: "json" };
import fr from "./stories/fr.json" with { type: "json" };
import it from "./stories/it.json" with { type: "json" };
import places from "./story-places.json" with { type: "json" };
import { typeset } from "./typeset.ts";

/** The stories of one language. A template is two sentences; see `fillTemplate` for its signs. */
export interface StoryBook {
  girls: string[];
  boys: string[];
  /** What somebody does who feels like that, by concept. */
  feelings: Record<string, string>;
  stories: Record<StoryClass, Record<Tone, string[]>>;
}

/** All stories by language. */
export const storyBooks: Readonly<Record<Language, StoryBook>> = { fr, en, es, it, de };

/** A girl and a boy of a story, in either order: the plural of the two is then sure in every language. */
export function castOf(language: Language, key: string, seed: number): { child: string; friend: string } {
  const { girls, boys } = storyBooks[language];
  const girl = choose(girls, `${key} girl`, seed);
  const boy = choose(boys, `${key} boy`, seed + Math.floor(seed / boys.length));
  return seed % 2 === 0 ? { child: girl, friend: boy } : { child: boy, friend: girl };
}

/** A story of two sentences about the thing. */
export function story(
  language: Language,
  key: string,
  storyClass: StoryClass,
  phrase: NounPhrase,
  place: EnvironmentName,
  { tone, isForSmall, seed }: Manner,
): string {
  const book = storyBooks[language];
  const cast = castOf(language, key, seed);
  const where = choose(places[language][place], `${key} place`, seed);
  const slots: Slots = { ...cast, ...phrase, form: "", dem: phrase.to, vom: phrase.of, place: where };
  const feeling = fillTemplate(book.feelings[key] ?? "", slots, phrase.form, isForSmall);
  const template = choose(book.stories[storyClass][tone], `${key} story ${tone}`, seed);
  return typeset(language, fillTemplate(template, { ...slots, feeling }, phrase.form, isForSmall));
}
