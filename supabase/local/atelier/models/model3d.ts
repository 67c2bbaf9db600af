import type { Model } from "./model.ts";

/** Makes a toy that a browser can turn. */
export const model3dModel: Model = {
  owner: "atelier",
  name: "model3d",
  description:
    "A soft toy of one thing as a GLB that a browser can turn, made by a procedure on this machine.",
  revision: 1,
  createdAt: "2026-11-21T00:00:00.000Z",
  lane: "pictures",
  required: [],
  input: {
    concept: {
      type: "string",
      description: "Key or name of the thing, in any of five languages; else the prompt decides.",
      nullable: true,
      maxLength: 200,
    },
    prompt: {
      type: "string",
      description: "What the model shows; a colour in it is understood.",
      nullable: true,
      maxLength: 4000,
    },
    theme: {
      type: "string",
      description: "Theme of the deck. The toy is the same in all of them.",
      nullable: true,
      maxLength: 200,
    },
    image: {
      type: "string",
      description: "URL or data URI of a picture, of which a cushion is made when the thing is not known.",
      nullable: true,
      maxLength: 34_000_000,
    },
    seed: {
      type: "integer",
      description: "Another seed, another colour, pose or thickness.",
      nullable: true,
      minimum: 0,
      maximum: 2_147_483_647,
    },
  },
  output: { type: "string", format: "uri" },
  async run(input, context) {
    const { sculpt } = await import("./sculpt-model3d.ts");
    return sculpt(input, context);
  },
};
