import { describe, expect, it } from "vitest";
import de from "../../messages/de.json" with { type: "json" };
import { whoBrings, wordsInBrowser } from "../../tests/fixtures/drawn-in-browser.ts";
import { clientWords, type WordsOf, wordsFor } from "./client-words.ts";

/** Where each part of the studio has its pages. Those of children bring their words along themselves. */
const folders: Record<WordsOf, string[]> = {
  public: ["(public)"],
  auth: ["(auth)"],
  studio: ["(studio)"],
  admin: ["(admin)"],
  class: ["(viewer)"],
};
const parts = Object.keys(clientWords) as WordsOf[];
const covers = (path: string, name: string) => name === path || name.startsWith(`${path}.`);

describe.each(parts)("the pages of %s", (part) => {
  const asked = wordsInBrowser(folders[part]);
  const sent: readonly string[] = clientWords[part];

  it("send along every word that is said in the browser", () => {
    const missing = [...asked].filter(([name]) => !sent.some((path) => covers(path, name)));
    expect(Object.fromEntries(missing)).toEqual({});
  });

  it("send no words that nobody there says", () => {
    const idle = sent.filter((path) => ![...asked.keys()].some((name) => covers(path, name)));
    expect(idle).toEqual([]);
    expect(new Set(sent).size).toBe(sent.length);
  });
});

describe("what runs in the browser", () => {
  it("includes what is loaded only later, and what is below without saying so", () => {
    const asked = wordsInBrowser(["(public)"]);
    // The palette, which is loaded when it is first opened.
    expect(asked.get("draftStatus")).toEqual(["components/site/palette.tsx"]);
    // A hook of it, which no directive marks.
    expect(asked.get("drafts")).toContain("components/site/use-site-commands.tsx");
  });

  it("does not include what only the server draws", () => {
    expect([...wordsInBrowser(["(public)"]).keys()]).not.toContain("landing");
  });
});

describe("pages for everybody", () => {
  it.each([
    ["zod", folders.studio],
    ["qr", folders.class],
  ])("bring no %s to the browser", (name, elsewhere) => {
    expect(whoBrings(name, folders.public)).toEqual([]);
    // What looks for it finds it where it is.
    expect(whoBrings(name, elsewhere)).not.toEqual([]);
  });

  it.each(["@base-ui/react", "@tanstack/react-query", "next-intl", "tailwind-merge"])(
    "load %s only once it is needed",
    (name) => {
      expect(whoBrings(name, folders.public, "at once")).toEqual([]);
      expect(whoBrings(name, folders.public)).not.toEqual([]);
      expect(whoBrings(name, folders.studio, "at once")).not.toEqual([]);
    },
  );
});

it("words keep their places, and a part of some leaves the rest of them", () => {
  const { staff, palette, ...others } = wordsFor("public", de);
  expect(staff).toEqual({ nav: de.staff.nav });
  expect(palette).toEqual(de.palette);
  expect(Object.keys(others)).not.toContain("admin");
});
