import { allConcepts, type Concept, findConcept, LANGUAGES, type Language } from "../art/catalogue.ts";
import { findDescribed } from "./described.ts";
import { findSynonym } from "./synonyms.ts";
import { stem, wordsOf } from "./tokens.ts";

const nameWeight = 3;
const tagWeight = 1.6;
/** Words of tags that say nothing about the thing. */
const vague = new Set(
  "animal animali animale tier tiere visage face cara faccina gesicht emoticone naturaleza natur nature natura"
    .split(" ")
    .map(stem),
);

const concepts = allConcepts();

function termsOf(concept: Concept): Map<string, number> {
  const terms = new Map<string, number>();
  const put = (text: string, weight: number) => {
    const words = wordsOf(text).map(stem);
    for (const word of words) {
      const value = words.length > 1 ? weight * 0.8 : weight;
      if (!vague.has(word)) terms.set(word, Math.max(terms.get(word) ?? 0, value));
    }
  };
  for (const language of LANGUAGES) {
    put(concept.names[language], nameWeight);
    for (const tag of concept.tags[language]) put(tag, tagWeight);
  }
  return terms;
}

const terms = new Map(concepts.map((concept) => [concept, termsOf(concept)]));
const spread = new Map<string, number>();
for (const own of terms.values())
  for (const term of own.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);

const rootOf = (text: string) =>
  wordsOf(text)
    .map((word) => stem(stem(word)))
    .join(" ");
const byRoot = new Map<string, Concept>();
for (const concept of concepts)
  for (const language of LANGUAGES) {
    const root = rootOf(concept.names[language]);
    if (!byRoot.has(root)) byRoot.set(root, concept);
  }

/**
 * The concept that a name means, in any language, also in a plural that the catalogue does not know (`elefanti`) or with
 * words of colour, size or mood around it (`roter Bagger`).
 */
export function identify(label: string, language?: Language): Concept | null {
  const named = findConcept(label, language);
  if (named) return named;
  const synonym = findSynonym(label, language) ?? findSynonym(label);
  const known = (synonym && findConcept(synonym.key)) ?? byRoot.get(rootOf(label));
  return known ?? (findDescribed(label, language) ?? findDescribed(label))?.concept ?? null;
}

const rarity = (term: string) => Math.log(concepts.length / (spread.get(term) ?? concepts.length));

/** Concepts whose names or tags hold words of the text, best first. */
export function searchConcepts(text: string): Concept[] {
  const asked = [...new Set(wordsOf(text).map(stem))];
  const exact = findConcept(text);
  const scored = concepts.map((concept) => {
    const own = terms.get(concept) ?? new Map<string, number>();
    const score = asked.reduce((sum, term) => sum + (own.get(term) ?? 0) * rarity(term), 0);
    return { concept, score: concept === exact ? score + 100 : score };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ concept }) => concept);
}

/** How near two concepts are: shared themes and shared rare words. */
function kinship(a: Concept, b: Concept): number {
  const themes = a.themes.filter((theme) => b.themes.includes(theme)).length;
  const others = terms.get(b);
  let words = 0;
  for (const term of terms.get(a)?.keys() ?? []) if (others?.has(term)) words += rarity(term);
  return themes * 4 + Math.min(words, 12) * 0.5;
}

/** Every other concept, nearest to the given ones first; a stable order. */
export function nearestTo(chosen: readonly Concept[]): Concept[] {
  const centre = chosen.slice(0, 8);
  const scored = concepts
    .filter((concept) => !chosen.includes(concept))
    .map((concept) => ({ concept, score: centre.reduce((sum, one) => sum + kinship(one, concept), 0) }));
  return scored.sort((a, b) => b.score - a.score).map(({ concept }) => concept);
}
