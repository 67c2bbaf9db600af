import { encodeMp3 } from "../music/mp3.ts";
import { addonProgram, howToAdd, isSpeechInstalled } from "./addon.ts";
import { createTalker, type Talker } from "./talker.ts";
import { tidy } from "./tidy.ts";
import { readWav, writeWav } from "./wav.ts";

export interface SpeechOrder {
  text: string;
  language: string;
  format: "wav" | "mp3";
}

let shared: Talker | undefined;

function talkerOfAddon(): Talker {
  if (!isSpeechInstalled()) throw new Error(howToAdd);
  shared ??= createTalker({ command: process.execPath, args: [addonProgram] });
  return shared;
}

/**
 * Speaks a text: one channel at the rate of the voice, trimmed and levelled. Rejects with how to add a voice where none is
 * installed, and with the reason where it fails. `onStep` is called between steps; what it throws ends the work.
 */
export async function speak(
  { text, language, format }: SpeechOrder,
  onStep: () => void,
  talker: Talker = talkerOfAddon(),
): Promise<Uint8Array> {
  const raw = await talker.say(language, text);
  onStep();
  const speech = tidy(readWav(raw));
  const { samples, rate } = speech;
  if (format === "wav") return writeWav(speech, "MagikSwipe Atelier with eSpeak NG");
  return encodeMp3({ channels: [samples], sampleRate: rate, kbps: 64 }, onStep);
}
