import { describe, expect, it } from "vitest";
import { keepPictureUrls, signedUntil } from "./picture-urls.ts";
import type { Page } from "./queries.ts";
import type { Asset } from "./schema.ts";

const now = Date.parse("2026-01-01T12:00:00Z");

function signed(name: string, minutesLeft: number): string {
  const claims = btoa(JSON.stringify({ exp: now / 1000 + minutesLeft * 60 }));
  return `http://storage/${name}?token=e30.${claims}.signature`;
}

function page(image_path: string, image_url: string | null): Page<Asset> {
  return { items: [{ id: "a1", image_path, image_url } as Asset], total: 1 };
}

describe("the address of a picture after a refetch", () => {
  it("stays while the picture is the same and the address lives on", () => {
    const before = page("lion", signed("old", 45));
    expect(keepPictureUrls(before, page("lion", signed("new", 60)), now)).toEqual(before);
  });

  it("changes with the picture", () => {
    const after = page("lion-2", signed("new", 60));
    expect(keepPictureUrls(page("lion", signed("old", 45)), after, now)).toEqual(after);
  });

  it("changes when the old one is about to end, or cannot be read", () => {
    const after = page("lion", signed("new", 60));
    expect(keepPictureUrls(page("lion", signed("old", 5)), after, now)).toEqual(after);
    expect(keepPictureUrls(page("lion", "http://storage/old"), after, now)).toEqual(after);
    expect(keepPictureUrls(undefined, after, now)).toEqual(after);
  });

  it("ends when its token does", () => {
    expect(signedUntil(signed("x", 30))).toBe(now + 30 * 60_000);
    expect(signedUntil("http://storage/x?token=nonsense.%%.x")).toBe(0);
  });
});
