import { describe, expect, it } from "vitest";
import { JobFailure } from "../../supabase/functions/_shared/failure.ts";
import { readConcepts } from "../../supabase/functions/_shared/read-concepts.ts";

const payload = {
  theme: "ocean",
  template: "ocean",
  count: 3,
  instruction: "things of the ocean",
  exclude: ["Whale"],
  seed: 1,
};
const names = { fr: "crabe", en: "crab", es: "cangrejo", it: "granchio", de: "Krabbe" };
const output = { theme_names: { en: "Ocean" }, concepts: [{ key: "crab", names }] };
const keys = (answer: unknown) => readConcepts(answer, payload).concepts.map((concept) => concept.key);

describe("the answer of a concepts model", () => {
  it("may be the object itself, its JSON, or that JSON in pieces with words around it", () => {
    const json = JSON.stringify(output);
    const pieces = ["Here you are:\n```json\n", json.slice(0, 20), json.slice(20), "\n```\nEnjoy!"];
    for (const answer of [output, json, pieces])
      expect(readConcepts(answer, payload).concepts[0]?.names).toEqual(names);
  });

  it("gives the theme's names, also in the Atelier's form", () => {
    expect(readConcepts(output, payload).theme_names?.en).toBe("Ocean");
    const atelier = { theme: { key: "ocean", names }, concepts: output.concepts, mixed: false };
    expect(readConcepts(atelier, payload).theme_names).toEqual(names);
  });

  it("loses doubles, what the draft has already, and what is too much", () => {
    const concepts = ["crab", "CRAB", "whale", "shell", "seal", "shark"].map((key) => ({ key, names }));
    expect(keys({ concepts })).toEqual(["crab", "shell", "seal"]);
  });

  it("loses what is not for children, and of a concept the name that is not", () => {
    const concepts = [
      { key: "machine gun", names },
      { key: "crab", names: { ...names, en: "crab", de: "Maschinengewehr" } },
    ];
    const answer = readConcepts({ concepts }, payload).concepts;
    expect(answer).toEqual([{ key: "crab", names: { ...names, de: null } }]);
  });

  it("keeps a concept whose names are incomplete or strange, with what is sound of it", () => {
    const [concept] = readConcepts(
      { concepts: [{ key: "crab", names: { fr: 7, de: " Krabbe\u202e\n " } }] },
      payload,
    ).concepts;
    expect(concept?.names).toEqual({ fr: null, en: "crab", es: null, it: null, de: "Krabbe" });
  });

  it("cuts long names between graphemes", () => {
    const family = "👨‍👩‍👧‍👦";
    const long = { ...names, en: family.repeat(40) };
    const cut =
      readConcepts({ concepts: [{ key: "family", names: long }] }, payload).concepts[0]?.names.en ?? "";
    expect(cut.length).toBeLessThanOrEqual(100);
    expect(cut).toBe(family.repeat(9));
  });

  it("fails, to be asked for again, when nothing in it can be used", () => {
    const useless = [
      null,
      7,
      "",
      "Sorry, I cannot",
      "{",
      {},
      { concepts: "crab" },
      { concepts: [] },
      { concepts: [{}] },
    ];
    for (const answer of [...useless, { concepts: [{ key: "whale", names }] }]) {
      const read = () => readConcepts(answer, payload);
      expect(read).toThrow(JobFailure);
      expect(read).toThrow("provider_output_unusable");
    }
  });
});
