import sharp from "sharp";
import { FIGURE_SIZE, type Making, PIECE_MARGIN, pieceOf } from "./figure-piece.ts";
import { type Piece, paintSvg, type Raster } from "./piece.ts";

const CORNER_SHARE = 0.16;
const BORDER = 4;

/** A white cushion with a picture on its front. */
export function pictureToy(picture: Raster, { depth }: Making): Piece[] {
  const scale = FIGURE_SIZE / Math.max(picture.width, picture.height);
  const box = { left: 0, top: 0, width: picture.width * scale, height: picture.height * scale };
  const corner = Math.min(box.width, box.height) * CORNER_SHARE;
  const frame = `<rect x="${PIECE_MARGIN}" y="${PIECE_MARGIN}" width="${box.width}" height="${box.height}" rx="${corner}" fill="#fff"/>`;
  const cushion = pieceOf("cushion", "", box, {
    swelling: { roundness: 0.7, thickest: 0.11 * depth, emboss: 0 },
    back: "plain",
  });
  const { width: whole, height } = cushion.box;
  const paint = async (width: number): Promise<Raster> => {
    const view = { left: 0, top: 0, width: whole, height };
    const mask = await paintSvg(frame, view, width);
    const border = Math.round((width * (PIECE_MARGIN + BORDER)) / whole);
    const resized = await sharp(picture.data, {
      raw: { width: picture.width, height: picture.height, channels: 4 },
    })
      .flatten({ background: "#fff" })
      .resize(mask.width - 2 * border, mask.height - 2 * border, { fit: "fill" })
      .extend({ top: border, bottom: border, left: border, right: border, background: "#fff" })
      .ensureAlpha()
      .raw()
      .toBuffer();
    for (let at = 3; at < resized.length; at += 4) resized[at] = mask.data[at] ?? 0;
    return { ...mask, data: resized };
  };
  return [{ ...cushion, paint }];
}
