import sharp from "sharp";
import type { ParticleKind } from "../scene/particles.ts";
import { readWishes } from "../scene/words.ts";
import { chain, scaling, translation } from "./affine.ts";
import type { Film, FilmOrder } from "./film.ts";
import type { Raster } from "./raster.ts";
import { warp } from "./warp.ts";
import { createWeather } from "./weather.ts";

/** How much larger than the frame the picture is at its widest view, and how much nearer the camera comes. */
const [WIDE, NEAR] = [1.05, 0.09];
/** A picture that is not square shows so much more of itself, at most, by panning along its longer side. */
const LONGEST = 1.5;
const MOST_PIXELS = 80_000_000;

/**
 * Films an uploaded picture: the camera goes gently along it, nearer and back again. Words of weather or of a party in the
 * prompt let it snow, rain or drift confetti. Throws a message for people when the bytes are no picture.
 */
export async function filmPhoto(
  bytes: Uint8Array,
  prompt: string,
  seed: number,
  order: FilmOrder,
): Promise<Film> {
  const { seconds, size, signal } = order;
  const photo = await readPhoto(bytes, size);
  signal?.throwIfAborted();
  const kind = particlesIn(prompt);
  const weather = kind ? await createWeather(kind, seed, { scale: size / 1024, seconds }) : null;
  const [spareX, spareY] = [photo.width - size * WIDE, photo.height - size * WIDE];
  // Neither the camera's side nor its way up and down is always the same, or every card would move alike.
  const side = seed % 2 ? 1 : -1;
  return {
    draw(frame, time) {
      const angle = 2 * Math.PI * time;
      const zoom = 1 + (NEAR * (1 - Math.cos(angle))) / 2;
      const x = photo.width / 2 + side * Math.sin(angle) * Math.max(0, spareX / 2 + size * 0.012);
      const y = photo.height / 2 - Math.sin(angle) * Math.max(0, spareY / 2 + size * 0.012);
      warp(frame, photo, chain(translation(size / 2, size / 2), scaling(zoom, zoom), translation(-x, -y)));
      weather?.draw(frame, time, "behind");
      weather?.draw(frame, time, "before");
    },
  };
}

async function readPhoto(bytes: Uint8Array, size: number): Promise<Raster> {
  try {
    const upright = sharp(bytes, { limitInputPixels: MOST_PIXELS }).autoOrient();
    const { width, height } = (await upright.metadata()).autoOrient;
    const aspect = Math.max(1 / LONGEST, Math.min(width / height, LONGEST));
    const shorter = Math.ceil(size * WIDE) + 2;
    const { data, info } = await upright
      .resize(Math.ceil(shorter * Math.max(1, aspect)), Math.ceil(shorter * Math.max(1, 1 / aspect)), {
        fit: "cover",
        position: "attention",
      })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pixels = new Uint32Array(data.buffer, data.byteOffset, info.width * info.height);
    return { data: pixels, width: info.width, height: info.height, left: 0, top: 0 };
  } catch {
    throw new Error("The picture could not be read: give a PNG, JPEG, WebP, AVIF or GIF file.");
  }
}

function particlesIn(prompt: string): ParticleKind | null {
  const wishes = readWishes(prompt);
  return wishes.weather ?? (wishes.party || wishes.balloons ? "confetti" : null);
}
