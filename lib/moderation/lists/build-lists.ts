import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Language, languages } from "../../contract/languages.ts";
import { type Category, categories } from "../categories.ts";
import type { WordLists } from "../lists.ts";

const folder = import.meta.dirname;

const notice =
  "Built by build-lists.ts from the files beside it. The entries of `profanity` include words of the List of Dirty, Naughty, Obscene, and Otherwise Bad Words, © Shutterstock, Inc., CC BY 4.0, selected and changed: see NOTICE.md.";

/** The entries of a list, apart by `, ` or lines; lines that begin with `# ` are remarks. */
function entriesOf(language: Language, name: string): string[] {
  const path = join(folder, language, `${name}.txt`);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n");
  const entries = lines.filter((line) => !line.startsWith("# ")).flatMap((line) => line.split(", "));
  return entries.map((entry) => entry.trim().replace(/,$/, "")).filter((entry) => entry !== "");
}

function groupsOf(language: Language): Record<string, string> {
  return Object.fromEntries(
    entriesOf(language, "groups").map((line) => line.split(" = ", 2) as [string, string]),
  );
}

function publishedWords(language: Language): string[] {
  const words = createRequire(import.meta.url)(`naughty-words/${language}.json`) as string[];
  return words.map((word) => word.toLowerCase()).filter((word) => !/[,&|+>*=]/.test(word));
}

/**
 * The lists of a language: our own files, and the published words that none of our files has and `left-out` does not
 * name, as profanity.
 */
export function buildLists(language: Language): WordLists {
  const own = Object.fromEntries(categories.map((category) => [category, entriesOf(language, category)]));
  const harmless = entriesOf(language, "harmless");
  const taken = new Set([...Object.values(own).flat(), ...harmless, ...entriesOf(language, "left-out")]);
  own.profanity = [...(own.profanity ?? []), ...publishedWords(language).filter((word) => !taken.has(word))];
  const blocked: Partial<Record<Category, string>> = {};
  for (const category of categories) {
    const entries = own[category] ?? [];
    if (entries.length > 0) blocked[category] = [...new Set(entries)].join(", ");
  }
  const short = entriesOf(language, "short-words").join(", ");
  return { notice, groups: groupsOf(language), harmless: harmless.join(", "), short, blocked };
}

/** The built list as it is kept. */
export function written(lists: WordLists): string {
  return `${JSON.stringify(lists, null, 2)}\n`;
}

if (import.meta.main) {
  for (const language of languages.filter((code) => readdirSync(folder).includes(code))) {
    writeFileSync(join(folder, `${language}.json`), written(buildLists(language)));
  }
}
