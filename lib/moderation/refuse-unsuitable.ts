import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "../contract/database.types.ts";
import type { Language } from "../contract/languages.ts";
import { AppError, type FieldError } from "../errors.ts";
import { checkPrompt } from "./check-prompt.ts";
import { judgeWords } from "./judge-words.ts";
import { type Clock, openJudge } from "./judgements.ts";

/** What somebody wrote, by the path of its field in the request. */
export type Words = Record<string, string | null | undefined>;

function refuse(errors: FieldError[]): void {
  if (errors.length > 0)
    throw new AppError("prompt_blocked", "Nothing was made and nothing was paid. Choose other words.", {
      errors,
    });
}

/**
 * Refuses words that are not for children with `prompt_blocked`, naming for each field what it is refused for. Every
 * text that a person types goes through here before it is stored or queued. The word lists judge at once; where a
 * safety model is set up, what they let through is asked of it too, which takes a moment, at most 20 s. `deck`: the
 * languages of the draft. Throws `moderation_unavailable` when the model cannot judge now, `rate_limited` when one
 * person has too much judged; nothing may be made then either.
 */
export async function refuseUnsuitable(
  db: SupabaseClient<Database>,
  words: Words,
  deck: readonly Language[],
  clock?: Clock,
): Promise<void> {
  const fields = Object.entries(words).map(([path, text]): [string, string] => [path, text ?? ""]);
  refuse(
    fields.flatMap(([path, text]) => {
      const verdict = checkPrompt(text, deck);
      return verdict.allowed ? [] : verdict.reasons.map(({ category }) => ({ path, message: category }));
    }),
  );
  refuse(await judgeWords(fields, openJudge(db, deck, clock)));
}
