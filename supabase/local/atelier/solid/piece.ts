import sharp from "sharp";
import { resolveSprites } from "../art/sprites.ts";
import { emptyField, type Field } from "./field.ts";
import type { Swelling } from "./relief.ts";

/** A part of the picture plane in the toy's own units, y downwards. */
export type Box = { left: number; top: number; width: number; height: number };
/** Straight RGBA. */
export type Raster = { width: number; height: number; data: Buffer };

/** One form of a toy: its picture, and how it is held in space. */
export type Piece = {
  name: string;
  box: Box;
  /** Paints the box, `width` pixels wide. */
  paint(width: number): Promise<Raster>;
  /** White shapes on its surface, in painting order, as SVG markup in units of `view`. */
  shapes: string[];
  /** The SVG view that covers the box. */
  view: Box;
  swelling: Swelling;
  /** How far its middle lies in front of the toy's middle, in the toy's units. */
  forward: number;
  /** What its back shows: the same picture, or only the colours of its edge (a face has no face behind). */
  back: "same" | "plain";
  /** Stands back to back with a second one, so that it can be read from both sides. */
  isTwin?: true;
  /** The point about which it swings when the toy waves, in the toy's units. */
  joint?: { x: number; y: number; degrees: number };
};

const viewOf = ({ left, top, width, height }: Box) => `${left} ${top} ${width} ${height}`;

/** Draws SVG markup that may hold sprites, `width` pixels wide. */
export async function paintSvg(markup: string, view: Box, width: number): Promise<Raster> {
  const scale = width / view.width;
  const height = Math.max(1, Math.round(view.height * scale));
  const svg = await resolveSprites(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewOf(view)}" width="${width}" height="${height}" preserveAspectRatio="none">${markup}</svg>`,
    scale,
  );
  const { data, info } = await sharp(Buffer.from(svg), { unlimited: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** How solid each cell of a grid is that is laid over a picture: 0 clear, 1 covered. */
export async function solidityOf(picture: Raster, width: number, height: number): Promise<Field> {
  const { data } = await sharp(picture.data, {
    raw: { width: picture.width, height: picture.height, channels: 4 },
  })
    .extractChannel(3)
    .resize(width, height, { fit: "fill", kernel: "mitchell" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const field = emptyField(width, height);
  for (let at = 0; at < field.values.length; at += 1) field.values[at] = (data[at] ?? 0) / 255;
  return field;
}

const MOST_SHAPES = 40;

/** The piece's shapes as masks of a grid, drawn one below the other in a single picture. */
export async function shapeMasks(piece: Piece, width: number, height: number): Promise<Field[]> {
  const shapes = piece.shapes.slice(0, MOST_SHAPES);
  if (!shapes.length) return [];
  const tiles = shapes.map(
    (markup, at) =>
      `<svg y="${at * height}" width="${width}" height="${height}" viewBox="${viewOf(piece.view)}" preserveAspectRatio="none">${markup}</svg>`,
  );
  const { data, info } = await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height * shapes.length}">${tiles.join("")}</svg>`,
    ),
    { unlimited: true },
  )
    .ensureAlpha()
    .extractChannel(3)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return shapes.map((_, tile) => {
    const field = emptyField(width, height);
    const from = tile * height * info.width;
    for (let at = 0; at < field.values.length; at += 1) field.values[at] = (data[from + at] ?? 0) / 255;
    return field;
  });
}
