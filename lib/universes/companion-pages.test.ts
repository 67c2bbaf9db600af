import { expect, test } from "vitest";
import { companionOf, mayBeFramed } from "./companion-pages.ts";

test.each([
  ["/u/ocean/print", "/u/sea/print"],
  ["/u/ocean/share", "/u/sea/share"],
])("%s moves with its universe to %s", (path, moved) => {
  const found = companionOf(path);
  expect([found?.slug, found?.pageOf("sea")]).toEqual(["ocean", moved]);
});

test.each(["/", "/u/ocean", "/u/ocean/files", "/embed/ocean", "/drafts/x/print", "/u//print"])(
  "%s is around no universe",
  (path) => {
    expect(companionOf(path)).toBeNull();
  },
);

test("only the cards for other websites may be framed", () => {
  expect(
    ["/embed/ocean", "/embed/a/b", "/u/ocean", "/u/embed/print", "/drafts", "/sign-in"].filter(mayBeFramed),
  ).toEqual(["/embed/ocean"]);
});
