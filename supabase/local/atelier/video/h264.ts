import type { H264MP4Encoder } from "h264-mp4-encoder";
import { toPlanes } from "./planes.ts";
import type { Pixels } from "./raster.ts";

/** Frames per second of every video. */
export const FRAME_RATE = 24;
/** Below this soft skies show blocks, above it files grow without being seen to be better. */
const QUANTISER = 22;
/** 0 is slow and small, 10 fast and large. */
const SPEED = 5;
/** A whole picture every two seconds, so that players can seek. */
const GROUP = 2 * FRAME_RATE;

/** An H.264 stream that grows frame by frame. */
export interface Stream {
  add(frame: Pixels): void;
  /** Ends the stream and returns it in an MP4 file, its index at the end. */
  finish(): Uint8Array;
  /** Frees what the stream holds; must be called once, also when it was not finished. */
  close(): void;
}

/** Opens a stream of square frames; `size` is even. */
export async function openStream(size: number): Promise<Stream> {
  const encoder = await createEncoder();
  Object.assign(encoder, {
    width: size,
    height: size,
    frameRate: FRAME_RATE,
    quantizationParameter: QUANTISER,
    speed: SPEED,
    groupOfPictures: GROUP,
  });
  encoder.initialize();
  const planes = new Uint8Array((size * size * 3) / 2);
  let finished = false;
  const finalize = () => {
    finished = true;
    encoder.finalize();
  };
  return {
    add(frame) {
      toPlanes(frame, planes);
      encoder.addFrameYuv(planes);
    },
    finish() {
      finalize();
      return encoder.FS.readFile(encoder.outputFilename);
    },
    close() {
      // An encoder that is let go unfinished takes its whole library with it, and every later film.
      if (!finished) finalize();
      const name = encoder.outputFilename;
      encoder.delete();
      // The encoder's files live in its memory until they are removed.
      if (encoder.FS.readdir("/").includes(name as never)) encoder.FS.unlink(name);
    },
  };
}

/** Loads the encoder without the listeners it hangs on the process, which would end it on anybody's rejection. */
async function createEncoder(): Promise<H264MP4Encoder> {
  const events = ["uncaughtException", "unhandledRejection"] as const;
  const before = events.map((event) => new Set(process.listeners(event as never)));
  const { default: module } = await import("h264-mp4-encoder");
  const encoder = await module.createH264MP4Encoder();
  for (const [at, event] of events.entries())
    for (const listener of process.listeners(event as never))
      if (!before[at]?.has(listener)) process.off(event, listener as never);
  return encoder;
}
