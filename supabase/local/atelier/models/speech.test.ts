import { describe, expect, it } from "vitest";
import { isSpeechInstalled } from "../speech/addon.ts";
import { readWav } from "../speech/wav.ts";
import { openAtelier } from "../testing/open-atelier.ts";

const model = "atelier/speech";
const installed = isSpeechInstalled();
const words = { fr: "le renard", en: "the fox", es: "el zorro", it: "la volpe", de: "der Fuchs" };

describe("the speech model", () => {
  it("says how a voice is added where none is installed", async (test) => {
    if (installed) test.skip("the voice is installed here");
    await using opened = await openAtelier();
    const input = { text: "le renard", language: "fr" };
    const made = await opened.client.predictions.create({ model, input, wait: true });
    expect(made).toMatchObject({ status: "failed", output: null });
    expect(made.error).toContain('No voice is installed on this machine. "npm run speech" adds one');
  });

  it("refuses languages that it does not speak, and texts that are too long", async () => {
    await using opened = await openAtelier();
    for (const input of [
      { text: "een vos", language: "nl" },
      { text: "a".repeat(201), language: "fr" },
      { text: "", language: "fr" },
      { language: "fr" },
    ])
      await expect(opened.client.predictions.create({ model, input })).rejects.toThrow("422");
  });

  it("says a name in each language, levelled, and always in the same way", async (test) => {
    if (!installed) test.skip('the voice is not installed: "npm run speech" adds it');
    await using opened = await openAtelier();
    const say = async (text: string, language: string, output_format = "wav") => {
      const input = { text, language, output_format };
      const { output } = await opened.client.predictions.create({ model, input, wait: true });
      const response = await fetch(String(output));
      return { type: response.headers.get("content-type"), bytes: Buffer.from(await response.arrayBuffer()) };
    };
    const sounds = new Set<string>();
    for (const [language, text] of Object.entries(words)) {
      const { type, bytes } = await say(text, language);
      expect(type).toBe("audio/wav");
      const { rate, samples } = readWav(bytes);
      expect(rate).toBe(22_050);
      expect(samples.length / rate).toBeGreaterThan(0.5);
      expect(samples.length / rate).toBeLessThan(2.5);
      const level = Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
      expect(20 * Math.log10(level)).toBeGreaterThan(-27);
      expect(20 * Math.log10(level)).toBeLessThan(-18);
      expect((await say(text, language)).bytes.equals(bytes)).toBe(true);
      sounds.add(bytes.toString("base64"));
    }
    expect(sounds.size).toBe(5);
    const { type, bytes } = await say("le renard", "fr", "mp3");
    expect(type).toBe("audio/mpeg");
    expect([bytes[0], (bytes[1] ?? 0) & 0xf6]).toEqual([0xff, 0xf2]);
  }, 60_000);
});
