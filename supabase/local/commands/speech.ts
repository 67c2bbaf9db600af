import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { addonFolder, isSpeechInstalled } from "../atelier/speech/addon.ts";
import { readStackConfig } from "../config.ts";
import { chooseModels } from "../deploy.ts";
import { PlainError } from "../message.ts";
import { connect } from "../postgres/prepare.ts";
import { createProgress } from "../progress.ts";
import { findRunning } from "../run-file.ts";

/** Installs what the add-on's own lock file names, without scripts. Throws a message for people. */
async function install(): Promise<void> {
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const [command, all] = npm?.endsWith(".js") ? [process.execPath, [npm, ...args]] : ["npm", args];
  const child = spawn(command, all, { cwd: addonFolder, stdio: ["ignore", "ignore", "inherit"] });
  const code = await new Promise((done) => {
    child.once("error", () => done(127));
    child.once("exit", done);
  });
  if (code !== 0)
    throw new PlainError(
      "npm could not install the voice (see above). Check the network and the disk, then try again.",
    );
}

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
    await createProgress().step("Voice", install);
  }
  const isRunning = await tellStudio();
  const now = isRunning
    ? "The studio that runs here knows already."
    : "The studio knows with its next start.";
  console.log(`${remove ? "The voice is removed" : "The voice is installed: names can be spoken"}. ${now}`);
  return 0;
}
