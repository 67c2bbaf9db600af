import { findConcept } from "../art/catalogue.ts";
import { isDrawn } from "../art/drawings.ts";
import { figureSize } from "../art/figure.ts";
import type { Layer, Scene } from "../scene/compose.ts";
import { type Affine, about, chain, IDENTITY, rotation, scaling, translation } from "./affine.ts";
import { bendOf } from "./bends.ts";
import { mannerOf } from "./manners.ts";
import type { Manner, Move, Mover } from "./moves/move.ts";
import { piecesOf } from "./puppet.ts";
import { type Box, type Pixels, type Raster, rasterise, type Wash } from "./raster.ts";
import { warp } from "./warp.ts";

/** How large a usual hero is; smaller figures move less. */
const USUAL = 540;
/** How far beyond the room beside it a figure may drive: the camera goes with it, and its edge may leave the picture. */
const OVERHANG = 40;
/** How often a piece with several drawings shows all of them in a film. */
const STAGE_RUNS = 2;

/** A hero or companion, ready to be drawn at any moment of the loop. */
export type Actor = {
  /** 1 when it looks to the right. */
  facing: 1 | -1;
  move(time: number): Move;
  /** Draws it, moved aside by `shift` picture units for the camera. */
  draw(frame: Pixels, time: number, shift: number): void;
};

/** What a style asks of figures: paper is not taken apart, or each piece would throw a shadow of its own. */
export type Look = { scale: number; seconds: number; wash?: Wash; wrap?: (svg: string) => string };

/** Takes the layer's figure apart, draws its pieces and gives it its manner. */
export async function createActor(layer: Layer, scene: Scene, look: Look): Promise<Actor> {
  const { x = 0, y = 0, size = 0, cast } = layer;
  const { scale } = look;
  const [width, height] = cast ? figureSize(cast.token, size) : [size, size];
  const manner = castManner(layer, scene);
  const mover = moverOf(layer, width, look.seconds);
  // A balloon's string hangs far below the place where it is held.
  const below = cast?.token === "balloon" ? size * 1.8 : size * 0.15;
  const box = {
    left: x - width / 2 - size * 0.3,
    top: y - height - size * 0.4,
    width: width + size * 0.6,
    height: height + size * 0.4 + below,
  };
  const parts = look.wrap ? [{ svgs: [look.wrap(layer.svg)], map: () => IDENTITY }] : piecesOf(layer);
  const pieces: { rasters: Raster[]; map: (move: Move, film: number) => Affine }[] = [];
  for (const { svgs, map } of parts) {
    const rasters: Raster[] = [];
    for (const svg of svgs) {
      const raster = await rasterise(svg, within(box), scale, look.wash);
      if (raster) rasters.push(raster);
    }
    pieces.push({ rasters, map });
  }
  const move = (time: number) => manner(time, mover);
  return {
    facing: mover.facing,
    move,
    draw(frame, time, shift) {
      const now = move(time);
      const held = { foot: y, middle: y - height / 2, top: y - height }[now.about];
      const pose = chain(
        translation(now.x + shift, now.y),
        about(x, held, chain(rotation(now.turn), scaling(now.stretchX, now.stretchY))),
      );
      for (const { rasters, map } of pieces) {
        const raster = rasters[Math.floor(time * STAGE_RUNS * rasters.length) % rasters.length];
        if (!raster) continue;
        const inPixels = chain(scaling(scale, scale), pose, map(now, time), scaling(1 / scale, 1 / scale));
        const bend = now.bend && pieces.length === 1 ? bendOf(now.bend, raster, mover.facing) : undefined;
        warp(frame, raster, inPixels, bend);
      }
    },
  };
}

function castManner({ cast, floating = false }: Layer, scene: Scene): Manner {
  const token = cast?.token ?? "";
  const themes = (findConcept(token)?.themes ?? scene.subject.concept?.themes) || [];
  return mannerOf(token, themes, floating, scene.environment);
}

function moverOf({ kind, x = 0, size = 0, cast }: Layer, width: number, seconds: number): Mover {
  const drawn = isDrawn(cast?.token ?? "");
  const left = drawn === (cast?.pose.flip ?? false);
  return {
    share: size / USUAL,
    facing: left ? -1 : 1,
    // The hero begins as it is in the picture; the others each in their own time.
    phase: kind === "hero" ? 0 : (x * 0.0173) % 1,
    seconds,
    room: Math.max(0, Math.min(x, 1024 - x) - width / 2) + OVERHANG,
  };
}

/** What can come into view, with some room for what sways. */
function within({ left, top, width, height }: Box): Box {
  const [l, t] = [Math.max(-200, left), Math.max(-200, top)];
  return {
    left: l,
    top: t,
    width: Math.min(1224, left + width) - l,
    height: Math.min(1224, top + height) - t,
  };
}
