import { z } from "zod";
import {
  type ConceptsPayload,
  type ConceptsResult,
  conceptsResultSchema,
} from "../../../lib/contract/worker.ts";
import { readAnswer, suitable, tidyLine, tidyNames, unusableAnswer } from "./read-answer.ts";

const looseNames = z.record(z.string(), z.unknown());
const looseOutput = z.object({
  theme: z.object({ names: looseNames }).optional().catch(undefined),
  theme_names: looseNames.optional().catch(undefined),
  concepts: z.array(z.unknown()),
});
const looseConcept = z.object({ key: z.unknown().optional(), names: looseNames.optional() });

/**
 * Makes the answer of a concepts model into cards: clean names, no doubles, nothing that the draft has already, at
 * most as many as were asked for. Throws JobFailure when not one is left.
 */
export function readConcepts(output: unknown, payload: ConceptsPayload): ConceptsResult {
  const loose = looseOutput.safeParse(readAnswer(output));
  if (!loose.success) throw unusableAnswer("The answer has no list of concepts.");
  const taken = new Set(payload.exclude.map((concept) => concept.toLowerCase()));
  const concepts: ConceptsResult["concepts"] = [];
  for (const item of loose.data.concepts) {
    const concept = looseConcept.safeParse(item);
    const names = tidyNames((concept.success && concept.data.names) || {});
    // A thing whose name in English is not for children is none for a card; another language may lack its name.
    const key = suitable((concept.success && tidyLine(concept.data.key)) || names.en, "en");
    if (!key || taken.has(key.toLowerCase())) continue;
    taken.add(key.toLowerCase());
    concepts.push({ key, names: { ...names, en: names.en ?? key } });
  }
  const themeNames = loose.data.theme_names ?? loose.data.theme?.names;
  const result = conceptsResultSchema.safeParse({
    ...(themeNames ? { theme_names: tidyNames(themeNames) } : {}),
    concepts: concepts.slice(0, payload.count),
  });
  if (!result.success) throw unusableAnswer("No concept of the answer can be used.");
  return result.data;
}
