import { type Language, languages, type Names } from "../../../lib/contract/languages.ts";
import { line } from "../../../lib/contract/text.ts";
import { checkPrompt } from "../../../lib/moderation/check-prompt.ts";
import { JobFailure } from "./failure.ts";

const oneLine = line(5000);
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** One clean line of at most so many characters, cut between graphemes; null when nothing is left. */
export function tidyLine(value: unknown, maxLength = 100): string | null {
  const parsed = oneLine.safeParse(value);
  if (!parsed.success) return null;
  let short = "";
  for (const { segment } of graphemes.segment(parsed.data.replace(/\s+/g, " "))) {
    if (short.length + segment.length > maxLength) break;
    short += segment;
  }
  return short.trim() || null;
}

/** The line, or null when it is not for children. */
export function suitable(line: string | null, language: Language): string | null {
  return line && checkPrompt(line, [language]).allowed ? line : null;
}

/** The five names of an answer, each a clean line that is for children, or null. */
export function tidyNames(loose: Record<string, unknown>): Names {
  return Object.fromEntries(
    languages.map((language) => [language, suitable(tidyLine(loose[language]), language)]),
  ) as Names;
}

/** The failure of an answer in words that cannot be used. */
export function unusableAnswer(reason: string): JobFailure {
  return new JobFailure({
    code: "provider_output_unusable",
    message: "The model gave no usable answer.",
    detail: { reason },
    isRetryable: true,
  });
}

/**
 * Models answer with the object, with its JSON, or with that JSON in pieces, often wrapped in other words. Throws
 * JobFailure when there is none.
 */
export function readAnswer(output: unknown): unknown {
  if (Array.isArray(output) && output.every((piece) => typeof piece === "string"))
    return readAnswer(output.join(""));
  if (typeof output !== "string") return output;
  try {
    return JSON.parse(output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1));
  } catch {
    throw unusableAnswer("The answer holds no JSON.");
  }
}
