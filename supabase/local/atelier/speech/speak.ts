import { join } from "node:path";
import { encodeMp3 } from "../music/mp3.ts";
import { addonFolder, howToAdd, isSpeechInstalled } from "./addon.ts";
import { createTalker, type Talker } from "./talker.ts";
import { tidy } from "./tidy.ts";
import { readWav, writeWav } from "./wav.ts";

export interface SpeechOrder {
  text: string;
  language: string;
  format: "wav" | "mp3";
}

const talkers = new Map<string, Talker>();

/** The one process that speaks with the voice in this folder. Throws how to add a voice where none is installed. */
export function talkerOf(folder = addonFolder): Talker {
  if (!isSpeechInstalled(folder)) throw new Error(howToAdd);
  const talker =
    talkers.get(folder) ?? createTalker({ command: process.execPath, args: [join(folder, "speak.mjs")] });
  talkers.set(folder, talker);
  return talker;
}

/**
 * Speaks a text: one channel at the rate of the voice, trimmed and levelled. Rejects with the reason where that fails. `onStep`
 * is called between steps; what it throws ends the work.
 */
export async function speak(
  { text, language, format }: SpeechOrder,
  onStep: () => void,
  talker: Talker,
): Promise<Uint8Array> {
  const raw = await talker.say(language, text);
  onStep();
  const speech = tidy(readWav(raw));
  const { samples, rate } = speech;
  if (format === "wav") return writeWav(speech, "MagikSwipe Atelier with eSpeak NG");
  return encodeMp3({ channels: [samples], sampleRate: rate, kbps: 64 }, onStep);
}
