import { rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { addonFolder, isSpeechInstalled } from "../atelier/speech/addon.ts";
import { installSpeech } from "../atelier/speech/install.ts";
import { readStackConfig } from "../config.ts";
import { chooseModels } from "../deploy.ts";
import { PlainError } from "../message.ts";
import { connect } from "../postgres/prepare.ts";
import { createProgress } from "../progress.ts";
import { findRunning } from "../run-file.ts";

/** Tells a studio that runs here that it can speak now, or no longer. Gives whether one runs. */
async function tellStudio(): Promise<boolean> {
  const config = readStackConfig();
  if (!findRunning(config.dataDir)?.isReady) return false;
  const sql = connect(config.dbUrl, { max: 1 });
  try {
    await chooseModels(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
  return true;
}

/**
 * `npm run speech [-- --remove]`: adds the voice that speaks names on this machine, or takes it away. It is a program of
 * its own under the GPL, in a folder of its own, and no part of the studio.
 */
export async function run(args: string[]): Promise<number> {
  let remove: boolean | undefined;
  try {
    remove = parseArgs({ args, options: { remove: { type: "boolean" } } }).values.remove;
  } catch {
    throw new PlainError(
      'Say "npm run speech" to add the voice, "npm run speech -- --remove" to take it away.',
    );
  }
  if (remove) await rm(join(addonFolder, "node_modules"), { recursive: true, force: true });
  else if (!isSpeechInstalled()) {
    console.log("  eSpeak NG (GPL-3.0-or-later, 18 MB) is installed into supabase/local/speech.");
    await createProgress().step("Voice", () => installSpeech());
  }
  const isRunning = await tellStudio();
  const now = isRunning
    ? "The studio that runs here knows already."
    : "The studio knows with its next start.";
  console.log(`${remove ? "The voice is removed" : "The voice is installed: names can be spoken"}. ${now}`);
  return 0;
}
