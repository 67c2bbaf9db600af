import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../contract/languages.ts";

export type Corpus = "bad" | "evasions" | "harmless";

/** A line of a corpus: `heading` is its category or trick; every third line is held out from tuning. */
export interface Prompt {
  text: string;
  heading: string;
  heldOut: boolean;
}

const unescaped = (line: string) =>
  line.replace(/\\u([0-9a-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

/** The prompts of a corpus in the order of its file. */
export function readCorpus(language: Language, corpus: Corpus): Prompt[] {
  const path = join(import.meta.dirname, "corpora", `${language}-${corpus}.txt`);
  const prompts: Prompt[] = [];
  let heading = "";
  for (const [index, line] of readFileSync(path, "utf8").split("\n").entries()) {
    if (line.startsWith("# ")) heading = line.slice(2);
    else if (line.trim() !== "") prompts.push({ text: unescaped(line), heading, heldOut: index % 3 === 2 });
  }
  return prompts;
}
