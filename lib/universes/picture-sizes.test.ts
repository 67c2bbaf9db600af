import { expect, it } from "vitest";
import { sizesOf } from "./picture-sizes.ts";

it("lists a published picture in three sizes", () => {
  expect(sizesOf("/media/ab/abc.webp")).toBe(
    "/media/w400/ab/abc.webp 400w, /media/w800/ab/abc.webp 800w, /media/w1280/ab/abc.webp 1280w",
  );
});

it.each([null, "", "/media/ab/abc.mp4", "http://platform/storage/abc.webp?token=1", "/art/fox.webp"])(
  "%s has one size",
  (url) => {
    expect(sizesOf(url)).toBeUndefined();
  },
);
