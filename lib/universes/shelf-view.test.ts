import { describe, expect, test } from "vitest";
import { isNarrowed, readShelfView, shelfAddress } from "./shelf-view.ts";

const everything = { search: null, language: null, theme: null, size: null, sort: null, page: 1 };

describe("an address of the shelf", () => {
  test("says nothing of what is usual", () => {
    expect(readShelfView({})).toEqual(everything);
    expect(shelfAddress(everything)).toBe("/explore");
    expect(isNarrowed(everything)).toBe(false);
  });

  test("is read as it was written", () => {
    const view = {
      search: "été à l’île & co",
      language: "fr",
      theme: "ocean",
      size: "medium",
      sort: "name",
      page: 3,
    } as const;
    const { searchParams } = new URL(shelfAddress(view, { page: 3 }), "http://studio.test");
    expect(readShelfView(Object.fromEntries(searchParams))).toEqual(view);
    expect(isNarrowed(view)).toBe(true);
  });

  test("counts what is wrong in it as not said, and the first of several", () => {
    expect(
      readShelfView({
        search: "  ",
        language: "xx",
        theme: "../..",
        size: "12",
        sort: "price",
        page: "-1",
        other: "x",
      }),
    ).toEqual(everything);
    expect(readShelfView({ page: "1e9", language: ["de", "fr"], search: [" a \n b ", "c"] })).toEqual({
      ...everything,
      language: "de",
      search: "a b",
    });
    expect(readShelfView({ search: "x".repeat(500) }).search).toHaveLength(100);
    expect(readShelfView({ search: "w\u0000hale\ud800" }).search).toBe("whale\ufffd");
    expect(readShelfView({ search: "\u0000\u200b" }).search).toBeNull();
  });

  test("begins at the first page when something else is chosen", () => {
    const view = { ...everything, theme: "farm", page: 4 };
    expect(shelfAddress(view, { language: "de" })).toBe("/explore?language=de&theme=farm");
    expect(shelfAddress(view, { page: 5 })).toBe("/explore?theme=farm&page=5");
  });
});
