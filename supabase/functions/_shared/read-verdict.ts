import { z } from "zod";
import {
  type ModerationPayload,
  type ModerationResult,
  unsuitable,
} from "../../../lib/contract/moderation.ts";
import { unusableAnswer } from "./read-answer.ts";

type Meanings = ModerationPayload["meanings"];

const listed = z.object({
  allowed: z.boolean(),
  reasons: z.array(z.object({ category: z.string() })).catch([]),
});

/** Their words in ours, each once. A word that nobody has given a meaning is refused all the same. */
function translate(words: readonly string[], meanings: Meanings): string[] {
  const ours = words.map((word) => (Object.hasOwn(meanings, word) ? meanings[word] : unsuitable));
  return [...new Set(ours.filter((word) => word != null))];
}

const asText = (output: unknown) => (Array.isArray(output) ? output.join("") : output);

/**
 * What a safety model's answer refuses a text for; nothing when it is fine. Two kinds of answers are understood: "safe",
 * or "unsafe" with the codes of its faults (as one text or in pieces), and `{allowed, reasons: [{category}]}` in our
 * own words. Throws JobFailure for any other: what cannot be read judges nothing.
 */
export function readVerdict(output: unknown, { meanings }: ModerationPayload): ModerationResult {
  const list = listed.safeParse(output);
  if (list.success) {
    const found = list.data.reasons.map(({ category }) => category);
    if (list.data.allowed) return { categories: [] };
    return { categories: found.length > 0 ? [...new Set(found)] : [unsuitable] };
  }
  const text = asText(output);
  if (typeof text !== "string") throw unusableAnswer("The answer is no judgement.");
  const [, verdict, rest = ""] = text.match(/^\W*(safe|unsafe)\b([\s\S]*)$/i) ?? [];
  if (!verdict) throw unusableAnswer("The answer is neither safe nor unsafe.");
  if (verdict.toLowerCase() === "safe") return { categories: [] };
  const codes = rest.toUpperCase().match(/\bS\d{1,2}\b/g) ?? [];
  return { categories: codes.length > 0 ? translate(codes, meanings) : [unsuitable] };
}
