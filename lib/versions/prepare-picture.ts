"use client";

import { type Place, sideOf, squareOf } from "./crop.ts";

/** Why a picture could not be prepared. */
export type PictureFault = "unreadable" | "wrong_size";

/** Thrown for a picture that this browser cannot make a card of. */
export class PictureProblem extends Error {
  override name = "PictureProblem";
  readonly fault: PictureFault;
  constructor(fault: PictureFault) {
    super(fault);
    this.fault = fault;
  }
}

/** A card shows nothing of a smaller picture. */
const smallestSide = 64;
const quality = 0.9;

/** Decodes any picture that this browser knows, turned as its camera was held. Throws PictureProblem. */
export async function openPicture(file: Blob): Promise<ImageBitmap> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!picture) throw new PictureProblem("unreadable");
  if (Math.min(picture.width, picture.height) >= smallestSide) return picture;
  picture.close();
  throw new PictureProblem("wrong_size");
}

const toBlob = (canvas: HTMLCanvasElement, type: string) =>
  new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));

/**
 * A square of a picture, at most 1024 pixels a side, as WebP, or as JPEG where the browser cannot write that. Only the
 * pixels go along: neither the place where it was taken nor anything else that a camera wrote down. Throws
 * PictureProblem.
 */
export async function squarePicture(picture: ImageBitmap, place?: Place): Promise<Blob> {
  const part = squareOf(picture, place);
  const side = sideOf(part);
  const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
  const context = canvas.getContext("2d");
  if (!context) throw new PictureProblem("unreadable");
  context.imageSmoothingQuality = "high";
  // What is see-through would turn black in a JPEG.
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, side, side);
  context.drawImage(picture, part.x, part.y, part.side, part.side, 0, 0, side, side);
  const webp = await toBlob(canvas, "image/webp");
  const made = webp?.type === "image/webp" ? webp : await toBlob(canvas, "image/jpeg");
  if (!made) throw new PictureProblem("unreadable");
  return made;
}
