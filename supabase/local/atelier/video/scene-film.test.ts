import { describe, expect, it } from "vitest";
import { drawStill } from "../render/still.ts";
import { composeScene } from "../scene/compose.ts";
import type { Recipe } from "../scene/recipe.ts";
import { difference, drawFrame } from "../testing/draw-frame.ts";
import { filmScene } from "./scene-film.ts";

const size = 96;
const order = { seconds: 4, size };
const recipes: Recipe[] = [
  { concept: "octopus", theme: "ocean", seed: 3 },
  { concept: "excavator", theme: "construction", seed: 1 },
  { concept: "fire-engine", theme: "vehicles", seed: 2 },
  { concept: "cow", theme: "farm", seed: 4, prompt: "in the snow, with balloons" },
  { concept: "sailboat", theme: "ocean", seed: 1, prompt: "in the rain" },
  { concept: "astronaut", theme: "space", seed: 2 },
  { concept: "fox", theme: "forest", seed: 1, style: "watercolour" },
  { concept: "zorglub", theme: "toys", seed: 2, style: "papercut" },
];

describe("the film of a scene", () => {
  it.each(recipes)(
    "of $concept moves, ends where it begins, and fills the frame wherever the camera is",
    async (recipe) => {
      const film = await filmScene(recipe, order);
      const at = (frame: number) => drawFrame(film, frame / 96, size);
      const step = Math.max(difference(at(10), at(11)), difference(at(40), at(41)), difference(at(0), at(1)));
      expect(difference(at(0), at(24))).toBeGreaterThan(2 * step);
      expect(difference(at(95), at(0))).toBeLessThan(2.5 * step + 0.1);
      expect(difference(at(96), at(0))).toBeLessThan(0.05);
      for (const frame of [at(24), at(72)])
        for (const column of [0, 1, size - 2, size - 1])
          for (let row = 0; row < size; row++) {
            const [red = 0, green = 0, blue = 0] = frame.subarray((row * size + column) * 4);
            expect(red + green + blue).toBeGreaterThan(12);
          }
    },
  );

  it.each(recipes.slice(0, 2))("of $concept begins as its picture is", async (recipe) => {
    const still = await drawStill(composeScene(recipe), "soft", size);
    const picture = await still.ensureAlpha().raw().toBuffer();
    const begins = async (seed: number) => drawFrame(await filmScene({ ...recipe, seed }, order), 0, size);
    // Loose particles and the paper's grain aside, which are the picture's own.
    expect(difference(await begins(recipe.seed), picture)).toBeLessThan(3.5);
    expect(difference(await begins(recipe.seed + 1), picture)).toBeGreaterThan(9);
  });

  it("stops between layers when it is cancelled", async () => {
    const signal = AbortSignal.abort(new Error("no longer wanted"));
    await expect(filmScene({ concept: "lion", seed: 1 }, { ...order, signal })).rejects.toThrow(
      "no longer wanted",
    );
  });
});
