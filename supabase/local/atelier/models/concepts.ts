import { LANGUAGES, type Language } from "../art/catalogue.ts";
import { chooseConcepts } from "../words/choose-concepts.ts";
import type { Model } from "./model.ts";

interface ConceptsInput {
  theme: string;
  count?: number;
  language?: Language | null;
  exclude?: string[];
  age?: number | null;
  seed?: number | null;
}

const inEach = (type: string) => ({
  type: "object",
  properties: Object.fromEntries(LANGUAGES.map((language) => [language, { type }])),
});
const perLanguage = inEach("string");
/** True where a person should look at what was only typed. */
const flags = inEach("boolean");

/** Names picture-card concepts for a theme given in any of five languages. */
export const conceptsModel: Model = {
  owner: "atelier",
  name: "concepts",
  description: "Things to put on picture cards about a theme, named in five languages.",
  revision: 2,
  createdAt: "2026-11-21T00:00:00.000Z",
  lane: "words",
  required: ["theme"],
  input: {
    theme: {
      type: "string",
      description: "What the deck is about, in any language.",
      minLength: 1,
      maxLength: 200,
    },
    count: { type: "integer", description: "How many concepts.", default: 10, minimum: 1, maximum: 30 },
    language: {
      type: "string",
      description: "Language of the theme, where known.",
      nullable: true,
      enum: LANGUAGES,
    },
    languages: {
      type: "array",
      description: "Languages of the deck. Names come in all five whatever is asked.",
      default: [...LANGUAGES],
      maxItems: LANGUAGES.length,
      items: { type: "string", enum: LANGUAGES },
    },
    exclude: {
      type: "array",
      description: "Names, in any language, or keys that the deck has already.",
      default: [],
      maxItems: 500,
      items: { type: "string", maxLength: 200 },
    },
    age: { type: "integer", description: "Age of the children.", nullable: true, minimum: 1, maximum: 18 },
    seed: {
      type: "integer",
      description: "Another seed, another choice.",
      nullable: true,
      minimum: 0,
      maximum: 2_147_483_647,
    },
  },
  output: {
    type: "object",
    properties: {
      theme: {
        type: "object",
        properties: {
          key: { type: "string" },
          names: perLanguage,
          review: flags,
        },
      },
      concepts: {
        type: "array",
        items: {
          type: "object",
          properties: { key: { type: "string" }, names: perLanguage, articles: perLanguage },
        },
      },
      mixed: { type: "boolean" },
      note: { type: "string" },
    },
  },
  async run(input, { log }) {
    const { theme, count = 10, exclude = [], age, seed, language } = input as unknown as ConceptsInput;
    log("Atelier: word lists, read on this machine");
    const choice = chooseConcepts({
      theme,
      count,
      exclude,
      ...(language == null ? {} : { language }),
      ...(age == null ? {} : { age }),
      ...(seed == null ? {} : { seed }),
    });
    log(`Theme ${choice.theme.key}: ${choice.concepts.length} concepts${choice.mixed ? ", mixed" : ""}`);
    return choice;
  },
};
