import { describe, expect, it } from "vitest";
import { moderationModel } from "./moderation.ts";
import { findModel } from "./registry.ts";

const lines: string[] = [];
const context = {
  log: (line: string) => void lines.push(line),
  progress: () => {},
  file: () => Promise.reject(new Error("no file is made")),
  output: () => {},
  checkpoint: () => {},
};

const judge = (input: Record<string, unknown>) => moderationModel.run(input, context);

describe("the model that reads prompts", () => {
  it("is one of the Atelier's", () => {
    expect(findModel("atelier/moderation")).toBe(moderationModel);
  });

  it("lets a prompt for children through", async () => {
    expect(await judge({ text: "a happy lion in the jungle", language: "en" })).toEqual({
      allowed: true,
      reasons: [],
    });
  });

  it("names the category, the language and the words of a prompt that is not for children", async () => {
    expect(await judge({ text: "un hombre con una Pistola", language: "es" })).toEqual({
      allowed: false,
      reasons: [{ category: "weapons", language: "es", term: "Pistola" }],
    });
  });

  it("looks in the prompt's language, in those of the deck, or in all five", async () => {
    const text = "eine Schachtel Zigaretten";
    expect(await judge({ text, language: "fr" })).toMatchObject({ allowed: true });
    expect(await judge({ text, language: "fr", languages: ["it", "de"] })).toMatchObject({ allowed: false });
    expect(await judge({ text })).toMatchObject({ allowed: false });
    expect(await judge({ text, language: null, languages: null })).toMatchObject({ allowed: false });
  });

  it("keeps the prompt out of its log", async () => {
    lines.length = 0;
    await judge({ text: "a very particular prompt" });
    expect(lines).not.toEqual([]);
    expect(lines.join()).not.toContain("particular");
  });
});
