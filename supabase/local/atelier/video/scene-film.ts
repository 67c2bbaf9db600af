import { VIGNETTE } from "../render/finish.ts";
import { cutFromPaper, tornBorder, washOut } from "../render/styles.ts";
import { composeScene, type Layer } from "../scene/compose.ts";
import type { Recipe } from "../scene/recipe.ts";
import { type Actor, createActor, type Look } from "./actors.ts";
import { about, chain, scaling, translation } from "./affine.ts";
import type { Film, FilmOrder } from "./film.ts";
import { type Box, type Pixels, rasterise } from "./raster.ts";
import { createSheet, laySheet } from "./sheet.ts";
import { warp } from "./warp.ts";
import { createWeather } from "./weather.ts";

/** The camera swings this far to each side at depth 1, in picture units. */
const PAN = 39;
/** What the camera can see of the nearest layers. */
const WORLD: Box = { left: -52, top: 0, width: 1128, height: 1024 };
/** Far layers nearer to each other than this swing as one; from the hero's ground on each keeps its own depth. */
const TOGETHER = 0.13;
const GROUND = 0.75;
/** Layers that are farther away than this go slowly enough for half pixels to be seen. */
const SLOW = 0.45;

type Step = (frame: Pixels, time: number) => void;
/** How far the camera moves a layer of a depth aside, in picture units. */
type Pan = (time: number, depth: number) => number;

/** Films the scene of a recipe: the same scene as its picture, which is also the first frame, in layers that move. */
export async function filmScene(recipe: Recipe, { seconds, size, signal }: FilmOrder): Promise<Film> {
  const scene = composeScene(recipe);
  const scale = size / 1024;
  const style = recipe.style ?? "soft";
  const look: Look = {
    scale,
    seconds,
    ...(style === "watercolour" ? { wash: (image) => washOut(image, true) } : {}),
    ...(style === "papercut" ? { wrap: cutFromPaper } : {}),
  };
  const weather = scene.particles ? await createWeather(scene.particles, scene.seed, look) : null;
  const layers = gather(scene.layers, look.wrap);
  const actors = new Map<Layer, Actor>();
  for (const layer of layers) {
    signal?.throwIfAborted();
    if (layer.cast) actors.set(layer, await createActor(layer, scene, look));
  }
  // The camera goes where the hero looks, so that what drives stays in the picture.
  const hero = layers.find(({ kind }) => kind === "hero");
  const ahead = (hero && actors.get(hero)?.facing) ?? 1;
  const pan: Pan = (time, depth) => -ahead * Math.sin(2 * Math.PI * time) * PAN * depth;
  const steps: Step[] = [];
  const firstFigure = layers.findIndex(({ kind }) => kind !== "backdrop");
  for (const [at, layer] of layers.entries()) {
    signal?.throwIfAborted();
    if (at === firstFigure && weather) steps.push((frame, time) => weather.draw(frame, time, "behind"));
    const actor = actors.get(layer);
    if (actor) steps.push((frame, time) => actor.draw(frame, time, pan(time, layer.depth)));
    else if (layer.kind === "shadow") steps.push(await throwShadow(layer, ownerOf(layer, actors), pan, look));
    else steps.push(await slide(layer, pan, look));
  }
  if (weather) steps.push((frame, time) => weather.draw(frame, time, "before"));
  steps.push(await overlay(VIGNETTE, scale));
  if (style === "watercolour") steps.push(await overlay(tornBorder(1024, scene.seed % 997), scale));
  return {
    draw(frame, time) {
      for (const step of steps) step(frame, time);
    },
  };
}

/** The layers, neighbouring backdrops of nearly one depth made into one; the sky alone is never cut from paper. */
function gather(layers: Layer[], wrap: Look["wrap"]): Layer[] {
  const gathered: Layer[] = [];
  for (const [at, layer] of layers.entries()) {
    const last = gathered.at(-1);
    const svg = wrap && at > 0 && layer.kind === "backdrop" && layer.svg ? wrap(layer.svg) : layer.svg;
    const together = last?.kind === "backdrop" && layer.kind === "backdrop" && near(last.depth, layer.depth);
    if (last && together) last.svg += svg;
    else gathered.push({ ...layer, svg });
  }
  return gathered;
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < (Math.max(one, other) < GROUND ? TOGETHER : 0.001);
}

/** The figure that a shadow falls from: it stands at the same place. */
function ownerOf(shadow: Layer, actors: Map<Layer, Actor>): Actor | undefined {
  for (const [layer, actor] of actors) if (layer.x === shadow.x && layer.y === shadow.y) return actor;
  return undefined;
}

async function slide(layer: Layer, pan: Pan, { scale, wash }: Look): Promise<Step> {
  const raster = await rasterise(layer.svg, WORLD, scale, wash);
  if (!raster) return () => {};
  const sheet = createSheet(raster, layer.depth < SLOW ? 4 : 2);
  return (frame, time) => laySheet(frame, sheet, pan(time, layer.depth) * scale);
}

/** A shadow goes where its figure goes, and shrinks when that is in the air. */
async function throwShadow(layer: Layer, owner: Actor | undefined, pan: Pan, look: Look): Promise<Step> {
  const { scale } = look;
  const raster = await rasterise(
    layer.svg,
    { left: -200, top: 0, width: 1424, height: 1100 },
    scale,
    look.wash,
  );
  if (!raster) return () => {};
  const [x, y] = [raster.left + raster.width / 2, raster.top + raster.height / 2];
  return (frame, time) => {
    const { x: moved = 0, rise = 0 } = owner?.move(time) ?? {};
    const size = 1 - 0.34 * rise;
    const way = (moved + pan(time, layer.depth)) * scale;
    warp(frame, raster, chain(translation(way, 0), about(x, y, scaling(size, size))));
  };
}

/** Something that lies over the whole picture and never moves. */
async function overlay(svg: string, scale: number): Promise<Step> {
  const raster = await rasterise(svg, { left: 0, top: 0, width: 1024, height: 1024 }, scale);
  if (!raster) return () => {};
  const sheet = createSheet(raster, 1);
  return (frame) => laySheet(frame, sheet, 0);
}
