import { describe, expect, it } from "vitest";
import { openAtelier } from "../testing/open-atelier.ts";

const model = "atelier/text";
const names = { fr: "lion", en: "lion", es: "león", it: "leone", de: "Löwe" };

describe("the text model", () => {
  it("writes the three texts of a card in each language of the deck", async () => {
    await using opened = await openAtelier();
    const input = { concept: "lion", key: "lion", names, theme: "jungle", languages: ["fr", "de"], seed: 5 };
    const prediction = await opened.client.predictions.create({ model, input, wait: true });
    expect(prediction.status).toBe("succeeded");
    expect(Object.keys(prediction.output.texts)).toEqual(["fr", "de"]);
    expect(prediction.output).toMatchObject({
      key: "lion",
      known: true,
      sources: { fr: "concept", de: "concept" },
    });
    for (const texts of Object.values(prediction.output.texts))
      expect(texts).toEqual({
        alt_text: expect.stringMatching(/\.$/),
        fun_fact: expect.stringMatching(/.{20}/),
        story: expect.stringMatching(/.{40}/),
      });
    expect(prediction.logs).toContain("Using seed: 5\n");
    expect(prediction.logs).toMatch(/^100%\|█+\| 2\/2 \[/m);
  });

  it("takes the names as JSON too, and writes the same for the same seed", async () => {
    await using opened = await openAtelier();
    const write = async (given: unknown, seed: number) => {
      const input = { concept: "lion", names: given, tone: "calm", audience: 3, seed };
      return (await opened.client.predictions.create({ model, input, wait: true })).output;
    };
    const first = await write(names, 8);
    expect(await write(JSON.stringify(names), 8)).toEqual(first);
    expect((await write(names, 9)).texts.fr).not.toEqual(first.texts.fr);
    expect(Object.keys(first.texts)).toEqual(["fr", "en", "es", "it", "de"]);
  });

  it("says that it does not know a thing", async () => {
    await using opened = await openAtelier();
    const input = { concept: "quokka", languages: ["en"], seed: 1 };
    const { output } = await opened.client.predictions.create({ model, input, wait: true });
    expect(output).toMatchObject({ key: null, known: false, sources: { en: "word" } });
    expect(output.texts.en.story).toContain("quokka");
  });

  it("refuses a tone, an age and names that are none, in words", async () => {
    await using opened = await openAtelier();
    const refusal = async (input: Record<string, unknown>) => {
      const body = JSON.stringify({ input: { concept: "lion", ...input } });
      const response = await opened.call("/v1/models/atelier/text/predictions", { method: "POST", body });
      expect(response.status).toBe(422);
      return JSON.stringify(await response.json());
    };
    expect(await refusal({ tone: "angry" })).toContain("tone must be one of");
    expect(await refusal({ audience: 40 })).toContain("input.audience");
    expect(await refusal({ names: "lion" })).toContain("input.names");
    const input = { concept: "lion", names: "{broken" };
    const failed = await opened.client.predictions.create({ model, input, wait: true });
    expect(failed).toMatchObject({
      status: "failed",
      error: expect.stringContaining("The names are not JSON"),
    });
  });
});
