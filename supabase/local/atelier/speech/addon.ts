import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../config.ts";

/** Folder of the add-on, with a package.json of its own. */
export const addonFolder = join(root, "supabase", "local", "speech");

/** Program of the add-on, run by Node. */
export const addonProgram = join(addonFolder, "speak.mjs");

/** What to tell somebody who wants to hear words where nothing can speak. */
export const howToAdd =
  'No voice is installed on this machine. "npm run speech" adds one (eSpeak NG, GPL-3.0-or-later, 18 MB).';

/** Whether the add-on is installed. */
export function isSpeechInstalled(): boolean {
  return existsSync(join(addonFolder, "node_modules", "espeak-ng", "package.json"));
}
