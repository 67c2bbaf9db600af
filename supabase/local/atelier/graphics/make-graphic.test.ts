import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { createRandom } from "../scene/random.ts";
import { readDeck } from "./deck.ts";
import { type GraphicRequest, makeGraphic } from "./make-graphic.ts";
import { drawPoster } from "./poster.ts";

const farm: GraphicRequest = {
  kind: "cover",
  title: "À la ferme",
  theme: "farm",
  concepts: ["cow", "pig", "sheep", "horse", "tractor"],
  seed: 1,
  width: 320,
  height: 256,
  format: "webp",
};

async function pixels(bytes: Buffer) {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4),
  ];
  return { data, info, at };
}

describe("a graphic", () => {
  it.each([
    ["cover", 1024, 256, "webp"],
    ["cover", 256, 512, "png"],
    ["poster", 362, 512, "webp"],
    ["poster", 600, 256, "png"],
    ["logo", 256, 256, "webp"],
    ["logo", 256, 400, "png"],
  ] as const)("comes as a %s of %i by %i as %s", async (kind, width, height, format) => {
    const { bytes, mime } = await makeGraphic({ ...farm, kind, width, height, format });
    expect(mime).toBe(`image/${format}`);
    const metadata = await sharp(bytes).metadata();
    expect(metadata).toMatchObject({ format, width, height });
    expect((await sharp(bytes).stats()).entropy).toBeGreaterThan(4);
  });

  it("is the same to the byte for the same seed and looks different for another", async () => {
    for (const kind of ["cover", "poster", "logo"] as const) {
      const [first, again, other] = [
        await makeGraphic({ ...farm, kind }),
        await makeGraphic({ ...farm, kind }),
        await makeGraphic({ ...farm, kind, seed: 2 }),
      ];
      expect(again.bytes.equals(first.bytes)).toBe(true);
      const [a, b] = [(await pixels(first.bytes)).data, (await pixels(other.bytes)).data];
      const moved = a.reduce((sum, value, at) => sum + Number(Math.abs(value - (b[at] ?? 0)) > 24), 0);
      expect(moved / a.length, kind).toBeGreaterThan(0.1);
    }
  });

  it.each(["papercut", "watercolour"] as const)("looks different in the style %s", async (style) => {
    const [soft, styled] = [await makeGraphic(farm), await makeGraphic({ ...farm, style })];
    expect(styled.bytes.equals(soft.bytes)).toBe(false);
  });

  it("stops when it is cancelled", async () => {
    const signal = AbortSignal.abort(new Error("no longer wanted"));
    await expect(makeGraphic(farm, signal)).rejects.toThrow("no longer wanted");
  });
});

describe("a logo", () => {
  it("is a round badge on nothing", async () => {
    const title = "Ein langer Titel, der ganz um das Abzeichen herum geht und noch weiter";
    const { bytes } = await makeGraphic({
      ...farm,
      kind: "logo",
      title,
      width: 300,
      height: 300,
      format: "png",
    });
    const { data, info } = await pixels(bytes);
    let [outside, gaps] = [0, 0];
    for (let cell = 0; cell < info.width * info.height; cell += 1) {
      const away = Math.hypot((cell % 300) + 0.5 - 150, Math.floor(cell / 300) + 0.5 - 150);
      const alpha = data[cell * 4 + 3] ?? 0;
      if (away > 150) if (alpha !== 0) outside += 1;
      if (away < 145 && alpha !== 255) gaps += 1;
    }
    expect({ outside, gaps }).toEqual({ outside: 0, gaps: 0 });
  });
});

describe("a poster", () => {
  it.each([1, 2, 5, 7, 10, 13, 30])("shows each of %i cards inside the sheet", (count) => {
    const deck = readDeck({
      theme: "jungle",
      title: "Jungle",
      concepts: Array.from({ length: count }, () => "lion"),
    });
    for (const [width, height] of [
      [1000, 1414],
      [1414, 1000],
      [4000, 1000],
    ] as const) {
      const { layers } = drawPoster(deck, 1, width, height, createRandom("poster"));
      const papers = layers.flatMap((svg) => [
        ...svg.matchAll(
          /<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"[^>]*fill="#fffdf8"/g,
        ),
      ]);
      const boxes = papers.map((found) => found.slice(1, 5).map(Number) as [number, number, number, number]);
      expect(boxes).toHaveLength(count);
      for (const [x, y, w, h] of boxes) {
        expect(Math.min(x, y, width - x - w, height - y - h)).toBeGreaterThan(0);
        expect(w).toBeGreaterThan(60);
      }
      const overlaps = boxes.some(([x, y, w, h], at) =>
        boxes.slice(at + 1).some(([X, Y, W, H]) => x < X + W && X < x + w && y < Y + H && Y < y + h),
      );
      expect(overlaps).toBe(false);
    }
  });
});

describe("a deck", () => {
  it("takes the theme's things when it has none of its own", () => {
    const { cards, title, language } = readDeck({ theme: "Bauernhof" });
    expect({ title, language, count: cards.length }).toEqual({
      title: "Bauernhof",
      language: "de",
      count: 10,
    });
    expect(cards[0]?.name).toBe("Kuh");
  });

  it.each([
    [{ theme: "école", title: "À l’école" }, "fr"],
    [{ theme: "jungle", title: "La selva" }, "es"],
    [{ theme: "ocean", title: "Under the sea" }, "en"],
    [{ theme: "farm", concepts: ["Kuh", "Schwein", "Pferd"] }, "de"],
    [{ theme: "fattoria" }, "it"],
    [{ theme: "farm", concepts: ["cow", "pig"], title: "Les amis de la ferme" }, "fr"],
  ] as const)("knows the language of %o", (input, language) => {
    expect(readDeck(input).language).toBe(language);
  });

  it("names keys in its language and leaves words as they were typed", () => {
    const { cards } = readDeck({
      language: "fr",
      concepts: ["fire-engine", "chatons", "Grrrbl"],
      names: ["", "", "Grr"],
    });
    expect(cards.map(({ name }) => name)).toEqual(["Camion de pompiers", "Chatons", "Grr"]);
    expect(cards[2]?.token).toBe("wrapped-gift");
  });

  it("gives the theme's title when nothing of its own can be lettered", () => {
    expect(readDeck({ title: "ⵣⵣ 🎉", theme: "Dinosaurier" }).title).toBe("Dinosaurier");
    expect(readDeck({ title: "🎉", theme: "🎉" }).title).toBe("");
  });
});
