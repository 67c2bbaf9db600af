import { existsSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { readStackConfig, root } from "../config.ts";
import { PlainError } from "../message.ts";
import { claimDataDir } from "../run-file.ts";

/** A folder is ours when it holds the keys that each start makes, and is neither the checkout nor a parent of it. */
function refuseForeignFolder(dataDir: string): void {
  const holdsCheckout = !relative(dataDir, root).startsWith("..") || resolve(dataDir) === root;
  const isOurs = existsSync(join(dataDir, "postgres")) || existsSync(join(dataDir, "keys.json"));
  if (holdsCheckout || !isOurs)
    throw new PlainError(
      `${dataDir} does not look like the data folder of a studio, so nothing was deleted.`,
    );
}

/** `npm run reset`: wipes the embedded data. Refuses while a studio runs on it. */
export async function run(): Promise<number> {
  const { dataDir } = readStackConfig();
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) {
    console.log(`Nothing to wipe: ${dataDir} is empty.`);
    return 0;
  }
  refuseForeignFolder(dataDir);
  const claim = await claimDataDir(dataDir);
  claim.release();
  await rm(dataDir, { recursive: true, force: true });
  console.log(`Wiped ${dataDir}. The next start makes it anew.`);
  return 0;
}
