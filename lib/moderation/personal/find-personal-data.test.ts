import { describe, expect, it } from "vitest";
import { findPersonalData } from "./find-personal-data.ts";

const found = (text: string) =>
  findPersonalData(text, "en").map((find) => text.slice(find.start, find.end).trim());

describe("personal data", () => {
  it("is found as an e-mail address", () => {
    expect(found("write to anna_92@hotmail.co.uk please")).toEqual(["anna_92@hotmail.co.uk"]);
    expect(found("anna at example dot org")).not.toEqual([]);
  });

  it.each([
    "06 12 34 56 78",
    "01.42.68.53.00",
    "+33 6 12 34 56 78",
    "555-123-4567",
    "(212) 555-0187",
    "07700 900123",
    "612345678",
    "+34 698 76 54 32",
    "347 123 4567",
    "06 6982 1234",
    "0151 23456789",
    "0049 89 12345678",
  ])("is found as the telephone number %s", (number) => {
    expect(found(`call ${number} now`)).toEqual([number]);
  });

  it("is found as the number of a card or an account", () => {
    expect(found("4111 1111 1111 1111")).toEqual(["4111 1111 1111 1111"]);
    expect(found("DE89 3704 0044 0532 0130 00")).not.toEqual([]);
  });

  it.each([
    "5 avenue Victor Hugo, Lyon",
    "12 rue de la Paix",
    "3 bis boulevard Voltaire",
    "42 Maple Avenue, Springfield",
    "7 Church Road",
    "calle Mayor 12",
    "calle de Alcalá 27, 3º B",
    "via Roma 12",
    "Viale Garibaldi 5, Milano",
    "Goethestr. 5, Berlin",
    "Am Bahnhofsweg 27",
    "Berliner Straße 5",
  ])("is found as the address %s", (address) => {
    expect(found(address)).not.toEqual([]);
  });

  it.each([
    "1 2 3 4 5 6 7 8 9 10",
    "10 20 30 40 50 60 70 80 90 100",
    "0123456789",
    "1 000 000 000",
    "24.12.2026",
    "2026-12-24",
    "from 1990 to 2026",
    "12 rues sur un plan",
    "une rue avec 12 maisons",
    "una calle con 3 coches",
    "la plaza con 3 palomas",
    "una via con tante case",
    "3 cars on the road",
    "a 5 way street",
    "eine Straße mit 12 Häusern",
    "Spielplatz 3 Kinder",
    "a house at number 12",
    "5 candles",
    "3 @ 4",
  ])("is not in %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});
