import { z } from "zod";
import { languages, type Names } from "../../../lib/contract/languages.ts";
import { line } from "../../../lib/contract/text.ts";
import {
  type ConceptsPayload,
  type ConceptsResult,
  conceptsResultSchema,
} from "../../../lib/contract/worker.ts";
import { JobFailure } from "./failure.ts";

const looseNames = z.record(z.string(), z.unknown());
const looseOutput = z.object({
  theme: z.object({ names: looseNames }).optional().catch(undefined),
  theme_names: looseNames.optional().catch(undefined),
  concepts: z.array(z.unknown()),
});
const looseConcept = z.object({ key: z.unknown().optional(), names: looseNames.optional() });

const maxLength = 100;
const oneLine = line(5000);
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** One clean line of at most 100 characters, cut between graphemes; null when nothing is left. */
function clean(value: unknown): string | null {
  const parsed = oneLine.safeParse(value);
  if (!parsed.success) return null;
  let short = "";
  for (const { segment } of graphemes.segment(parsed.data.replace(/\s+/g, " "))) {
    if (short.length + segment.length > maxLength) break;
    short += segment;
  }
  return short.trim() || null;
}

function readNames(loose: Record<string, unknown>): Names {
  return Object.fromEntries(languages.map((language) => [language, clean(loose[language])])) as Names;
}

function unusable(reason: string): JobFailure {
  return new JobFailure({
    code: "provider_output_unusable",
    message: "The model gave no usable answer.",
    detail: { reason },
    isRetryable: true,
  });
}

/** Models answer with the object, with its JSON, or with that JSON in pieces, often wrapped in other words. */
function toObject(output: unknown): unknown {
  if (Array.isArray(output) && output.every((piece) => typeof piece === "string"))
    return toObject(output.join(""));
  if (typeof output !== "string") return output;
  try {
    return JSON.parse(output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1));
  } catch {
    throw unusable("The answer holds no JSON.");
  }
}

/**
 * Makes the answer of a concepts model into cards: clean names, no doubles, nothing that the draft has already, at
 * most as many as were asked for. Throws JobFailure when not one is left.
 */
export function readConcepts(output: unknown, payload: ConceptsPayload): ConceptsResult {
  const loose = looseOutput.safeParse(toObject(output));
  if (!loose.success) throw unusable("The answer has no list of concepts.");
  const taken = new Set(payload.exclude.map((concept) => concept.toLowerCase()));
  const concepts: ConceptsResult["concepts"] = [];
  for (const item of loose.data.concepts) {
    const concept = looseConcept.safeParse(item);
    const names = readNames((concept.success && concept.data.names) || {});
    const key = (concept.success && clean(concept.data.key)) || names.en;
    if (!key || taken.has(key.toLowerCase())) continue;
    taken.add(key.toLowerCase());
    concepts.push({ key, names: { ...names, en: names.en ?? key } });
  }
  const themeNames = loose.data.theme_names ?? loose.data.theme?.names;
  const result = conceptsResultSchema.safeParse({
    ...(themeNames ? { theme_names: readNames(themeNames) } : {}),
    concepts: concepts.slice(0, payload.count),
  });
  if (!result.success) throw unusable("No concept of the answer can be used.");
  return result.data;
}
