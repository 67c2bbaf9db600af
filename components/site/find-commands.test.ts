import { describe, expect, it } from "vitest";
import { findCommands, foldWord } from "./find-commands.ts";

const commands = [
  { label: "My universes" },
  { label: "New universe" },
  { label: "Explore" },
  { label: "Look: dark", keywords: "theme night" },
  { label: "Language: Français", keywords: "French" },
  { label: "Größe und Aussehen" },
];
const found = (query: string) => findCommands(commands, query).map(({ label }) => label);

describe("a command is found", () => {
  it("by the beginning of any of its words, before those that only contain it", () => {
    expect(found("uni")).toEqual(["My universes", "New universe"]);
    expect(found("lo")).toEqual(["Look: dark", "Explore"]);
  });

  it("without accents, capitals and eszett", () => {
    expect(found("FRANCAIS")).toEqual(["Language: Français"]);
    for (const typed of ["GRÖSSE", "grosse", "größe"]) expect(found(typed)).toEqual(["Größe und Aussehen"]);
    expect(foldWord("Straße à l’œil")).toBe("strasse a l’oeil");
  });

  it("by other words for the same thing", () => {
    expect(found("night")).toEqual(["Look: dark"]);
    expect(found("french")).toEqual(["Language: Français"]);
  });

  it("by several words in any order, all of which it must have", () => {
    expect(found("universe new")).toEqual(["New universe"]);
    expect(found("universe dark")).toEqual([]);
  });

  it("also by signs that mean something to a search", () => {
    expect(found("(*")).toEqual([]);
    expect(found("look:")).toEqual(["Look: dark"]);
  });
});

it("without a word all are there, in their order", () => {
  expect(findCommands(commands, "  ")).toEqual(commands);
});
