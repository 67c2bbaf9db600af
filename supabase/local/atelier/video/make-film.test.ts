import { afterEach, describe, expect, it, vi } from "vitest";
import { readFilm } from "../testing/read-film.ts";
import { openStream } from "./h264.ts";
import { type FilmRequest, makeFilm } from "./make-film.ts";

const lion = { recipe: { concept: "lion", theme: "jungle", seed: 2 } };
const film = (changes: Partial<FilmRequest> = {}) =>
  makeFilm({ subject: lion, seconds: 3, size: 96, voice: null, ...changes });

afterEach(() => vi.useRealTimers());

describe("a film", () => {
  it("is an MP4 that tells what it holds before it holds it, every frame one 24th of a second", async () => {
    const { boxes, codec, width, height, seconds, frames, sound } = await readFilm(
      await film({ seconds: 3.5 }),
    );
    expect(boxes).toEqual(["ftyp", "moov", "mdat"]);
    expect(codec).toMatch(/^avc1\.42/);
    expect({ width, height, sound }).toEqual({ width: 96, height: 96, sound: null });
    expect(seconds).toBeCloseTo(3.5, 6);
    expect(frames).toHaveLength(84);
    expect(frames.every((time, at) => Math.abs(time - at / 24) < 1e-4)).toBe(true);
  });

  it("is the same to the byte on another day, and another for another seed", async () => {
    const first = await film();
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-06T07:08:09Z") });
    const again = await film();
    const other = await film({ subject: { recipe: { ...lion.recipe, seed: 3 } } });
    expect(Buffer.from(again).equals(first)).toBe(true);
    expect(Buffer.from(other).equals(first)).toBe(false);
  });

  it("tells of each frame, and stops at once where it is told to", async () => {
    const told: number[] = [];
    const onFrame = (done: number, total: number) => {
      expect(total).toBe(72);
      told.push(done);
      if (done === 3) throw new Error("no longer wanted");
    };
    await expect(film({ onFrame })).rejects.toThrow("no longer wanted");
    expect(told).toEqual([1, 2, 3]);
  });

  it("can be made after one that was given up before it had a frame", async () => {
    (await openStream(96)).close();
    expect((await readFilm(await film())).frames).toHaveLength(72);
  });

  it("stops before its first frame when its signal has been aborted", async () => {
    const signal = AbortSignal.abort(new Error("gone"));
    await expect(film({ signal })).rejects.toThrow("gone");
  });
});
