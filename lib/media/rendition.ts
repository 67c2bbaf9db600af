import sharp from "sharp";
import { openLanes } from "../shown-pages/lanes.ts";
import { openMemory } from "../shown-pages/memory.ts";
import { openOnce } from "../shown-pages/once.ts";

export interface PictureFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

/** So many bytes of pictures stay in memory. */
const maxMemory = 48_000_000;

const memory = openMemory<PictureFile>(maxMemory);
const once = openOnce<PictureFile | null>();
const inTurn = openLanes(2, 200);

/** The picture in this width, as WebP; as it is where it is that small already, or cannot be read. */
async function shrink(file: PictureFile, width: number): Promise<PictureFile> {
  const picture = sharp(file.bytes, { limitInputPixels: 50_000_000 });
  const known = await picture.metadata().catch(() => null);
  if (!known || known.width <= width) return file;
  const made = await picture.resize({ width }).webp({ quality: 80 }).toBuffer();
  return { bytes: new Uint8Array(made), type: "image/webp" };
}

/**
 * The picture of this name in this width at most, made once and kept while there is room; `open` fetches the picture itself, or null
 * when there is none. Throws `Busy` when too many wait, and as `open` does.
 */
export async function renditionOf(
  name: string,
  width: number,
  open: () => Promise<PictureFile | null>,
): Promise<PictureFile | null> {
  const key = `${width} ${name}`;
  const make = async () => {
    const file = await open();
    if (!file) return null;
    const made = await shrink(file, width);
    memory.set(key, made, made.bytes.length);
    return made;
  };
  return memory.get(key) ?? once(key, () => inTurn(make));
}
