import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../config.ts";
import { PlainError } from "../message.ts";
import { dumpSchema } from "../schema-dump/dump.ts";
import { withScratchDatabase } from "../scratch.ts";

const bin = (name: string) => join(root, "node_modules", ".bin", name);
const header = '// Generated from the database by "npm run types"; never edited.\n\n';

function outputOf(command: string, args: string[], input?: string): string {
  const ran = spawnSync(command, args, { cwd: root, encoding: "utf8", input, maxBuffer: 64 * 1024 * 1024 });
  if (ran.status !== 0)
    throw new PlainError(`${command} ${args.join(" ")} failed:\n${ran.stderr || ran.error}`);
  return ran.stdout;
}

function typesOf(url: string): string {
  const args = ["gen", "types", "typescript", `--remote=${url}?sslmode=disable`, "--schema", "public"];
  const text = outputOf(bin("supabase"), args);
  // The name is only for Biome to know the language: the real file is left out of its configuration.
  return outputOf(
    bin("biome"),
    ["format", "--stdin-file-path=lib/contract/database.ts"],
    header + text.trimStart(),
  );
}

/** The files that follow from the migrations, with their right text. */
async function generate(): Promise<Map<string, string>> {
  return withScratchDatabase(async (sql, url) => {
    const files = new Map<string, string>();
    files.set("lib/contract/database.types.ts", typesOf(url));
    files.set("supabase/schema.sql", await dumpSchema(sql, ["public", "private"]));
    return files;
  });
}

function firstDifference(now: string, right: string): string {
  const [have, want] = [now.split("\n"), right.split("\n")];
  const at = want.findIndex((line, index) => line !== have[index]);
  const line = at < 0 ? want.length : at;
  return `  line ${line + 1}\n    is        ${have[line] ?? "(end)"}\n    should be ${want[line] ?? "(end)"}`;
}

/**
 * `npm run types`: writes the TypeScript types and the schema dump that the migrations make. With `--check` it writes
 * nothing and fails when a file is stale.
 */
export async function run(args: string[]): Promise<number> {
  let stale = 0;
  for (const [name, text] of await generate()) {
    const path = join(root, name);
    const now = existsSync(path) ? readFileSync(path, "utf8") : "";
    if (now === text) console.log(`${name} is up to date`);
    else if (args.includes("--check")) {
      stale += 1;
      console.error(`${name} is stale; run "npm run types" and commit it.\n${firstDifference(now, text)}`);
    } else {
      writeFileSync(path, text);
      console.log(`${name} written`);
    }
  }
  return stale === 0 ? 0 : 1;
}
