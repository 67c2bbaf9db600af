import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addonFolder, isSpeechInstalled } from "../speech/addon.ts";
import { installSpeech } from "../speech/install.ts";
import { talkerOf } from "../speech/speak.ts";
import { readWav } from "../speech/wav.ts";
import { openAtelier } from "../testing/open-atelier.ts";
import { createSpeechModel } from "./speech.ts";

const words = { fr: "le renard", en: "the fox", es: "el zorro", it: "la volpe", de: "der Fuchs" };

/** A copy of the add-on, so that a test neither needs nor changes what is installed here. */
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "speech-"));
  for (const name of ["package.json", "package-lock.json", "speak.mjs"])
    await copyFile(join(addonFolder, name), join(folder, name));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the model as the Atelier does, and gives the file that it stores. */
async function say(text: string, language: string, output_format = "wav") {
  const files: { name: string; type: string; bytes: Buffer }[] = [];
  const ignore = () => {};
  await createSpeechModel(folder).run(
    { text, language, output_format },
    {
      ...{ log: ignore, progress: ignore, output: ignore, checkpoint: ignore },
      file: async (name, type, bytes) => `file ${files.push({ name, type, bytes: Buffer.from(bytes) })}`,
    },
  );
  const [file] = files;
  if (!file) throw new Error("nothing was said");
  return file;
}

it("the speech model refuses languages that it does not speak, and texts that are too long", async () => {
  await using opened = await openAtelier();
  for (const input of [
    { text: "een vos", language: "nl" },
    { text: "a".repeat(201), language: "fr" },
    { text: "", language: "fr" },
    { language: "fr" },
  ])
    await expect(opened.client.predictions.create({ model: "atelier/speech", input })).rejects.toThrow("422");
});

describe("a word that is to be said", () => {
  it("fails with how a voice is added where none is installed", async () => {
    await expect(say("le renard", "fr")).rejects.toThrow(
      'No voice is installed on this machine. "npm run speech" adds one',
    );
  });

  it("is said in each language where one is, levelled, and always in the same way", async () => {
    await installSpeech(folder);
    expect(isSpeechInstalled(folder)).toBe(true);
    const sounds = new Set<string>();
    for (const [language, text] of Object.entries(words)) {
      const { name, type, bytes } = await say(text, language);
      expect([name, type]).toEqual(["speech.wav", "audio/wav"]);
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
    talkerOf(folder).stop();
  });
});
