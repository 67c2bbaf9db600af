import { describe, expect, it } from "vitest";
import { checkDeck } from "./check-deck.ts";
import { cardOf, foundInText } from "./testing/cards.ts";

describe("alternative texts", () => {
  it("are missed where the card has a name, more so when other cards have one", () => {
    const bare = cardOf("a", { fr: "lion", en: "lion" });
    const told = cardOf("b", { fr: "tigre" }, { fr: { alt_text: "Un tigre." } });
    const found = checkDeck([bare, told], ["fr", "en"]).filter(({ rule }) => rule === "missing_alt");
    expect(found.map(({ cardId, language, severity }) => [cardId, language, severity])).toEqual([
      ["a", "fr", "warning"],
      ["a", "en", "hint"],
    ]);
  });

  it.each([
    ["en", "A picture of a lion in the grass.", "A lion in the grass."],
    ["en", "Photo: two cats.", "Two cats."],
    ["en", "Image of a photo of a cat.", "A cat."],
    ["fr", "Photo du lion.", "Le lion."],
    ["fr", "Une image d’un lion.", "Un lion."],
    ["fr", "L’image montre un lion.", "Un lion."],
    ["fr", "Dessin de l’âne.", "L’âne."],
    ["es", "Imagen del gato.", "El gato."],
    ["es", "Foto de un gato.", "Un gato."],
    ["it", "Un’immagine della balena.", "La balena."],
    ["it", "Foto dell’ape.", "L’ape."],
    ["de", "Bild: ein Löwe.", "Ein Löwe."],
  ] as const)("in %s need no opening: %s", (language, text, fix) => {
    expect(foundInText(language, "alt_text", text)).toEqual([`alt_opening → ${fix}`]);
  });

  it.each([
    ["de", "Ein Bild von einem Löwen."],
    ["de", "Das Foto zeigt einen Löwen."],
    ["de", "Zeichnung eines Löwen."],
  ] as const)("in %s are left to a person where German bends its words: %s", (language, text) => {
    expect(foundInText(language, "alt_text", text)).toEqual(["alt_opening"]);
  });

  it.each([
    ["en", "A picture of the colour red."],
    ["en", "An illustration of “zorp”."],
    ["en", "A picture frame on the wall."],
    ["fr", "Une image du nombre deux."],
    ["fr", "Une carte du monde."],
    ["es", "Una imagen del color rojo."],
    ["it", "Un’immagine del numero due."],
    ["de", "Ein Bild zur Farbe Rot."],
    ["de", "Ein Bilderbuch auf dem Teppich."],
  ] as const)("in %s may say what stands for something: %s", (language, text) => {
    expect(foundInText(language, "alt_text", text)).toEqual([]);
  });

  it("may begin with the picture that the card is about", () => {
    const card = cardOf("a", { en: "photo" }, { en: { alt_text: "A photo of a family." } });
    expect(checkDeck([card], ["en"])).toEqual([]);
  });

  it("are long beyond what screen readers say", () => {
    expect(foundInText("en", "alt_text", `A ${"very ".repeat(30)}long train.`)).toEqual(["long_alt"]);
  });
});

describe("fun facts", () => {
  it.each([
    ["It roars", "end_mark → It roars."],
    ["It roars,", "end_mark → It roars."],
  ])("end as sentences do: %s", (text, finding) => {
    expect(foundInText("en", "fun_fact", text)).toEqual([finding]);
  });

  it.each(["It roars!", "“It roars.”", "It sleeps…", "Does it roar? (Yes.)"])("end well: %s", (text) => {
    expect(foundInText("en", "fun_fact", text)).toEqual([]);
  });

  it("are short enough to be listened to", () => {
    expect(foundInText("en", "fun_fact", `It is ${"very ".repeat(40)}loud.`)).toEqual(["long_fact"]);
  });
});
