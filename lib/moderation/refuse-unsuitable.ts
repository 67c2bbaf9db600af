import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "../contract/database.types.ts";
import type { Language } from "../contract/languages.ts";
import { AppError } from "../errors.ts";
import { checkPrompt } from "./check-prompt.ts";

/** What somebody wrote, by the path of its field in the request. */
export type Words = Record<string, string | null | undefined>;

/**
 * Refuses words that are not for children with `prompt_blocked`, naming for each field what it is refused for. Every
 * text that a person types goes through here before it is stored or queued. `deck`: the languages of the draft.
 */
export async function refuseUnsuitable(
  _db: SupabaseClient<Database>,
  words: Words,
  deck: readonly Language[],
): Promise<void> {
  const errors = Object.entries(words).flatMap(([path, text]) => {
    const verdict = checkPrompt(text ?? "", deck);
    return verdict.allowed ? [] : verdict.reasons.map(({ category }) => ({ path, message: category }));
  });
  if (errors.length > 0)
    throw new AppError("prompt_blocked", "Nothing was made and nothing was paid. Choose other words.", {
      errors,
    });
}
