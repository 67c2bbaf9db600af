import type { Model } from "./model.ts";

/** Paints picture-book scenes. */
export const pictureModel: Model = {
  owner: "atelier",
  name: "picture",
  description: "A picture-book scene of one thing, painted by a procedure on this machine.",
  revision: 2,
  createdAt: "2026-11-21T00:00:00.000Z",
  lane: "pictures",
  required: ["prompt"],
  input: {
    prompt: {
      type: "string",
      description: "What the picture shows, in any of five languages.",
      maxLength: 4000,
    },
    concept: {
      type: "string",
      description: "Key or name of the thing; else the prompt decides.",
      nullable: true,
      maxLength: 200,
    },
    theme: {
      type: "string",
      description: "Theme that decides the surroundings.",
      nullable: true,
      maxLength: 200,
    },
    style: {
      type: "string",
      description: "Style of the picture, or words for it.",
      nullable: true,
      maxLength: 200,
    },
    negative_prompt: {
      type: "string",
      description:
        "Companions, weather, hours and adornments that must not appear, in any of five languages.",
      nullable: true,
      maxLength: 2000,
    },
    seed: {
      type: "integer",
      description: "Another seed, another picture.",
      nullable: true,
      minimum: 0,
      maximum: 2_147_483_647,
    },
    width: { type: "integer", description: "Width in pixels.", default: 1024, minimum: 64, maximum: 2048 },
    height: { type: "integer", description: "Height in pixels.", default: 1024, minimum: 64, maximum: 2048 },
    output_format: {
      type: "string",
      description: "File format.",
      default: "webp",
      enum: ["webp", "png", "jpg"],
    },
    num_outputs: { type: "integer", description: "How many pictures.", default: 1, minimum: 1, maximum: 4 },
  },
  output: { type: "array", items: { type: "string", format: "uri" } },
  async run(input, context) {
    const { paint } = await import("./paint-pictures.ts");
    return paint(input, context);
  },
};
