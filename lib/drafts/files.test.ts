import { describe, expect, it } from "vitest";
import { assetFiles, keepAddresses, mergeRecord, signedUntil, type WithFiles } from "./files.ts";

const now = Date.parse("2026-01-01T12:00:00Z");

function signed(name: string, minutesLeft: number): string {
  const claims = btoa(JSON.stringify({ exp: now / 1000 + minutesLeft * 60 }));
  return `http://storage/${name}?token=e30.${claims}.signature`;
}

type Card = WithFiles<(typeof assetFiles)[number]> & { progress: number };

const nothing = { video_path: null, video_url: null, model3d_path: null, model3d_url: null, progress: 100 };
const card = (image_path: string | null, image_url: string | null): Card => ({
  ...nothing,
  image_path,
  image_url,
});
const keep = (before: Card | undefined, after: Card) => keepAddresses(assetFiles, before, after, now);

describe("the address of a file after a refetch", () => {
  it("stays while the file is the same and the address lives on", () => {
    const before = card("lion", signed("old", 45));
    expect(keep(before, card("lion", signed("new", 60)))).toEqual(before);
  });

  it("changes with the file", () => {
    const after = card("lion-2", signed("new", 60));
    expect(keep(card("lion", signed("old", 45)), after)).toEqual(after);
  });

  it("changes when the old one is about to end, or cannot be read", () => {
    const after = card("lion", signed("new", 60));
    expect(keep(card("lion", signed("old", 5)), after)).toEqual(after);
    expect(keep(card("lion", "http://storage/old"), after)).toEqual(after);
    expect(keep(undefined, after)).toEqual(after);
  });

  it("ends when its token does", () => {
    expect(signedUntil(signed("x", 30))).toBe(now + 30 * 60_000);
    expect(signedUntil("http://storage/x?token=nonsense.%%.x")).toBe(0);
  });
});

describe("what a message says of a row", () => {
  const lion = card("lion", "http://storage/lion");

  it("leaves the old file in place until the new one is signed", () => {
    const { row, unsigned } = mergeRecord(assetFiles, lion, {
      image_path: "lion-2",
      video_path: "film",
      progress: 40,
    });
    expect(row).toEqual({ ...lion, progress: 40 });
    expect(unsigned).toEqual([
      ["image", "lion-2"],
      ["video", "film"],
    ]);
  });

  it("takes away what is gone, and leaves what it does not speak of", () => {
    expect(mergeRecord(assetFiles, lion, { image_path: null })).toEqual({
      row: card(null, null),
      unsigned: [],
      settled: ["image"],
    });
    expect(mergeRecord(assetFiles, lion, { progress: 40 }).row).toEqual({ ...lion, progress: 40 });
  });

  it("asks for no address of a file that is the same", () => {
    expect(mergeRecord(assetFiles, lion, { image_path: "lion" })).toEqual({
      row: lion,
      unsigned: [],
      settled: ["image"],
    });
  });
});
