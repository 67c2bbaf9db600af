import type { Language } from "../art/catalogue.ts";
import { choose } from "./choice.ts";
import { conceptFacts, kindFacts } from "./facts/known-facts.ts";
import frames from "./frames.json" with { type: "json" };
import type { Manner } from "./manner.ts";
import { typeset } from "./typeset.ts";

/** The length, in characters, from which a fact bears a grand opening. */
const grandFrom = 45;

/** Names that keep their capital in the middle of a sentence. */
const PROPER =
  /^(Saturn|Mars\b|Marte|Jupiter|Júpiter|Giove|Neptun|Nettuno|Santa|Papá Noel|Babbo|Halloween|Noël)/;

function insideSentence(sentence: string): string {
  return PROPER.test(sentence) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function frame(language: Language, pattern: string, sentence: string): string {
  const fact = sentence.replace(/\.$/, "");
  const inside = insideSentence(fact);
  const isElided = language === "fr" && /^[aeiouyàâéèêëîïôöœû]/i.test(inside);
  const joined = isElided ? pattern.replace("que {fact}", "qu’{fact}") : pattern;
  return typeset(language, joined.replace("{fact}", inside).replace("{Fact}", fact));
}

/**
 * A fun fact about a concept or else about its kind, in one sentence; null when nothing is known of either. Small children
 * get the short facts; the tone decides how the fact is introduced.
 */
export function funFact(
  language: Language,
  key: string,
  kind: string | null,
  { tone, isForSmall, seed }: Manner,
): { text: string; source: "concept" | "kind" } | null {
  const own = conceptFacts[key];
  const known = own ?? (kind ? kindFacts[kind] : undefined);
  if (!known) return null;
  const sentences = known[language];
  const fitting = isForSmall || sentences.length === 1 ? sentences.slice(0, 1) : sentences.slice(1);
  const longest = Math.max(...fitting.map((sentence) => sentence.length));
  // "Listen to this" promises more than "a bicycle has two wheels".
  const patterns = frames[language][isForSmall || longest < grandFrom ? "small" : "big"][tone];
  const pairs = patterns.flatMap((pattern) => fitting.map((sentence) => [pattern, sentence] as const));
  const [pattern, sentence] = choose(pairs, `${key} fact`, seed);
  return { text: frame(language, pattern, sentence), source: own ? "concept" : "kind" };
}
