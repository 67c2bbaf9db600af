import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { composeSharePicture, fitCover } from "./compose.ts";

const plain = async (background: string, width = 64, height = 64) =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background } })
      .webp({ lossless: true })
      .toBuffer(),
  );

/** The colour of one pixel. */
async function colourAt(picture: Buffer, left: number, top: number): Promise<number[]> {
  const { data } = await sharp(picture)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

/** How many pixels in the left half are nearly white: those of the letters. */
async function inkOf(picture: Buffer): Promise<number> {
  const { data } = await sharp(picture)
    .extract({ left: 60, top: 60, width: 450, height: 430 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((value) => value > 240).length;
}

const world = { name: "Little ocean", color: "#0c496c", languages: ["fr", "en"] };

describe("the picture of a universe without a cover", () => {
  test("shows its first card in front and the next two behind it, as a JPEG small enough for messengers", async () => {
    const colours = ["#ff0000", "#00ff00", "#0000ff"];
    const picture = await composeSharePicture({
      ...world,
      pictures: await Promise.all(colours.map((one) => plain(one))),
    });
    const { format, width, height } = await sharp(picture).metadata();
    expect({ format, width, height }).toEqual({ format: "jpeg", width: 1200, height: 630 });
    expect(picture.length).toBeLessThan(300_000);
    const near = (colour: number[]) => colour.map((value) => Math.round(value / 64) * 64);
    expect(near(await colourAt(picture, 862, 322))).toEqual([256, 0, 0]);
    expect(near(await colourAt(picture, 590, 330))).toEqual([0, 256, 0]);
    expect(near(await colourAt(picture, 1130, 330))).toEqual([0, 0, 256]);
  });

  test.each([0, 1, 2])("can be drawn with %d cards", async (count) => {
    const pictures = await Promise.all(Array.from({ length: count }, () => plain("#ff0000")));
    await expect(composeSharePicture({ ...world, pictures })).resolves.toBeInstanceOf(Buffer);
  });

  test("says its name, whatever it has in it", async () => {
    const inks = await Promise.all(
      ["Ocean", `<b>"Sea" & 'sand'</b>`, "x".repeat(100), "🐳", " "].map(async (name) =>
        inkOf(await composeSharePicture({ ...world, name, pictures: [] })),
      ),
    );
    expect(inks.map((ink) => ink > 500)).toEqual([true, true, true, false, false]);
  });
});

test("a cover fills the picture and loses its edges where it is too high", async () => {
  const picture = await fitCover(await plain("#336699", 300, 300));
  expect(await sharp(picture).metadata()).toMatchObject({ format: "jpeg", width: 1200, height: 630 });
  expect((await colourAt(picture, 5, 5)).map((value) => Math.round(value / 8))).toEqual([6, 13, 19]);
});
