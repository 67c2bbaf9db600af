import { describe, expect, it } from "vitest";
import { composeScene } from "./compose.ts";
import { bindColours, companionNouns, findNouns, findSubject, guessLanguage } from "./subject.ts";
import { readWishes } from "./words.ts";

const PINK = "#ff7fb2";
const RED = "#f0453f";
const BLUE = "#3f8cf5";

describe("the subject of a prompt", () => {
  it.each([
    ["deux renards dans la neige", "fox"],
    ["A cheerful children's book illustration of a hedgehog, soft light", "hedgehog"],
    ['An illustration of "fire engine" for toddlers', "fire-engine"],
    ["A friendly {pelleteuse} at work", "excavator"],
    ["un león rosa con corona de noche", "lion"],
    ["eine kleine Katze mit einem roten Ball", "cat"],
    ["una rana verde sotto la pioggia", "frog"],
  ])("in “%s” is %s", (prompt, key) => {
    expect(findSubject(undefined, prompt, guessLanguage(prompt)).concept?.key).toBe(key);
  });

  it.each([
    ["Müllwagen", "garbage-truck", undefined],
    ["großer grüner Müllwagen", "garbage-truck", "#4cbf5f"],
    ["Poulpe rigolo", "octopus", undefined],
    ["Roter Bagger", "excavator", RED],
    ["the big blue whale", "whale", BLUE],
    ["vaca manchada", "cow", undefined],
    ["piccola rana verde", "frog", "#4cbf5f"],
  ])("named “%s” is %s", (label, key, colour) => {
    const subject = findSubject(label, `A friendly ${label}`, "en");
    expect([subject.concept?.key, subject.colour]).toEqual([key, colour]);
  });

  it.each(["niche du chien", "doll house", "Roter Unsinn"])("is not guessed from a part of “%s”", (label) => {
    expect(findSubject(label, "", null)).toEqual({ concept: null, label });
  });

  it("is what the caller names, whatever the prompt says", () => {
    expect(findSubject("renard", "a lion and a zebra", "en").concept?.key).toBe("fox");
  });

  it("has no company from words that say what kind of picture it is", () => {
    const prompt =
      "A friendly lion, in a tidy colourful town, soft 3D picture-book illustration for young children, rounded shapes, warm light, one clear subject in the middle, no text";
    const nouns = findNouns(prompt, guessLanguage(prompt));
    expect(companionNouns(nouns, nouns[0]?.concept ?? null)).toEqual([]);
  });

  it("keeps the word nobody drew, to be written into the picture", () => {
    expect(findSubject("gyroscope", "", null)).toEqual({ concept: null, label: "gyroscope" });
  });
});

describe("the wishes of a prompt", () => {
  it.each([
    ["two foxes at night in the snow", { time: "night", weather: "snow", count: 2 }],
    ["trois chats au coucher, sous la pluie", { weather: "rain", count: 3 }],
    ["dos perros al atardecer con globos", { time: "sunset", count: 2, balloons: true }],
    ["un piccolo gatto con una corona, arcobaleno", { hat: "crown", rainbow: true, scale: 0.66 }],
    ["ein riesiger Bär mit Hut am Morgen", { hat: "top-hat", time: "dawn", scale: 1.2 }],
  ])("are read from “%s”", (prompt, wishes) => {
    expect(readWishes(prompt)).toMatchObject(wishes);
  });

  it.each([
    ["a pink lion with a blue balloon", { lion: PINK, balloon: BLUE }],
    ["un lion rose avec une pomme rouge", { lion: PINK, apple: RED }],
    ["ein roter Apfel und ein blauer Hund", { apple: RED, dog: BLUE }],
    ["a dog with a blue spaceship and a bone", {}],
    ["un león rosa con globos azules", { lion: PINK, balloon: BLUE }],
    ["the lion is pink", { lion: PINK }],
  ])("give each colour to its own thing in “%s”", (prompt, colours) => {
    const language = guessLanguage(prompt);
    const hero = findSubject(undefined, prompt, language);
    const bound = bindColours(
      readWishes(prompt).colours,
      findNouns(prompt, language),
      hero,
      prompt,
      language,
    );
    expect(Object.fromEntries(bound)).toEqual(colours);
  });
});

describe("a scene", () => {
  const heroes = (prompt: string) =>
    composeScene({ concept: "fox", theme: "forest", prompt, seed: 3 }).layers.filter(
      ({ kind }) => kind === "hero",
    ).length;

  it("shows as many heroes as the prompt counts", () => {
    expect([heroes(""), heroes("deux renards"), heroes("drei Füchse")]).toEqual([1, 2, 3]);
  });

  it("is set where its theme or its own nature says", () => {
    const place = (concept: string, theme: string) => composeScene({ concept, theme, seed: 1 }).environment;
    expect(place("lion", "jungle")).toBe("jungle");
    expect(place("helicopter", "vehicles")).toBe("sky");
    expect(place("sailboat", "vehicles")).toBe("sea");
    expect(place("train", "vehicles")).toBe("railway");
    expect(place("vache", "la ferme")).toBe("farm");
    expect(place("pizza", "")).toBe("table");
    expect(place("gyroscope", "things")).toBe("podium");
  });

  it("invites the things a prompt names", () => {
    const { layers } = composeScene({ prompt: "a hedgehog with an apple and a mushroom", seed: 4 });
    const company = layers
      .filter(({ kind }) => kind === "companion")
      .map(({ svg }) => svg)
      .join("");
    expect(company).toContain("@@red-apple@");
    expect(company).toContain("@@mushroom@");
  });

  it("writes an unknown word as outlines, because a bare machine has no fonts", () => {
    const svg = composeScene({ concept: "Überraschung", seed: 1 })
      .layers.map((layer) => layer.svg)
      .join("");
    expect(svg).not.toContain("<text");
    expect(svg).not.toContain("font-family");
    expect(svg.length).toBeGreaterThan(
      composeScene({ concept: "ⵣⵣⵣ", seed: 1 })
        .layers.map((layer) => layer.svg)
        .join("").length,
    );
  });
});
