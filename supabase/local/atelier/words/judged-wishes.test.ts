import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../art/catalogue.ts";
import { chooseConcepts } from "./choose-concepts.ts";
import wishes from "./judged-wishes.json" with { type: "json" };

/**
 * 200 wishes as teachers and parents word them, misspelt ones among them, each with the answer that a person has read.
 * `good`: at least eight of ten fit and none is wrong; `mixed`: sensible, yet some do not fit; `bad`: useless.
 */
describe("the judged wishes", () => {
  it.each(wishes)("$language: $theme ($verdict) is answered as it was judged", ({ theme, concepts }) => {
    const answer = chooseConcepts({ theme, count: 10 }).concepts.map(({ key }) => key);
    expect(answer.join(" "), "The answer has changed: read it, judge it anew, and write down both").toBe(
      concepts,
    );
  });

  it("are forty in each language, all different, with a reason where the answer is not good", () => {
    for (const language of LANGUAGES)
      expect(wishes.filter((wish) => wish.language === language)).toHaveLength(40);
    expect(new Set(wishes.map(({ theme }) => theme)).size).toBe(200);
    for (const { theme, verdict, why } of wishes) {
      expect(["good", "mixed", "bad"], theme).toContain(verdict);
      if (verdict !== "good") expect(why, theme).toBeTruthy();
    }
  });

  it("are answered well nine times out of ten, in every language", () => {
    const shareOf = (some: typeof wishes) =>
      some.filter(({ verdict }) => verdict === "good").length / some.length;
    expect(shareOf(wishes)).toBeGreaterThanOrEqual(0.9);
    for (const language of LANGUAGES)
      expect(shareOf(wishes.filter((wish) => wish.language === language)), language).toBeGreaterThanOrEqual(
        0.85,
      );
  });

  it("are answered from the theme itself in all but a few cases, and say so otherwise", () => {
    const choices = wishes.map(({ theme }) => chooseConcepts({ theme, count: 10 }));
    expect(choices.filter(({ mixed }) => mixed).length).toBeLessThanOrEqual(12);
    for (const { mixed, note } of choices) expect(Boolean(note)).toBe(mixed);
  });
});
