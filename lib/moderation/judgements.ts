import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "../contract/database.types.ts";
import type { Language } from "../contract/languages.ts";
import { type Moderation, moderationsSchema } from "../contract/moderation.ts";
import { AppError, fromDatabase } from "../errors.ts";

type Db = SupabaseClient<Database>;

/** How long somebody sits before a page until the words are judged, and how often it is asked. In milliseconds. */
const patience = 20_000;
const firstPause = 60;
const longestPause = 400;
/** How many texts the database takes at a time. */
const mostTexts = 50;

/** What tells the time; a test's own goes faster. */
export interface Clock {
  now(): number;
  pause(milliseconds: number): Promise<void>;
}

const realClock: Clock = {
  now: () => performance.now(),
  pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
};

/** Judges one text after the other: what each is refused for, nothing where it is fine. */
export type Judge = (texts: readonly string[]) => Promise<string[][]>;

function unavailable(reason: string): AppError {
  return new AppError("moderation_unavailable", "Nothing was made. Try again in a moment.", {
    cause: reason,
  });
}

/** Null while it is not known. Throws `moderation_unavailable` when it never will be. */
function categoriesOf(one: Moderation): string[] | null {
  if (one?.status === "completed") return one.categories ?? [];
  // A provider that does not even want to look has judged.
  if (one?.error_code === "content_flagged" && one.status === "failed") return ["unsuitable"];
  if (!one || one.status === "failed" || one.status === "cancelled")
    throw unavailable(one?.error_code ?? one?.status ?? "gone");
  return null;
}

/** Null where no safety model is set up. */
async function ask(
  db: Db,
  texts: readonly string[],
  deck: readonly Language[],
): Promise<Moderation[] | null> {
  const now = { p_texts: texts.slice(0, mostTexts), p_languages: [...deck] };
  const { data, error } = await db.rpc("request_moderation", now);
  if (error) throw fromDatabase(error);
  if (data === null) return null;
  const first = moderationsSchema.parse(data);
  if (texts.length <= mostTexts) return first;
  return [...first, ...((await ask(db, texts.slice(mostTexts), deck)) ?? [])];
}

async function look(db: Db, ids: string[]) {
  const { data, error } = await db.rpc("get_moderations", { p_ids: ids });
  if (error) throw fromDatabase(error);
  return moderationsSchema.parse(data);
}

/**
 * Has texts judged by the safety model for a deck in these languages; all that are asked through this judge together
 * have 20 s. Where no such model is set up, everything is fine. Throws `moderation_unavailable` when the model cannot
 * be asked or does not answer in time, `rate_limited` when one person has too much judged.
 */
export function openJudge(db: Db, deck: readonly Language[], clock: Clock = realClock): Judge {
  const end = clock.now() + patience;
  return async (texts) => {
    let known = await ask(db, texts, deck);
    if (!known) return texts.map(() => []);
    const ids = known.map((one) => one?.id ?? "");
    for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
      const judged = known.map(categoriesOf);
      if (judged.every((categories) => categories !== null)) return judged;
      if (clock.now() + pause > end) throw unavailable("late");
      await clock.pause(pause);
      known = await look(db, ids);
    }
  };
}
