import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";

let known: string | undefined;

/** Names the code that is served: another build is another name. Next's development server has none of its own. */
export function buildName(): string {
  if (known) return known;
  try {
    known = readFileSync(join(process.cwd(), ".next", "BUILD_ID"), "utf8").trim();
  } catch {
    known = "development";
  }
  return known;
}
