import sharp from "sharp";
import { bleedColours, plainColours } from "./fill-colours.ts";
import type { Piece, Raster } from "./piece.ts";

/** Where a picture lies on the texture, in shares of it. */
export type Patch = { left: number; top: number; width: number; height: number };
export type Skin = { front: Patch; back: Patch };
export type Atlas = { jpeg: Buffer; skins: Skin[]; pictures: Raster[] };

const SIDE = 1024;
/** Longest picture: sharp enough for a toy that fills a tablet, and icons with many veils are slow to draw larger. */
const LONGEST = 740;
const GAP = 8;
/** Backs without detail need few pixels. */
const BACK_SHARE = 0.3;
const EDGE_SHARE = 0.035;
const QUALITY = 84;

/** Paints every piece and lays the pictures side by side on one texture. */
export async function paintAtlas(pieces: Piece[], checkpoint: () => void): Promise<Atlas> {
  const scale = fittingScale(pieces);
  const pictures: Raster[] = [];
  for (const piece of pieces) {
    pictures.push(await piece.paint(Math.max(8, Math.round(piece.box.width * scale))));
    checkpoint();
  }
  const backs: (Raster | null)[] = [];
  for (const [at, piece] of pieces.entries())
    backs.push(piece.back === "plain" ? await plainBack(pictures[at] as Raster) : null);
  const tiles = [...pictures.map(bleedColours), ...backs.flatMap((back) => back ?? [])];
  const { places, ...used } = shelve(tiles);
  const [width, height] = [powerOfTwo(used.width), powerOfTwo(used.height)];
  const canvas = sharp({ create: { width, height, channels: 3, background: "#b8a8c8" } });
  const jpeg = await canvas
    .composite(
      tiles.map((tile, at) => ({
        input: tile.data,
        raw: { width: tile.width, height: tile.height, channels: 4 as const },
        left: places[at]?.[0] ?? 0,
        top: places[at]?.[1] ?? 0,
      })),
    )
    .removeAlpha()
    .jpeg({ quality: QUALITY, chromaSubsampling: "4:4:4" })
    .toBuffer();
  const patch = (at: number): Patch => ({
    left: (places[at]?.[0] ?? 0) / width,
    top: (places[at]?.[1] ?? 0) / height,
    width: (tiles[at]?.width ?? 0) / width,
    height: (tiles[at]?.height ?? 0) / height,
  });
  let nextBack = pictures.length;
  const skins = pieces.map((_, at) => ({ front: patch(at), back: patch(backs[at] ? nextBack++ : at) }));
  return { jpeg, skins, pictures };
}

/** Old graphics hardware shrinks only textures whose sides are powers of two. */
function powerOfTwo(pixels: number): number {
  return 2 ** Math.ceil(Math.log2(pixels));
}

async function plainBack(picture: Raster): Promise<Raster> {
  const width = Math.max(8, Math.round(picture.width * BACK_SHARE));
  const { data, info } = await sharp(picture.data, {
    raw: { width: picture.width, height: picture.height, channels: 4 },
  })
    .resize(width)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const small = { width: info.width, height: info.height, data };
  return plainColours(small, Math.max(2.5, Math.max(info.width, info.height) * EDGE_SHARE));
}

/** Pixels per unit at which all pictures fit on the texture. */
function fittingScale(pieces: Piece[]): number {
  const longest = Math.max(...pieces.flatMap(({ box }) => [box.width, box.height]));
  let scale = LONGEST / longest;
  for (; ; scale *= 0.96) {
    const sizes = pieces.flatMap(({ box, back }) => {
      const [width, height] = [Math.ceil(box.width * scale) + 1, Math.ceil(box.height * scale) + 1];
      const small = { width: Math.ceil(width * BACK_SHARE), height: Math.ceil(height * BACK_SHARE) + 1 };
      return back === "plain" ? [{ width, height }, small] : [{ width, height }];
    });
    if (shelve(sizes).height <= SIDE) return scale;
  }
}

/** Rows of tiles, the tallest first; the order of the result is that of the tiles. */
function shelve(tiles: { width: number; height: number }[]) {
  const places: [left: number, top: number][] = [];
  let [left, top, row, width] = [0, 0, 0, 1];
  const order = tiles
    .map((_, at) => at)
    .sort((a, b) => (tiles[b]?.height ?? 0) - (tiles[a]?.height ?? 0) || a - b);
  for (const at of order) {
    const tile = tiles[at] as { width: number; height: number };
    if (left > 0 && left + tile.width > SIDE) [left, top, row] = [0, top + row + GAP, 0];
    places[at] = [left, top];
    left += tile.width + GAP;
    row = Math.max(row, tile.height);
    width = Math.max(width, left - GAP);
  }
  return { places, width, height: top + row };
}
