import type { Model } from "./model.ts";

/** Lets a card's picture move. */
export const videoModel: Model = {
  owner: "atelier",
  name: "video",
  description:
    "A short film that repeats without a seam: a picture of atelier/picture comes alive, any other is panned over gently.",
  revision: 1,
  createdAt: "2026-11-21T00:00:00.000Z",
  lane: "videos",
  required: [],
  input: {
    image: {
      type: "string",
      description:
        "The picture: an http(s) URL or a data URI. Without it, concept or prompt say what to film.",
      nullable: true,
      maxLength: 1_000_000,
    },
    prompt: {
      type: "string",
      description: "What the film shows, in any of five languages.",
      nullable: true,
      maxLength: 4000,
    },
    concept: {
      type: "string",
      description: "Key or name of the thing, for a picture that does not say how it was made.",
      nullable: true,
      maxLength: 200,
    },
    theme: {
      type: "string",
      description: "Theme that decides the surroundings, where there is no picture.",
      nullable: true,
      maxLength: 200,
    },
    seed: {
      type: "integer",
      description: "Seed of a scene without a picture; a picture brings its own.",
      nullable: true,
      minimum: 0,
      maximum: 2_147_483_647,
    },
    duration: { type: "number", description: "Length in seconds.", default: 4, minimum: 3, maximum: 5 },
    resolution: { type: "integer", description: "Both sides in pixels.", default: 720, enum: [720, 1024] },
    voice: {
      type: "string",
      description: "A WAV or MP3 file to be heard in the film: an http(s) URL or a data URI.",
      nullable: true,
      maxLength: 1_000_000,
    },
  },
  output: { type: "string", format: "uri" },
  async run(input, context) {
    const { film } = await import("./film-pictures.ts");
    return film(input, context);
  },
};
