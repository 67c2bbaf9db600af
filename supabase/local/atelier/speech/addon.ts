import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../config.ts";

/** Folder of the add-on, with a package.json of its own. */
export const addonFolder = join(root, "supabase", "local", "speech");

/** What to tell somebody who wants to hear words where nothing can speak. */
export const howToAdd =
  'No voice is installed on this machine. "npm run speech" adds one (eSpeak NG, GPL-3.0-or-later, 18 MB).';

/** Whether the add-on is installed in its folder. */
export function isSpeechInstalled(folder = addonFolder): boolean {
  return existsSync(join(folder, "node_modules", "espeak-ng", "package.json"));
}
