import sharp from "sharp";
import { brightestOf } from "../../universes/colour.ts";
import { sharePictureSize } from "../../universes/metadata.ts";
import { letter } from "./lettering.ts";

const { width, height } = sharePictureSize;

interface Wish {
  name: string;
  /** "#rrggbb". */
  color: string;
  languages: readonly string[];
  /** Files of up to three cards, the first in front. */
  pictures: readonly Uint8Array[];
}

/** JPEG, which every messenger shows, small enough for the strictest of them. */
const quality = { quality: 84, mozjpeg: true };

/** Where the cards of a hand lie: turned by degrees, moved by pixels; the one in front comes last. */
const hands: Record<number, readonly (readonly [turn: number, x: number])[]> = {
  1: [[4, 0]],
  2: [
    [9, 78],
    [-5, -78],
  ],
  3: [
    [11, 128],
    [-11, -128],
    [0, 0],
  ],
};
const side = 340;
const middle = { x: 862, y: 322 };

async function cardOf(file: Uint8Array, [turn, x]: readonly [number, number]): Promise<string> {
  const picture = await sharp(file)
    .resize(side, side)
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 90 })
    .toBuffer();
  return `<g transform="translate(${middle.x + x} ${middle.y + Math.abs(x) * 0.14}) rotate(${turn})">
    <rect x="${-side / 2 - 16}" y="${-side / 2 - 10}" width="${side + 32}" height="${side + 32}" rx="44" fill="#000" opacity=".22"/>
    <rect x="${-side / 2 - 14}" y="${-side / 2 - 14}" width="${side + 28}" height="${side + 28}" rx="42" fill="#fffdf9"/>
    <g clip-path="url(#card)"><image x="${-side / 2}" y="${-side / 2}" width="${side}" height="${side}"
      href="data:image/jpeg;base64,${picture.toString("base64")}"/></g></g>`;
}

/** Two cards of a deck, as everywhere in the studio, at the size of a stamp. */
const mark = `<g transform="translate(64 524) scale(1.25)">
  <rect x="7" y="9" width="25" height="32" rx="7" transform="rotate(-13 19.5 25)" fill="#2280b8"/>
  <rect x="16" y="7" width="26" height="33" rx="7.5" transform="rotate(9 29 23.5)" fill="#ffb833"/>
  <path d="M29.5 13.6c1.3 5.6 3.3 7.6 8.9 8.9-5.6 1.3-7.6 3.3-8.9 8.9-1.3-5.6-3.3-7.6-8.9-8.9 5.6-1.3 7.6-3.3 8.9-8.9Z" fill="#fffdf9"/></g>`;

async function ground({ color, pictures }: Wish): Promise<Buffer> {
  const hand = hands[Math.min(pictures.length, 3)] ?? [];
  const front = pictures.slice(0, 3).reverse();
  const cards = await Promise.all(hand.map((place, at) => cardOf(front[at] ?? new Uint8Array(), place)));
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><radialGradient id="glow" cx="70%" cy="45%" r="80%">
      <stop offset="0" stop-color="${brightestOf(color)}"/><stop offset="1" stop-color="${color}"/>
    </radialGradient>
    <clipPath id="card"><rect x="${-side / 2}" y="${-side / 2}" width="${side}" height="${side}" rx="30"/></clipPath></defs>
    <rect width="${width}" height="${height}" fill="url(#glow)"/>${mark}${cards.join("")}</svg>`);
}

/** Draws what stands for a universe without a cover: its name, and three of its cards as one holds them. Gives a JPEG of 1200 by 630. */
export async function composeSharePicture(wish: Wish): Promise<Buffer> {
  const room = { width: 444, height: 340 };
  const [name, languages] = await Promise.all([
    letter(wish.name, room),
    letter(wish.languages.join("  ").toUpperCase(), { width: 330, height: 30 }),
  ]);
  const words = [
    ...(name ? [{ input: name.png, left: 64, top: Math.max(48, Math.round(275 - name.height / 2)) }] : []),
    ...(languages ? [{ input: languages.png, left: 142, top: 555 - Math.round(languages.height / 2) }] : []),
  ];
  return sharp(await ground(wish))
    .composite(words)
    .jpeg(quality)
    .toBuffer();
}

/** A cover as JPEG of 1200 by 630; one of other proportions loses its edges. */
export function fitCover(file: Uint8Array): Promise<Buffer> {
  return sharp(file)
    .resize(width, height, { fit: "cover" })
    .flatten({ background: "#ffffff" })
    .jpeg(quality)
    .toBuffer();
}
