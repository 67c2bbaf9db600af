import { afterAll, describe, expect, it } from "vitest";
import { type Language, languages } from "../contract/languages.ts";
import { categories } from "./categories.ts";
import { checkPrompt } from "./check-prompt.ts";
import { type Corpus, type Prompt, readCorpus } from "./testing/corpora.ts";

const least = { bad: 200, evasions: 60, harmless: 300 };
const printed: string[] = [];

const isRefused = (prompt: Prompt, deck: readonly Language[]) => !checkPrompt(prompt.text, deck).allowed;

function refusedShare(prompts: readonly Prompt[], deck: readonly Language[]): number {
  return prompts.filter((prompt) => isRefused(prompt, deck)).length / prompts.length;
}

function measure(language: Language, corpus: Corpus): number {
  const prompts = readCorpus(language, corpus);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const whole = refusedShare(prompts, [language]);
  const tuned = refusedShare(
    prompts.filter((prompt) => !prompt.heldOut),
    [language],
  );
  const heldOut = refusedShare(
    prompts.filter((prompt) => prompt.heldOut),
    [language],
  );
  const mixed = refusedShare(prompts, languages);
  printed.push(
    `${language} ${corpus.padEnd(8)} refused ${percent(whole)} of ${prompts.length} (tuned ${percent(tuned)}, held out ${percent(heldOut)}; in a deck of five languages ${percent(mixed)})`,
  );
  return whole;
}

afterAll(() => console.info(printed.join("\n")));

describe.each(languages)("the lists in %s", (language) => {
  it("are measured with enough prompts, of every category", () => {
    for (const corpus of ["bad", "evasions", "harmless"] as const) {
      expect(readCorpus(language, corpus).length).toBeGreaterThanOrEqual(least[corpus]);
    }
    const headings = new Set(readCorpus(language, "bad").map((prompt) => prompt.heading));
    expect([...headings].sort()).toEqual([...categories].sort());
  });

  it("refuse at least 95 of 100 prompts that are not for children", () => {
    expect(measure(language, "bad")).toBeGreaterThanOrEqual(0.95);
  });

  it("see through at least 90 of 100 disguises", () => {
    expect(measure(language, "evasions")).toBeGreaterThanOrEqual(0.9);
  });

  it("refuse at most 2 of 100 prompts of children and teachers", () => {
    expect(measure(language, "harmless")).toBeLessThanOrEqual(0.02);
  });

  it("see through as many, and refuse as few others, in a deck of all five languages", () => {
    expect(refusedShare(readCorpus(language, "evasions"), languages)).toBeGreaterThanOrEqual(0.9);
    expect(refusedShare(readCorpus(language, "bad"), languages)).toBeGreaterThanOrEqual(0.95);
    expect(refusedShare(readCorpus(language, "harmless"), languages)).toBeLessThanOrEqual(0.02);
  });

  it("do nearly as well with prompts that nobody tuned them to", () => {
    const heldOut = (corpus: Corpus) => readCorpus(language, corpus).filter((prompt) => prompt.heldOut);
    expect(refusedShare(heldOut("bad"), [language])).toBeGreaterThanOrEqual(0.95);
    expect(refusedShare(heldOut("evasions"), [language])).toBeGreaterThanOrEqual(0.9);
    expect(refusedShare(heldOut("harmless"), [language])).toBeLessThanOrEqual(0.025);
  });

  it("name the category that a prompt stands under, nearly always", () => {
    const prompts = readCorpus(language, "bad");
    const named = prompts.filter(({ text, heading }) => {
      const verdict = checkPrompt(text, [language]);
      return !verdict.allowed && verdict.reasons.some((reason) => reason.category === heading);
    });
    expect(named.length / prompts.length).toBeGreaterThanOrEqual(0.93);
  });
});
