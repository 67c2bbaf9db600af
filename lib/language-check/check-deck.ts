import type { Language } from "../contract/languages.ts";
import { checkAltOpening } from "./alt-texts.ts";
import { bearsArticles, checkArticle } from "./articles.ts";
import { checkCharacters, checkDigits, checkNameEdges, holdsDigits } from "./characters.ts";
import { checkDuplicate, findNamesakes } from "./duplicates.ts";
import {
  type CheckedCard,
  type Finding,
  readWord,
  rules,
  textFields,
  type Verdict,
  type WordField,
} from "./finding.ts";
import { checkGermanCapital } from "./german-capital.ts";
import { checkAllCapitals, checkFirstLetter, type LetterStyle, styleOf } from "./letter-case.ts";
import { checkAltLength, checkFact, checkNameLength } from "./sentences.ts";
import { checkTranslated } from "./untranslated.ts";

/** What the names of a deck have in common in one language. */
interface Habits {
  letters: LetterStyle;
  articles: boolean;
  digits: boolean;
  altTexts: boolean;
  namesakes: ReturnType<typeof findNamesakes>;
}

function habitsOf(cards: readonly CheckedCard[], language: Language): Habits {
  const names = cards.flatMap((card) => readWord(card, language, "name") ?? []);
  return {
    letters: styleOf(names, language),
    articles: bearsArticles(names, language),
    digits: holdsDigits(names),
    altTexts: cards.some((card) => readWord(card, language, "alt_text") !== null),
    namesakes: findNamesakes(cards, language),
  };
}

function checkName(card: CheckedCard, language: Language, all: readonly Language[], habits: Habits) {
  const name = card.names[language];
  if (!name?.trim()) return [{ rule: "missing_name", severity: "error" }] satisfies Verdict[];
  const namesakes = habits.namesakes.get(card.id);
  const found: (Verdict | null)[] = [
    ...checkCharacters(name, language),
    ...checkNameEdges(name),
    card.texts[language]?.needs_review ? { rule: "needs_review", severity: "hint" } : null,
    namesakes ? checkDuplicate(card, namesakes, language, all) : null,
    checkTranslated(card.names, language),
    checkArticle(name, language, habits.articles, habits.letters === "large" && language !== "de"),
    checkAllCapitals(name, language, habits.letters),
    checkDigits(card.names, language, habits.digits),
    checkNameLength(name),
  ];
  if (language !== "de") found.push(checkFirstLetter(card.names, language, habits.letters));
  else if (habits.letters !== "capitals") found.push(checkGermanCapital(card.names));
  return found.filter((verdict) => verdict !== null);
}

function checkTexts(card: CheckedCard, language: Language, field: WordField, habits: Habits): Verdict[] {
  const text = readWord(card, language, field);
  const name = readWord(card, language, "name");
  if (text === null) {
    if (field !== "alt_text" || name === null) return [];
    return [{ rule: "missing_alt", severity: habits.altTexts ? "warning" : "hint" }];
  }
  const found = checkCharacters(text, language);
  if (field === "fun_fact") return [...found, ...checkFact(text)];
  if (field === "speak_as" || field === "story") return found;
  const own = [checkAltOpening(text, language, name), checkAltLength(text)];
  return [...found, ...own.filter((verdict) => verdict !== null)];
}

/**
 * Everything that a person should look at in the names and texts of a deck, card by card and language by language; within a
 * place in the order of `rules`. Habits of a deck count: what most names do is right.
 */
export function checkDeck(cards: readonly CheckedCard[], languages: readonly Language[]): Finding[] {
  const habits = new Map(languages.map((language) => [language, habitsOf(cards, language)]));
  const found: Finding[] = [];
  for (const card of cards)
    for (const language of languages) {
      const ours = habits.get(language) as Habits;
      const place = { cardId: card.id, language };
      const note = (field: WordField, verdicts: Verdict[]) => {
        const sorted = verdicts.toSorted((one, other) => rules.indexOf(one.rule) - rules.indexOf(other.rule));
        found.push(...sorted.map((verdict) => ({ ...place, field, ...verdict })));
      };
      note("name", checkName(card, language, languages, ours));
      for (const field of textFields) note(field, checkTexts(card, language, field, ours));
    }
  return found;
}
