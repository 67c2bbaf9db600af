import type { Pixels } from "./raster.ts";

/**
 * Turns a frame into the three planes that video is made of (BT.709, limited range, one colour for four pixels) and
 * writes them into `planes`, which holds width times height times 1.5 bytes. Both sides of the frame are even.
 */
export function toPlanes({ data, width, height }: Pixels, planes: Uint8Array): void {
  let blue = width * height;
  let red = blue + blue / 4;
  for (let y = 0; y < height; y += 2) {
    let at = y * width;
    for (let x = 0; x < width; x += 2, at += 2) {
      const a = data[at] as number;
      const b = data[at + 1] as number;
      const c = data[at + width] as number;
      const d = data[at + width + 1] as number;
      planes[at] = brightness(a);
      planes[at + 1] = brightness(b);
      planes[at + width] = brightness(c);
      planes[at + width + 1] = brightness(d);
      // Two channels are summed at once; four bytes need ten bits each.
      const ends = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff);
      const r = ends & 0x3ff;
      const g = ((a >>> 8) & 255) + ((b >>> 8) & 255) + ((c >>> 8) & 255) + ((d >>> 8) & 255);
      const l = (ends >>> 16) & 0x3ff;
      planes[blue++] = (-26 * r - 86 * g + 112 * l + 131_584) >> 10;
      planes[red++] = (112 * r - 102 * g - 10 * l + 131_584) >> 10;
    }
  }
}

function brightness(colour: number): number {
  return (47 * (colour & 255) + 157 * ((colour >>> 8) & 255) + 16 * ((colour >>> 16) & 255) + 4224) >> 8;
}
