import { LANGUAGES } from "../art/catalogue.ts";
import { STYLES } from "../scene/recipe.ts";
import type { Model } from "./model.ts";

const side = (what: string, usual: number) =>
  ({
    type: "integer",
    description: `${what} in pixels.`,
    default: usual,
    minimum: 256,
    maximum: 2048,
  }) as const;

/** Designs a deck's cover, poster or logo. */
export const graphicModel: Model = {
  owner: "atelier",
  name: "graphic",
  description:
    "The cover, the classroom poster or the logo of a deck, designed by a procedure on this machine.",
  revision: 1,
  createdAt: "2026-11-21T00:00:00.000Z",
  lane: "pictures",
  required: ["kind"],
  input: {
    kind: { type: "string", description: "What to design.", enum: ["cover", "poster", "logo"] },
    title: {
      type: "string",
      description: "Written large; without one the theme's name is.",
      nullable: true,
      maxLength: 200,
    },
    theme: {
      type: "string",
      description: "What the deck is about, in any language; decides the scenery.",
      nullable: true,
      maxLength: 200,
    },
    concepts: {
      type: "array",
      description: "Keys or names of the deck's things; without any, the theme's most typical.",
      default: [],
      maxItems: 30,
      items: { type: "string", maxLength: 200 },
    },
    names: {
      type: "array",
      description: "Words under the things of a poster, in the order of concepts.",
      default: [],
      maxItems: 30,
      items: { type: "string", maxLength: 200 },
    },
    language: {
      type: "string",
      description: "Language of the words, where title, theme and concepts do not tell.",
      nullable: true,
      enum: LANGUAGES,
    },
    style: { type: "string", description: "Style of the picture.", nullable: true, enum: STYLES },
    seed: {
      type: "integer",
      description: "Another seed, another hour, choice and order.",
      nullable: true,
      minimum: 0,
      maximum: 2_147_483_647,
    },
    width: side("Width", 1024),
    height: side("Height", 1024),
    output_format: { type: "string", description: "File format.", default: "webp", enum: ["webp", "png"] },
  },
  output: { type: "string", format: "uri" },
  async run(input, context) {
    const { design } = await import("./design-graphic.ts");
    return design(input, context);
  },
};
