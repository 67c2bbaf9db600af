import { z } from "zod";
import {
  type NamesPayload,
  type NamesResult,
  type TextPayload,
  type TextResult,
  textResultSchema,
} from "../../../lib/contract/worker.ts";
import { JobFailure } from "./failure.ts";
import { readAnswer, suitable, tidyLine, tidyNames, unusableAnswer } from "./read-answer.ts";

const looseTexts = z.object({
  texts: z.record(z.string(), z.record(z.string(), z.unknown()).nullish().catch(null)),
});
const looseNames = z.object({
  names: z.record(z.string(), z.unknown()),
  known: z.boolean().optional().catch(undefined),
});

/** As many whole sentences as fit into so many characters; a single longer one is cut between words. */
function fitSentences(value: unknown, maxLength: number): string | null {
  const text = tidyLine(value, 5000);
  if (!text || text.length <= maxLength) return text;
  const sentences = [...new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text)];
  let fitting = "";
  for (const { segment } of sentences) {
    if (`${fitting}${segment}`.trimEnd().length > maxLength) break;
    fitting += segment;
  }
  if (fitting) return fitting.trimEnd();
  return `${tidyLine(text, maxLength - 1)?.replace(/\s+\S*$/, "")}…`;
}

/**
 * Makes the answer of a text model into alt text, fun fact and story for each of the deck's languages. A language
 * without an alt text is left out; the others stay. Throws JobFailure when not one is left.
 */
export function readTexts(output: unknown, { languages }: TextPayload): TextResult {
  const loose = looseTexts.safeParse(readAnswer(output));
  if (!loose.success) throw unusableAnswer("The answer has no texts.");
  const texts: TextResult["texts"] = {};
  for (const language of languages) {
    const said = loose.data.texts[language] ?? {};
    const shorten = (value: unknown, maxLength: number) => suitable(fitSentences(value, maxLength), language);
    const alt_text = shorten(said.alt_text, 250);
    if (!alt_text) continue;
    texts[language] = {
      alt_text,
      fun_fact: shorten(said.fun_fact, 500),
      story: shorten(said.story, 1000),
    };
  }
  if (Object.keys(texts).length === 0) throw unusableAnswer("No text of the answer can be used.");
  return textResultSchema.parse({ texts });
}

/**
 * Makes the answer of a translating model into names; `needs_review` when it did not know the word. All that it gave
 * are kept, since a deck with other languages may ask for the same. Throws JobFailure when none is in a language of
 * the deck.
 */
export function readNames(output: unknown, { languages }: NamesPayload): NamesResult {
  const loose = looseNames.safeParse(readAnswer(output));
  if (!loose.success) throw unusableAnswer("The answer has no names.");
  const names = tidyNames(loose.data.names);
  if (!languages.some((language) => names[language]))
    throw unusableAnswer("No name of the answer can be used.");
  return { names, needs_review: loose.data.known === false };
}

/** Models give the words alone, in pieces, or as a field of an object. Throws JobFailure when nobody said anything. */
export function readTranscript(output: unknown): { text: string } {
  const said = Array.isArray(output) ? output.join("") : output;
  const spoken = z
    .object({ text: z.string() })
    .or(z.object({ transcription: z.string() }).transform(({ transcription }) => ({ text: transcription })));
  const words = typeof said === "string" ? said : spoken.safeParse(said).data?.text;
  // A theme is a few words: "Pirates." is the theme "Pirates".
  const text = tidyLine(words?.trim().replace(/[.!?…]+$/, ""));
  if (!text)
    throw new JobFailure({
      code: "nothing_heard",
      message: "No words could be heard. Speak a little closer.",
      isRetryable: false,
    });
  return { text };
}
