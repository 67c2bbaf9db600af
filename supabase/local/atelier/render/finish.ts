import sharp from "sharp";

/** The grain by its size in pixels; a few sizes are used again and again. */
const grains = new Map<number, Promise<Buffer>>();
const MOST_SIZES = 8;

/** The picture's frame of shade: the corners a little darker. */
export const VIGNETTE =
  '<defs><radialGradient id="vignette" cx=".5" cy=".47" r=".75"><stop offset=".62" stop-color="#2a0f4a" stop-opacity="0"/><stop offset="1" stop-color="#2a0f4a" stop-opacity=".34"/></radialGradient></defs><rect x="-60" y="-60" width="1144" height="1144" fill="url(#vignette)"/>';

/** Faint paper grain, to be laid over with soft light; the same for every picture. */
export function paperGrain(size: number): Promise<Buffer> {
  const known = grains.get(size);
  if (known) return known;
  const grain =
    size === FULL
      ? drawGrain()
      : paperGrain(FULL).then((full) => sharp(full).resize(size, size).png().toBuffer());
  if (grains.size >= MOST_SIZES) grains.clear();
  grains.set(size, grain);
  return grain;
}

const FULL = 1024;
const TILE = 256;

function drawGrain(): Promise<Buffer> {
  const pixels = Buffer.alloc(TILE * TILE * 3);
  let state = 7;
  for (let at = 0; at < pixels.length; at += 3) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    pixels.fill(118 + ((state >>> 16) % 21), at, at + 3);
  }
  return sharp(pixels, { raw: { width: TILE, height: TILE, channels: 3 } })
    .blur(1.1)
    .resize(FULL, FULL, { kernel: "cubic" })
    .linear(0.95, 6.4)
    .png()
    .toBuffer();
}
