import { randomInt } from "node:crypto";
import { LANGUAGES } from "../art/catalogue.ts";
import type { Model } from "./model.ts";

interface MusicInput {
  theme?: string | null;
  template?: string | null;
  mood?: string | null;
  genre?: string | null;
  prompt?: string | null;
  language?: string | null;
  seed?: number | null;
  duration?: number | null;
}

const largestSeed = 2_147_483_647;

/** Composes and plays short pieces of children's music. */
export const musicModel: Model = {
  owner: "atelier",
  name: "music",
  description:
    "A short piece of instrumental music for children, composed and played by a procedure on this machine.",
  revision: 1,
  createdAt: "2026-11-21T00:00:00.000Z",
  lane: "music",
  required: [],
  input: {
    theme: {
      type: "string",
      description: "What the music is for; it chooses the instruments.",
      nullable: true,
      maxLength: 200,
    },
    template: {
      type: "string",
      description: "Key of a theme, where the theme itself is not known.",
      nullable: true,
      maxLength: 200,
    },
    mood: {
      type: "string",
      description: "Words in any of five languages: calm, dreamy, joyful, playful, adventurous.",
      nullable: true,
      maxLength: 200,
    },
    genre: {
      type: "string",
      description:
        "Words in any of five languages: lullaby, waltz, march, folk, electronic, jazz, classical.",
      nullable: true,
      maxLength: 200,
    },
    prompt: {
      type: "string",
      description: "What it should be like; it may name a nursery tune.",
      nullable: true,
      maxLength: 4000,
    },
    language: {
      type: "string",
      description: "Language of the listeners: prefers tunes that they know.",
      nullable: true,
      enum: LANGUAGES,
    },
    seed: {
      type: "integer",
      description: "Another seed, another piece.",
      nullable: true,
      minimum: 0,
      maximum: largestSeed,
    },
    duration: {
      type: "number",
      description: "Length in seconds.",
      nullable: true,
      default: 24,
      minimum: 20,
      maximum: 30,
    },
  },
  output: { type: "string", format: "uri" },
  async run(raw, context) {
    const { duration, seed: given, ...texts } = raw as MusicInput;
    const seed = given ?? randomInt(largestSeed);
    context.log("Atelier: procedural music, made on this machine");
    context.log(`Using seed: ${seed}`);
    const { makeMusic } = await import("../music/make-music.ts");
    const bytes = await makeMusic(
      { ...texts, seconds: duration ?? 24, seed },
      {
        log: context.log,
        progress(done, total) {
          context.checkpoint();
          context.progress(done, total);
        },
      },
    );
    context.checkpoint();
    return context.file("music.mp3", "audio/mpeg", bytes);
  },
};
