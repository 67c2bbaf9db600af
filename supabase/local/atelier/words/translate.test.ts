import { expect, it } from "vitest";
import { nameIn } from "./translate.ts";

it.each([
  ["Fuchs", "fox"],
  ["le renard", "fox"],
  ["foxes", "fox"],
  ["ZORRO", "fox"],
  ["la volpe", "fox"],
  ["le volpi", "fox"],
  ["Füchse", "fox"],
])("says %s in five languages", (label, key) => {
  expect(nameIn(label)).toEqual({
    key,
    known: true,
    names: { fr: "renard", en: "fox", es: "zorro", it: "volpe", de: "Fuchs" },
  });
});

it("says the title of a theme", () => {
  expect(nameIn("Baustelle")).toMatchObject({
    key: "construction",
    names: { fr: "Chantier", it: "Cantiere" },
  });
});

it("leaves an unknown word as it was typed", () => {
  const names = { fr: "Zwöllimutz", en: "Zwöllimutz", es: "Zwöllimutz", it: "Zwöllimutz", de: "Zwöllimutz" };
  expect(nameIn("  Zwöllimutz ")).toEqual({ key: null, known: false, names });
});
