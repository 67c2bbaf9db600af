import { allConcepts, type Concept, foldWord, type Language } from "../art/catalogue.ts";
import { getTheme } from "./lexicon.ts";

/** How each language asks for words by their first letter; the letter is the group. */
const questions: [Language, RegExp][] = [
  [
    "fr",
    /\b(?:mots?|lettre|commence\w*|commencant|son) (?:par |en |la |avec )*(?:la |le )?(?:lettre |son )?([a-z])$/,
  ],
  [
    "en",
    /\b(?:words?|letters?|things|begin\w*|start\w*|sound) (?:with |the |that |in )*(?:the )?(?:letter |sound )?([a-z])$/,
  ],
  [
    "es",
    /\b(?:palabras?|letra|empie\w+|comien\w+|sonido) (?:con |por |en |que )*(?:la )?(?:letra )?([a-z])$/,
  ],
  [
    "it",
    /\b(?:parol[ae]|lettera|inizia\w*|comincia\w*|suono) (?:con |per |in )*(?:la )?(?:lettera )?([a-z])$/,
  ],
  [
    "de",
    /\b(?:worter|wort|buchstaben?|anlaut\w*|beginn\w*|anfang\w*|laut|dinge) (?:mit |dem |den |am )*(?:buchstaben )?([a-z])$/,
  ],
];

/** Feelings, colours and numbers come last: a first letter is learnt with things. */
const abstract = new Set(["emotions", "colours", "numbers"]);
/** Themes whose words are for those who love them. */
const rare = new Set(["construction", "space", "vehicles", "hospital", "sports"]);

/** Where the words are that children learn first. */
const familiar = new Set(
  ["first-words", "animals", "fruit", "body", "family", "toys", "clothes", "house", "vegetables", "food"]
    .flatMap((key) => getTheme(key)?.concepts.slice(0, 36) ?? [])
    .map(({ key }) => key),
);

/** Words that a text asks for by their first letter (`les mots en B`), or null when it does not ask so. */
export function findLetter(text: string): { letter: string; language: Language; concepts: Concept[] } | null {
  const folded = foldWord(text);
  for (const [language, question] of questions) {
    const letter = folded.match(question)?.[1];
    if (!letter) continue;
    const starting = allConcepts().filter(({ names }) => foldWord(names[language]).startsWith(letter));
    const isThing = ({ themes }: Concept) => !themes.some((theme) => abstract.has(theme));
    const isUsual = ({ themes }: Concept) => !themes.every((theme) => rare.has(theme));
    const isShort = ({ names }: Concept) => !names[language].includes(" ");
    const weight = (concept: Concept) =>
      (isThing(concept) ? 0 : 3) +
      (isUsual(concept) ? 0 : 2) +
      (isShort(concept) ? 0 : 1) -
      (familiar.has(concept.key) ? 1 : 0);
    return { letter, language, concepts: starting.toSorted((a, b) => weight(a) - weight(b)) };
  }
  return null;
}
