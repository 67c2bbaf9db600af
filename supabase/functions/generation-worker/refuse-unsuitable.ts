import { z } from "zod";
import { languageSchema, languages } from "../../../lib/contract/languages.ts";
import type { ClaimedJob } from "../../../lib/contract/worker.ts";
import { checkPrompt, longestPrompt } from "../../../lib/moderation/check-prompt.ts";
import { JobFailure } from "../_shared/failure.ts";

/** What people typed, in any kind of payload. */
const typedSchema = z.object({
  theme: z.string().optional(),
  concept: z.string().optional(),
  prompt: z.string().optional(),
  label: z.string().optional(),
  text: z.string().optional(),
  title: z.string().optional(),
  mood: z.string().nullish(),
  genre: z.string().nullish(),
  language: languageSchema.optional(),
  languages: z.array(languageSchema).min(1).optional(),
});

/**
 * Looks once more at the words of a job before a model sees them: the doors of the studio looked too, but a request may
 * have come another way, and word lists grow. Throws JobFailure, and nothing is paid.
 */
export function refuseUnsuitable({ type, payload }: Pick<ClaimedJob, "type" | "payload">): void {
  // What is there to be judged may hold anything.
  if (type === "moderate") return;
  const typed = typedSchema.safeParse(payload);
  // A payload of another shape is refused by the generator, in its own words.
  if (!typed.success) return;
  const { language, languages: deck = language ? [language] : languages, ...words } = typed.data;
  const text = Object.values(words).filter(Boolean).join("\n").slice(0, longestPrompt);
  const verdict = checkPrompt(text, deck);
  if (verdict.allowed) return;
  throw new JobFailure({
    code: "prompt_blocked",
    message: "These words are not for children.",
    detail: { categories: verdict.reasons.map(({ category }) => category) },
    isRetryable: false,
  });
}
