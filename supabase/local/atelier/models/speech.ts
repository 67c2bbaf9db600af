import { LANGUAGES } from "../art/catalogue.ts";
import { addonFolder } from "../speech/addon.ts";
import type { Model } from "./model.ts";

interface SpeechInput {
  text: string;
  language: string;
  output_format?: "wav" | "mp3";
}

/** Speaks names and short sentences with the voice in this folder, and says how to add one where there is none. */
export const createSpeechModel = (folder: string): Model => ({
  owner: "atelier",
  name: "speech",
  description:
    'A name or a short text spoken by eSpeak NG, an add-on of its own: "npm run speech" installs it.',
  revision: 1,
  createdAt: "2026-11-21T00:00:00.000Z",
  lane: "speech",
  required: ["text", "language"],
  input: {
    text: { type: "string", description: "What is to be said.", minLength: 1, maxLength: 200 },
    language: { type: "string", description: "Language of the text.", enum: LANGUAGES },
    output_format: {
      type: "string",
      description: "File format: 22 kHz, one channel.",
      default: "wav",
      enum: ["wav", "mp3"],
    },
    seed: {
      type: "integer",
      description: "Changes nothing: a text is always said in the same way.",
      nullable: true,
      minimum: 0,
      maximum: 2_147_483_647,
    },
  },
  output: { type: "string", format: "uri" },
  async run(raw, context) {
    const { text, language, output_format: format = "wav" } = raw as unknown as SpeechInput;
    context.log("Atelier: speech by eSpeak NG, made on this machine");
    context.progress(0, 2);
    const { speak, talkerOf } = await import("../speech/speak.ts");
    const bytes = await speak({ text, language, format }, () => context.checkpoint(), talkerOf(folder));
    context.progress(1, 2);
    context.checkpoint();
    const file = await context.file(`speech.${format}`, format === "wav" ? "audio/wav" : "audio/mpeg", bytes);
    context.progress(2, 2);
    return file;
  },
});

export const speechModel = createSpeechModel(addonFolder);
