import type { Recipe } from "../scene/recipe.ts";
import type { Film } from "./film.ts";
import { FRAME_RATE, openStream } from "./h264.ts";
import { packFilm } from "./mp4.ts";
import type { Pixels } from "./raster.ts";
import type { Voice } from "./voice.ts";

/** What is filmed: a scene of which the recipe is known, or the bytes of any other picture. */
export type Subject = { recipe: Recipe } | { photo: Uint8Array; prompt: string; seed: number };

export type FilmRequest = {
  subject: Subject;
  seconds: number;
  /** Both sides in pixels; even. */
  size: number;
  voice: Voice | null;
  signal?: AbortSignal;
  /** Called after each frame; what it throws ends the work. */
  onFrame?: (done: number, total: number) => void;
};

/** Films the subject frame by frame and returns an MP4: the same request gives the same bytes. */
export async function makeFilm(request: FilmRequest): Promise<Uint8Array> {
  const { seconds, size, voice, onFrame } = request;
  const film = await openFilm(request);
  const total = Math.round(seconds * FRAME_RATE);
  const frame: Pixels = { data: new Uint32Array(size * size).fill(0xff000000), width: size, height: size };
  const stream = await openStream(size);
  try {
    for (let at = 0; at < total; at++) {
      film.draw(frame, at / total);
      stream.add(frame);
      onFrame?.(at + 1, total);
    }
    return await packFilm(stream.finish(), voice);
  } finally {
    stream.close();
  }
}

async function openFilm({ subject, ...order }: FilmRequest): Promise<Film> {
  if ("recipe" in subject) return (await import("./scene-film.ts")).filmScene(subject.recipe, order);
  return (await import("./photo-film.ts")).filmPhoto(subject.photo, subject.prompt, subject.seed, order);
}
