import { describe, expect, test } from "vitest";
import type { Card } from "../universes/schema.ts";
import { printedNames, readPrintView, sheetsOf } from "./print-view.ts";

const offer = { languages: ["fr", "en", "de"], language: "en" } as const;
const usual = { first: "en", second: null, per: 4, hasLines: true, isPale: false, hasQr: true };

const card = (at: number, names: Partial<Card["names"]> = {}, image_url: string | null = "/media/a.webp") =>
  ({ id: `${at}`, names: { fr: null, en: null, es: null, it: null, de: null, ...names }, image_url }) as Card;

describe("the address of a print", () => {
  test("says nothing of what is usual", () => {
    expect(readPrintView({}, offer)).toEqual(usual);
  });

  test("is filled in by a form, which leaves out what is not ticked", () => {
    expect(readPrintView({ chosen: "1", first: "fr", second: "de", per: "9", pale: "on" }, offer)).toEqual({
      first: "fr",
      second: "de",
      per: 9,
      hasLines: false,
      isPale: true,
      hasQr: false,
    });
  });

  test("asks for no language that the cards do not have, and for none twice", () => {
    expect(readPrintView({ first: "it", second: "en", per: "7" }, offer)).toEqual(usual);
    expect(readPrintView({ first: ["fr", "de"], second: "xx", per: "-1" }, offer)).toEqual(usual);
  });
});

describe("the names under a picture", () => {
  const view = readPrintView({ first: "fr", second: "de" }, offer);

  test("are one in each of the two languages", () => {
    const names = printedNames(card(1, { fr: "baleine", de: "Wal", en: "whale" }), view, offer.languages);
    expect(names).toEqual([
      { text: "baleine", language: "fr" },
      { text: "Wal", language: "de" },
    ]);
  });

  test("are in another language where one lacks, and none twice", () => {
    expect(printedNames(card(1, { en: "whale" }), view, offer.languages)).toEqual([
      { text: "whale", language: "en" },
    ]);
    expect(printedNames(card(1, { de: "Wal" }), view, offer.languages)).toEqual([
      { text: "Wal", language: "de" },
    ]);
    expect(printedNames(card(1), view, offer.languages)).toEqual([]);
  });
});

describe("sheets", () => {
  const cards = [1, 2, 3, 4, 5].map((at) => card(at));

  test.each([
    [1, [1, 1, 1, 1, 1, 1]],
    [4, [4, 2]],
    [9, [6]],
  ])("of %d hold all cards and the QR code", (per, counts) => {
    const sheets = sheetsOf({ assets: cards }, readPrintView({ per: `${per}` }, offer));
    expect(sheets.map((places) => places.length)).toEqual(counts);
    expect(sheets.flat().at(-1)).toBe("qr");
    const ids = sheets.flat().flatMap((place) => (place === "qr" ? [] : place.card.id));
    expect(ids).toEqual(["1", "2", "3", "4", "5"]);
  });

  test("leave out cards without a picture, and the QR code where nobody wants it", () => {
    const view = readPrintView({ chosen: "1", per: "4" }, offer);
    expect(sheetsOf({ assets: [card(1, {}, null), card(2)] }, view)).toEqual([[{ card: card(2) }]]);
    expect(sheetsOf({ assets: [] }, view)).toEqual([]);
  });
});
