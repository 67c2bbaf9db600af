import { LANGUAGES } from "../art/catalogue.ts";
import { nameIn } from "../words/translate.ts";
import type { Model } from "./model.ts";

const inEach = (type: string) => ({
  type: "object",
  properties: Object.fromEntries(LANGUAGES.map((language) => [language, { type }])),
});
const perLanguage = inEach("string");
/** True where a person should look at what was only typed. */
const flags = inEach("boolean");

/** Says one word in five languages. */
export const namesModel: Model = {
  owner: "atelier",
  name: "names",
  description:
    "The name of one thing in five languages, with its articles; a word that is not known stays as it was typed.",
  revision: 2,
  createdAt: "2026-11-21T00:00:00.000Z",
  lane: "words",
  required: ["label"],
  input: {
    label: {
      type: "string",
      description: "One thing, in any of the five languages.",
      minLength: 1,
      maxLength: 200,
    },
    language: {
      type: "string",
      description: "Language of the label, where known.",
      nullable: true,
      enum: LANGUAGES,
    },
  },
  output: {
    type: "object",
    properties: {
      key: { type: "string", nullable: true },
      known: { type: "boolean" },
      names: perLanguage,
      articles: perLanguage,
      review: flags,
    },
  },
  async run(input, { log }) {
    log("Atelier: word lists, read on this machine");
    const language = LANGUAGES.find((candidate) => candidate === input.language);
    const translation = nameIn(String(input.label), language);
    log(translation.known ? `Known as ${translation.key}` : "Not known: the word stays as it was typed");
    return translation;
  },
};
