import {
  type Concept,
  conceptsOfTheme,
  findConcept,
  foldWord,
  LANGUAGES,
  type Language,
} from "../art/catalogue.ts";
import { hasArt } from "../art/figure.ts";
import { isLetter } from "../scene/letters.ts";
import { guessLanguage } from "../scene/subject.ts";
import { findThemes } from "../words/lexicon.ts";
import { identify } from "../words/search.ts";

/** One card of the deck: the art that shows it and the word under it. */
export type Card = { token: string; name: string; concept: Concept | null };

export type Deck = {
  title: string;
  /** Key of the theme in the lexicon, else null. */
  theme: string | null;
  cards: Card[];
  language: Language;
};

export type DeckInput = {
  title?: string | null | undefined;
  theme?: string | null | undefined;
  concepts?: readonly string[] | undefined;
  names?: readonly string[] | undefined;
  language?: Language | null | undefined;
};

const UNKNOWN_ART = "wrapped-gift";
const USUAL_COUNT = 10;

/**
 * Reads a deck: concepts may be keys or words in any language; without any the theme's own stand in. A title that
 * cannot be lettered gives way to the theme's.
 */
export function readDeck({ title, theme, concepts = [], names = [], language }: DeckInput): Deck {
  const found = theme ? findThemes(theme)[0] : undefined;
  const typed = concepts.map((text) => text.trim()).filter(Boolean);
  const spoken = language ?? languageOf(title ?? "", theme ?? "", [...typed, ...names]);
  const keys = typed.length ? typed : standIns(found?.concepts, found?.key, theme);
  const cards = keys.map((text, at): Card => {
    const concept = findConcept(text, spoken) ?? identify(text, spoken);
    const name = names[at]?.trim() || nameOf(text, concept, spoken);
    const token = concept && hasArt(concept.art) ? concept.art : UNKNOWN_ART;
    return { token, name: capital(spellable(name)), concept };
  });
  const themeTitle = found?.names[spoken] ?? capital(theme?.trim() ?? "");
  const titles = [title ?? "", themeTitle].map(spellable);
  return {
    title: titles.find((text) => /[\p{L}\p{N}]/u.test(text)) ?? "",
    theme: found?.key ?? null,
    cards,
    language: spoken,
  };
}

function standIns(
  own: Concept[] | undefined,
  key: string | undefined,
  typed: string | null | undefined,
): string[] {
  const chosen = own?.length ? own : conceptsOfTheme(key ?? typed ?? "");
  const named = chosen.length || !typed ? chosen : [findConcept(typed)].filter((concept) => concept !== null);
  const concepts = named.length ? named : conceptsOfTheme("toys");
  return concepts.slice(0, USUAL_COUNT).map((concept) => concept.key);
}

/** The word as it was typed; the concept's own word where its key was given. */
function nameOf(text: string, concept: Concept | null, language: Language): string {
  return concept && text === concept.key ? concept.names[language] : text;
}

/** The language that most words of the deck are in, English when nothing tells. */
function languageOf(title: string, theme: string, words: readonly string[]): Language {
  const themes = findThemes(`${theme} ${title}`);
  const texts = [title, theme].filter((text) => !themes.some(({ key }) => key === text)).map(padded);
  const votes = LANGUAGES.map((language) => {
    // A key is English whatever the deck's language is.
    const owns = words.filter((word) => {
      const concept = findConcept(word, language);
      return concept && concept.key !== word && foldWord(concept.names[language]) === foldWord(word);
    }).length;
    const titled = texts.filter((text) =>
      themes.some(({ names }) => text.includes(padded(names[language]))),
    ).length;
    const told = guessLanguage(title) === language ? 1 : 0;
    return { language, score: owns + 1.5 * titled + told + (language === "en" ? 0.5 : 0) };
  });
  return votes.reduce((best, vote) => (vote.score > best.score ? vote : best)).language;
}

const padded = (text: string) => ` ${foldWord(text)} `;

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** The text in letters that can be drawn: marks that nobody drew fall away, what has no letter at all is left out. */
export function spellable(text: string): string {
  const drawn = [...text.normalize("NFC").replace(/\s+/g, " ")].flatMap((letter) => {
    if (isLetter(letter)) return [letter];
    return [...letter.normalize("NFD")].filter((part) => isLetter(part));
  });
  return drawn.join("").replace(/ {2,}/g, " ").trim();
}
