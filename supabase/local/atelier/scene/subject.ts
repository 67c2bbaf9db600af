import { type Concept, findConcept, findNamed, type Language } from "../art/catalogue.ts";
import { findDescribed } from "../words/described.ts";
import { findSynonym } from "../words/synonyms.ts";
import { isColour, promptWords, readWishes } from "./words.ts";

/** A concept found in a prompt: where its word begins and how many words it takes. */
export type Noun = { concept: Concept; word: string; at: number; length: number };

/** Function words that tell the language of a prompt. */
const TELLTALES: Record<Language, string> = {
  fr: "le la les un une des du avec dans sur et au aux qui est sous en pour illustration",
  en: "the a an with in on and of at is under for wearing to",
  es: "el la los las un una con en y sobre de del al para bajo",
  it: "il lo la gli un una con nel nella e su di del della sotto per sul",
  de: "der die das ein eine einen mit im in auf und am unter fur den dem",
};
/** Concepts whose words in a prompt describe the picture rather than a thing in it. */
const STYLE_KEYS = new Set([
  "book",
  "books",
  "picture",
  "pencil",
  "crayon",
  "painter",
  "paint-palette",
  "paintbrush",
  "notebook",
  "paper-clip",
  "rain",
  "snow",
  "sun",
  "moon",
  "star",
  "wind",
  "rainbow",
  "flower",
  "party",
  "beach",
  "thunderstorm",
  "partly-cloudy",
  "earth",
  "plate",
]);

/** Feelings and parts of the body are no company. */
const PEOPLE_THEMES = new Set(["emotions", "body"]);

/** What heroes wear and hold: the subject only when nothing else is named. */
const ACCESSORIES = new Set([
  "crown",
  "hat",
  "top-hat",
  "balloon",
  "scarf",
  "glasses",
  "sunglasses",
  "umbrella",
]);

/** The language most of the prompt's function words belong to; null when nothing tells. */
export function guessLanguage(prompt: string): Language | null {
  const words = promptWords(prompt);
  let best: Language | null = null;
  let most = 0;
  for (const [language, list] of Object.entries(TELLTALES) as [Language, string][]) {
    const known = new Set(list.split(" "));
    const hits = words.filter((word) => known.has(word)).length;
    if (hits > most) [best, most] = [language, hits];
  }
  return best;
}

const ABSTRACT_THEMES = new Set(["numbers", "colours"]);

/** Every thing of the catalogue that a prompt names, in order, longest names first. */
export function findNouns(prompt: string, language: Language | null, abstract = false): Noun[] {
  const words = promptWords(prompt);
  const nouns: Noun[] = [];
  for (let at = 0; at < words.length; at++)
    for (let length = Math.min(5, words.length - at); length > 0; length--) {
      const word = words.slice(at, at + length).join(" ");
      const concept = findNamed(word, language);
      if (!concept || (!abstract && isAbstract(concept))) continue;
      nouns.push({ concept, word, at, length });
      at += length - 1;
      break;
    }
  return nouns;
}

/** `two`, the article `un` and `red` are cards of their own, but in a sentence they only say how or how many. */
function isAbstract(concept: Concept): boolean {
  return ABSTRACT_THEMES.has(concept.themes[0] ?? "");
}

/** Nouns that may stand in the picture as things of their own. */
export function companionNouns(nouns: Noun[], hero: Concept | null): Noun[] {
  return nouns.filter(
    ({ concept, word }) =>
      !isColour(word) &&
      concept.key !== hero?.key &&
      !STYLE_KEYS.has(concept.key) &&
      !PEOPLE_THEMES.has(concept.themes[0] ?? ""),
  );
}

/** A prompt no longer than this that names nothing we know is a word by itself. */
const LONGEST_LABEL = 24;

/** What a picture is of: a concept of the catalogue, maybe in the colour that its name says, or only a word nobody drew. */
export type Subject = { concept: Concept | null; label: string; colour?: string };

/** Finds the subject in the explicit concept, else in what the prompt quotes or braces, else in its first noun. */
export function findSubject(concept: string | undefined, prompt: string, language: Language | null): Subject {
  const named = concept?.trim();
  if (named) return findNamedSubject(named, language);
  const marked = prompt.match(/[{"“«„]\s*([^}"”»“]{2,60}?)\s*[}"”»“]/)?.[1];
  if (marked)
    return {
      concept: findConcept(marked, language ?? undefined) ?? findNouns(marked, language)[0]?.concept ?? null,
      label: marked,
    };
  // A word of another language than the sentence seems to be in still beats nothing; a colour is the last guess.
  const all = [...findNouns(prompt, language), ...(language ? findNouns(prompt, null) : [])];
  const things = all.filter(
    ({ concept: found }) => !STYLE_KEYS.has(found.key) && !found.themes.includes("emotions"),
  );
  const first =
    things.find(({ word, concept: found }) => !isColour(word) && !ACCESSORIES.has(found.key)) ??
    things.find(({ word }) => !isColour(word)) ??
    things[0] ??
    all[0] ??
    findNouns(prompt, language, true)[0];
  if (first) return { concept: first.concept, label: first.concept.names[language ?? "en"] };
  const words = prompt.trim();
  return { concept: null, label: words.length <= LONGEST_LABEL ? words : "" };
}

function findNamedSubject(label: string, language: Language | null): Subject {
  const synonym = findSynonym(label, language ?? undefined) ?? findSynonym(label);
  const concept = findConcept(label, language ?? undefined) ?? (synonym && findConcept(synonym.key));
  const described = concept ? null : findDescribed(label);
  if (!described) return { concept, label };
  const [said] = readWishes(label).colours;
  return { concept: described.concept, label, ...(said && { colour: said.colour }) };
}

/**
 * The colour a prompt gives to each thing. An adjective belongs to the noun beside it (after it in English and
 * German, before it in French, Spanish and Italian); one that stands alone belongs to the nearest noun or the hero;
 * one beside a thing nobody drew belongs to nobody here.
 */
export function bindColours(
  colours: { colour: string; at: number }[],
  nouns: Noun[],
  { concept: hero, colour: own }: Subject,
  prompt: string,
  language: Language | null,
): Map<string, string> {
  const words = promptWords(prompt);
  const step = language === "en" || language === "de" ? 1 : -1;
  const bound = new Map<string, string>();
  if (hero && own) bound.set(hero.key, own);
  for (const { colour, at } of colours) {
    const things = nouns.filter(
      (noun) => !isColour(noun.word) && (at < noun.at || at >= noun.at + noun.length),
    );
    const distance = (noun: Noun) => (at < noun.at ? noun.at - at : at - (noun.at + noun.length - 1));
    const nearest = things.toSorted((a, b) => distance(a) - distance(b))[0];
    const beside = things.find((noun) => distance(noun) <= 2 && Math.sign(noun.at - at) === step);
    const neighbour = words[at + step];
    const stranger = language && neighbour && !isFunctionWord(neighbour, language) && !isColour(neighbour);
    const key = beside?.concept.key ?? (stranger ? undefined : (nearest?.concept.key ?? hero?.key));
    if (key && !bound.has(key)) bound.set(key, colour);
  }
  return bound;
}

function isFunctionWord(word: string, language: Language): boolean {
  return TELLTALES[language].split(" ").includes(word);
}
