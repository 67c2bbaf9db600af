import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { difference, drawFrame } from "../testing/draw-frame.ts";
import { filmPhoto } from "./photo-film.ts";

const size = 96;
const order = { seconds: 4, size };
const stripes = (width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#3a8"/>${Array.from({ length: 9 }, (_, at) => `<circle cx="${(width * (at + 1)) / 10}" cy="${(height * ((at * 7) % 9)) / 9}" r="${width / 18}" fill="hsl(${at * 40}, 80%, 60%)"/>`).join("")}</svg>`;
const photo = (width: number, height: number) =>
  sharp(Buffer.from(stripes(width, height)))
    .jpeg()
    .toBuffer();

describe("the film of an uploaded picture", () => {
  it.each([
    ["square", 400, 400],
    ["wide", 640, 360],
    ["tall", 300, 700],
    ["tiny", 40, 30],
  ])("goes gently over a %s one and ends where it begins", async (_name, width, height) => {
    const film = await filmPhoto(await photo(width, height), "", 1, order);
    const at = (frame: number) => drawFrame(film, frame / 96, size);
    const step = difference(at(20), at(21));
    expect(difference(at(0), at(32))).toBeGreaterThan(step);
    expect(difference(at(95), at(0))).toBeLessThan(2.5 * Math.max(step, difference(at(0), at(1))));
    expect(difference(at(96), at(0))).toBeLessThan(0.05);
    // The picture fills the frame at every moment: nothing of the black below is left at its corners.
    for (const frame of [0, 24, 48, 72])
      for (const corner of [0, size - 1, size * (size - 1), size * size - 1])
        expect(at(frame)[corner * 4 + 1]).toBeGreaterThan(40);
  });

  it("lets it snow where the prompt speaks of snow", async () => {
    const bytes = await photo(400, 400);
    const plain = drawFrame(await filmPhoto(bytes, "", 1, order), 0.3, size);
    const snowy = drawFrame(await filmPhoto(bytes, "sous la neige", 1, order), 0.3, size);
    expect(difference(plain, snowy)).toBeGreaterThan(0.4);
  });

  it("stands upright, whichever way the camera was held", async () => {
    const top = sharp({ create: { width: 400, height: 400, channels: 3, background: "#2040e0" } });
    const bar = await sharp({ create: { width: 400, height: 130, channels: 3, background: "#f0d020" } })
      .png()
      .toBuffer();
    const upright = await top
      .composite([{ input: bar, left: 0, top: 0 }])
      .png()
      .toBuffer();
    const turned = await sharp(upright).rotate(-90).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const frame = drawFrame(await filmPhoto(turned, "", 1, order), 0, size);
    const [above, below] = [frame[(6 * size + 48) * 4] ?? 0, frame[(90 * size + 48) * 4] ?? 0];
    expect(above).toBeGreaterThan(200);
    expect(below).toBeLessThan(80);
  });

  it.each([
    ["text", Buffer.from("not a picture")],
    ["half a JPEG", photo(64, 64).then((bytes) => bytes.subarray(0, 90))],
  ])("says to people that %s is none", async (_name, bytes) => {
    await expect(filmPhoto(await bytes, "", 1, order)).rejects.toThrow("The picture could not be read");
  });
});
