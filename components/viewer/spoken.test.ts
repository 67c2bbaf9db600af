import { describe, expect, it } from "vitest";
import type { Card } from "../../lib/universes/schema.ts";
import { isPlayable, linesOf, longestWord, mixed, nameOf, namesOf, talesOf } from "./spoken.ts";

const nothing = { fr: null, en: null, es: null, it: null, de: null };
const whale: Card = {
  id: "0b9e3f0e-8c1f-4a51-9f54-2d7a0b1c2d3e",
  sort_order: 0,
  names: { ...nothing, en: "whale", fr: "baleine" },
  texts: { ...nothing, fr: { speak_as: "baleigne", alt_text: null, fun_fact: null, story: null } },
  placeholder_color: null,
  image_url: null,
  video_url: null,
  model3d_url: null,
  speech: { ...nothing, en: "/media/whale.mp3" },
};

describe("the names of a card", () => {
  it("are those of the first language that has one, where the wanted has none", () => {
    expect(nameOf(whale, "de", ["de", "fr", "en"])).toEqual({ text: "baleine", language: "fr" });
    expect(nameOf({ ...whale, names: nothing }, "de", ["fr"])).toEqual({ text: "", language: "de" });
  });

  it("are two in two languages, but never the same twice", () => {
    expect(namesOf(whale, ["en", "fr"], ["fr", "en"]).map(({ text }) => text)).toEqual(["whale", "baleine"]);
    expect(namesOf(whale, ["fr", "de"], ["fr", "en"]).map(({ text }) => text)).toEqual(["baleine"]);
  });

  it("are said by their recordings, else as the device has to read them", () => {
    expect(linesOf(whale, namesOf(whale, ["en", "fr"], ["fr", "en"]))).toEqual([
      { url: "/media/whale.mp3", text: "whale", language: "en" },
      { url: null, text: "baleigne", language: "fr" },
    ]);
  });

  it("are as wide as their longest word, hyphens part words", () => {
    expect(longestWord("der Buckelwal")).toBe(9);
    expect(longestWord("arc-en-ciel")).toBe(4);
    expect(longestWord("")).toBe(0);
  });
});

describe("a mixed deck", () => {
  it("has every card once, in an order of chance", () => {
    const numbers = [1, 2, 3, 4, 5];
    expect(mixed(numbers, () => 0.99)).toEqual([5, 4, 3, 2, 1]);
    expect(mixed(numbers).toSorted()).toEqual(numbers);
  });

  it("is never in the order that it had", () => {
    expect(mixed([1, 2, 3], () => 0)).toEqual([2, 3, 1]);
    expect(mixed([1], () => 0)).toEqual([1]);
    expect(mixed([], () => 0)).toEqual([]);
  });
});

describe("games", () => {
  it("need four pictures, each another", () => {
    const deck = (...pictures: (string | null)[]) => pictures.map((image_url) => ({ ...whale, image_url }));
    expect(isPlayable(deck("a", "b", "c", "d"))).toBe(true);
    expect(isPlayable(deck("a", "b", "c", "c", null, null))).toBe(false);
  });
});

it("tells something to marvel at first, then a story, in the language that is shown", () => {
  const texts = { speak_as: null, alt_text: null, fun_fact: "Sie singt.", story: "Es war einmal." };
  const card = { ...whale, texts: { ...whale.texts, de: texts, en: { ...texts, fun_fact: null } } };
  expect(talesOf(card, "de")).toEqual(["Sie singt.", "Es war einmal."]);
  expect(talesOf(card, "en")).toEqual(["Es war einmal."]);
  expect([talesOf(card, "fr"), talesOf(card, "it"), talesOf(undefined, "de")]).toEqual([[], [], []]);
});
