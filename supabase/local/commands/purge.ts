import { parseArgs } from "node:util";
import { createClient } from "@supabase/supabase-js";
import { readStackConfig } from "../config.ts";
import { PlainError } from "../message.ts";
import { findRunning } from "../run-file.ts";

const batch = 1000;

function readDays(args: string[]): number | null {
  const usage = 'Say how many days to keep, for example "npm run purge -- --older-than 30".';
  let given: string | undefined;
  try {
    given = parseArgs({ args, options: { "older-than": { type: "string" } } }).values["older-than"];
  } catch {
    throw new PlainError(usage);
  }
  if (given === undefined) return null;
  const days = Number(given);
  if (!Number.isInteger(days) || days < 1 || days > 36_500) throw new PlainError(usage);
  return days;
}

/** The Supabase project of the environment, else the studio that runs here. Throws a message for people without one. */
function readTarget(env: NodeJS.ProcessEnv): { url: string; key: string } {
  const { NEXT_PUBLIC_SUPABASE_URL: url, SUPABASE_SECRET_KEY: key } = env;
  if (url && key) return { url, key };
  if (url) throw new PlainError("Set SUPABASE_SECRET_KEY: only its holder may delete jobs.");
  const status = findRunning(readStackConfig(env).dataDir)?.status;
  if (!status) throw new PlainError('No studio runs here. Start it with "npm start".');
  return { url: status.apiUrl, key: status.secretKey };
}

/**
 * `npm run purge [-- --older-than DAYS]`: deletes requests that ended that long ago, with their pieces and events; without
 * a number of days, what the settings say (7, failed ones 30). Daily figures stay.
 */
export async function run(args: string[]): Promise<number> {
  const days = readDays(args);
  const { url, key } = readTarget(process.env);
  const database = createClient(url, key, { auth: { persistSession: false, autoRefreshToken: false } });
  let total = 0;
  for (;;) {
    const { data, error } = await database.rpc("cleanup_old_jobs", { p_limit: batch, p_days: days });
    if (error) throw new PlainError(`The database refused: ${error.message}`);
    if (data === 0) break;
    total += Number(data);
    console.log(`  ${total} requests deleted`);
  }
  console.log(total === 0 ? "Nothing is that old." : `Done: ${total} requests deleted.`);
  return 0;
}
