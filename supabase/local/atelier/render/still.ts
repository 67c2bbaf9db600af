import sharp, { type Sharp } from "sharp";
import { resolveSprites } from "../art/sprites.ts";
import type { Scene } from "../scene/compose.ts";
import { particleSvg, particlesOf } from "../scene/particles.ts";
import type { Style } from "../scene/recipe.ts";
import { VIGNETTE } from "./finish.ts";
import { finishSoft, finishWatercolour, stackLayers } from "./styles.ts";

/** The scene's own size; every coordinate in it is in these units. */
export const SCENE_SIZE = 1024;

/** Draws the whole scene in one image of `size` pixels square, ready to be encoded. */
export async function drawStill(
  scene: Scene,
  style: Style,
  size: number,
  signal?: AbortSignal,
): Promise<Sharp> {
  const body = stackLayers(scene.layers, style === "papercut") + stillParticles(scene) + VIGNETTE;
  const svg = await resolveSprites(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SCENE_SIZE} ${SCENE_SIZE}" width="${size}" height="${size}">${body}</svg>`,
    size / SCENE_SIZE,
  );
  signal?.throwIfAborted();
  const { data, info } = await sharp(Buffer.from(svg), { unlimited: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  signal?.throwIfAborted();
  const image = sharp(data, { raw: info }).removeAlpha();
  return style === "watercolour" ? finishWatercolour(image, size, scene.seed) : finishSoft(image, size);
}

/** Weather falls everywhere; loose leaves, confetti and fireflies keep off the hero's face. */
function stillParticles(scene: Scene): string {
  const kind = scene.particles;
  if (!kind) return "";
  const heroes = scene.layers.filter((layer) => layer.kind === "hero");
  const onHero = (px: number, py: number) =>
    heroes.some(
      ({ x = 0, y = 0, size = 0 }) => Math.abs(px - x) < size * 0.42 && py < y && py > y - size * 1.1,
    );
  return particlesOf(kind, scene.seed)
    .filter(({ x, y, depth }) => kind === "rain" || (kind === "snow" && depth < 0.8) || !onHero(x, y))
    .map((particle) => particleSvg(kind, particle))
    .join("");
}
