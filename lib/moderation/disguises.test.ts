import { describe, expect, it } from "vitest";
import type { Language } from "../contract/languages.ts";
import { checkPrompt } from "./check-prompt.ts";
import { foldText } from "./fold/fold.ts";

const folded = (text: string) =>
  foldText(text)
    .characters.map((character) => character.plain)
    .join("");
const isRefused = (text: string, language: Language = "en") => !checkPrompt(text, [language]).allowed;

describe("a folded text", () => {
  it("is in small letters without accents", () => {
    expect(folded("ÉCOLE Ñandú Füße cœur")).toBe("ecole nandu fusse coeur");
  });

  it("keeps the accents that words are written with beside the plain letters", () => {
    expect(foldText("año").characters.map((character) => character.accented)).toEqual(["a", "ñ", "o"]);
    expect(foldText("an\u0303o").characters.map((character) => character.accented)).toEqual(["a", "ñ", "o"]);
    expect(foldText("ṕ").characters.map((character) => character.accented)).toEqual(["p"]);
  });

  it("has nothing that cannot be seen", () => {
    expect(folded("h\u200bo\u00adr\u2060s\ufeffe\u0336")).toBe("horse");
  });

  it("reads full width, mathematical, circled, squared and small capital letters", () => {
    expect(folded("ｈ𝓸𝐫ⓢ🅴")).toBe("horse");
    expect(folded("🇭🅞ʀꜱᴇ")).toBe("horse");
  });

  it("reads Cyrillic and Greek lookalikes", () => {
    expect(folded("һ\u043er\u0455\u0435")).toBe("horse");
    expect(folded("\u03c1\u03bfny")).toBe("pony");
  });

  it("tells where each character stands in the text", () => {
    const { normal, characters } = foldText("a\u200bﬁ🐎");
    expect(characters.map(({ at, until }) => normal.slice(at, until))).toEqual(["a", "f", "i", "🐎"]);
  });
});

describe("a refused word is seen", () => {
  it("with digits and signs for letters", () => {
    for (const text of ["r1fle", "p1st0l", "c0ca1ne", "wh1$key", "@lcohol", "sh!t", "c1gare+te"]) {
      expect(isRefused(text), text).toBe(true);
    }
  });

  it("with the wrong digit for a letter", () => expect(isRefused("wh5skey")).toBe(true));

  it("letter by letter, whatever stands between", () => {
    for (const text of [
      "r i f l e",
      "r.i.f.l.e",
      "r-i-f-l-e",
      "r - i - f - l - e",
      "r_i_f_l_e",
      "r🍎i🍎f🍎l🍎e",
    ]) {
      expect(isRefused(text), text).toBe(true);
    }
    expect(isRefused("a r i f l e")).toBe(true);
    expect(isRefused("c - o - ñ - o", "es")).toBe(true);
    expect(isRefused("c - o - n - o", "es")).toBe(false);
  });

  it("in two parts", () => {
    for (const text of ["ri fle", "whis key", "ri.fle", "coca-ine"]) expect(isRefused(text), text).toBe(true);
  });

  it("with letters drawn out", () => {
    for (const text of ["riiiifle", "whiskeyyyyy", "beeeeeer"]) expect(isRefused(text), text).toBe(true);
  });

  it("behind stars and other signs", () => {
    for (const text of ["r*fle", "wh**key", "r#fle", "ri🍎le", "*ifle"])
      expect(isRefused(text), text).toBe(true);
  });

  it("glued to others", () => {
    expect(isRefused("nakedwoman")).toBe(true);
    expect(isRefused("femmenue", "fr")).toBe(true);
    expect(isRefused("NakedGirl")).toBe(true);
  });

  it("as an emoji", () => expect(isRefused("🐰 🚬")).toBe(true));

  it("in a phrase of disguised words", () => expect(isRefused("b l o o d everywh3re")).toBe(true));

  it("even where it is harmless undisguised, because nobody disguises a rooster", () => {
    expect(isRefused("polla", "es")).toBe(false);
    expect(isRefused("mi p0lla enorme", "es")).toBe(true);
  });
});

describe("what only looks like a disguise", () => {
  it("passes: numbers, times, models, scales, letters and sounds", () => {
    const harmless = [
      "numbers 1 2 3 4 5 6 7 8 9 10",
      "10 20 30 40 50 60 70 80 90 100",
      "a clock that shows 12:30 on 24.12.2026",
      "a 4x4 car, a 3D printer, R2 and C3",
      "A B C D E F G",
      "a e i o u y",
      "do re mi fa so la ti",
      "fun!!! so cool!!!",
      "aaaah a ghost, wooow",
      "2 + 2 = 4, 3 * 4 = 12",
      "*clouds* and **stars**",
      "1 000 000 stars, 1000000000 fish",
      "t-shirt, x-ray, e-mail, merry-go-round",
    ];
    for (const text of harmless) expect(checkPrompt(text, ["en"]), text).toEqual({ allowed: true });
  });

  it("passes: words whose parts or neighbours make another word", () => {
    const harmless: [Language, string[]][] = [
      [
        "fr",
        ["drapeau", "attrape", "gendarme", "l'héroïne du conte", "connexion", "nuageux", "continuellement"],
      ],
      [
        "en",
        ["put on a hat", "count to ten", "hang over the edge", "slither", "analysis", "grapefruit", "sussex"],
      ],
      ["es", ["por no saber", "una mamá dando el pecho", "armadura", "disputa", "el armario", "converger"]],
      ["it", ["sale con l'aria", "profumo", "consesso", "doganale", "la sessione", "riflesso"]],
      [
        "de",
        ["Vergissmeinnicht", "Vergnügungspark", "Absorbieren", "Klavier", "Luftblasen lassen", "Glocke"],
      ],
    ];
    for (const [language, texts] of harmless) {
      for (const text of texts) expect(checkPrompt(text, [language]), text).toEqual({ allowed: true });
    }
  });
});

describe("a word that is harmless in another language of the deck", () => {
  const isRefusedInAll = (text: string) => !checkPrompt(text, ["fr", "en", "es", "it", "de"]).allowed;

  it("is let through as it is written, in capitals, with accents and with a soft hyphen", () => {
    for (const text of [
      "Pute",
      "PUTE",
      "eine Pute auf dem Bauernhof",
      "Pu\u00adte",
      "el año",
      "🦃Pute",
      "Pute❤️",
    ])
      expect(isRefusedInAll(text), text).toBe(false);
  });

  it("is not, where it is written as nobody writes it", () => {
    for (const text of [
      "p u t e",
      "P.U.T.E",
      "puuuute",
      "𝐩𝐮𝐭𝐞",
      "ⓟⓤⓣⓔ",
      "pu\u2060te",
      "p\u0336u\u0336t\u0336e\u0336",
      "p🍆u🍆t🍆e",
    ])
      expect(isRefusedInAll(text), text).toBe(true);
  });

  it("is let through in its own deck, in whatever letters", () => {
    for (const text of ["P u t e", "Puuute"]) expect(isRefused(text, "de"), text).toBe(false);
  });
});
