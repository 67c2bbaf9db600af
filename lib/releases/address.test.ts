import { expect, it } from "vitest";
import { suggestSlugs, toSlug } from "./address.ts";

it.each([
  ["L'océan bleu!", "l-ocean-bleu"],
  ["Große Bären & Füchse", "grosse-baren-fuchse"],
  ["  --Ñandú--  ", "nandu"],
  ["Œuf", "oeuf"],
  ["日本", ""],
  ["a".repeat(80), "a".repeat(60)],
])("an address is made of %s", (text, slug) => {
  expect(toSlug(text)).toBe(slug);
});

it("while somebody types, a hyphen at the end stays for the next word", () => {
  expect(toSlug("Our ", { isTyping: true })).toBe("our-");
  expect(toSlug("Our ")).toBe("our");
});

it("suggests the names in the languages of the universe, each once and never the present address", () => {
  const names = { fr: "La mer", en: "The sea", es: null, it: null, de: "Das Meer" };
  const sea = { slug: "the-sea", name: "The sea", names, theme: "ocean" };
  expect(suggestSlugs(sea, ["de", "en"])).toEqual(["das-meer", "the-sea-ocean"]);
  expect(suggestSlugs({ ...sea, slug: "the-sea-2" }, ["fr", "de"])).toEqual([
    "the-sea",
    "la-mer",
    "das-meer",
  ]);
});
