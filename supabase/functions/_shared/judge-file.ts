import type { FileResult } from "../../../lib/contract/worker.ts";
import { readAudio } from "./audio.ts";
import { isBlank } from "./blank-picture.ts";
import { type CpuBudget, openCpuBudget } from "./cpu-budget.ts";
import { JobFailure } from "./failure.ts";
import { isFigure } from "./figure.ts";
import { meanColour } from "./mean-colour.ts";
import { unusable } from "./output-file.ts";
import { readPicture } from "./picture.ts";
import { flagged } from "./prediction-end.ts";
import { readVideo } from "./video.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** What is wrong with a file, as people are told. */
export type FileFault = "unreadable" | "wrong_size" | "wrong_length" | "blank";

const bad = (fault: FileFault, reason: string, detail: Record<string, unknown>) =>
  unusable(reason, { fault, ...detail });

/** What a file turned out to be. */
export interface Judged
  extends Pick<FileResult, "mime_type" | "width" | "height" | "duration_ms" | "placeholder_color"> {
  extension: string;
}

const maxPixels = 40_000_000;
const minSide = 64;
const maxVideoSide = 2048;

async function judgePicture(bytes: Bytes, budget: CpuBudget = openCpuBudget()): Promise<Judged> {
  const picture = readPicture(bytes);
  if (!picture) throw bad("unreadable", "The file is no whole, still picture.", { size_bytes: bytes.length });
  const { width, height, mimeType, extension } = picture;
  if (width * height > maxPixels || Math.min(width, height) < minSide)
    throw bad("wrong_size", "The picture has a wrong size.", { width, height });
  if (await isBlank(bytes, picture))
    throw new JobFailure(flagged({ fault: "blank" satisfies FileFault, reason: "The picture is blank." }));
  const placeholder_color = await meanColour(bytes, picture, budget);
  return {
    mime_type: mimeType,
    extension,
    width,
    height,
    ...(placeholder_color ? { placeholder_color } : {}),
  };
}

async function judgeVideo(bytes: Bytes): Promise<Judged> {
  const video = readVideo(bytes);
  if (!video) throw bad("unreadable", "The file is no whole MP4.", { size_bytes: bytes.length });
  const { width, height, durationMs, codec } = video;
  // The one codec that every browser plays.
  if (codec !== "avc1") throw bad("unreadable", "The video is not H.264.", { codec });
  if (Math.min(width, height) < minSide || Math.max(width, height) > maxVideoSide)
    throw bad("wrong_size", "The video has a wrong size.", { width, height });
  if (durationMs < 1000 || durationMs > 15_000)
    throw bad("wrong_length", "The video has a wrong length.", { durationMs });
  return { mime_type: "video/mp4", extension: "mp4", width, height, duration_ms: durationMs };
}

const judgeAudio = (shortestMs: number, longestMs: number) => async (bytes: Bytes) => {
  const audio = readAudio(bytes);
  if (!audio) throw bad("unreadable", "The file is no whole MP3 or WAV.", { size_bytes: bytes.length });
  const { mimeType, extension, durationMs } = audio;
  if (durationMs < shortestMs || durationMs > longestMs)
    throw bad("wrong_length", "The sound has a wrong length.", { durationMs });
  return { mime_type: mimeType, extension, duration_ms: durationMs };
};

async function judgeFigure(bytes: Bytes): Promise<Judged> {
  if (!isFigure(bytes))
    throw bad("unreadable", "The file is no whole binary glTF.", { size_bytes: bytes.length });
  return { mime_type: "model/gltf-binary", extension: "glb" };
}

/**
 * What each type of job takes as its file, judged by the bytes alone. Each throws JobFailure for anything that a
 * browser could not show, or that is out of bounds. Without a budget, the file is all that the call judges.
 */
export const judges = {
  generate_image: judgePicture,
  generate_graphic: judgePicture,
  generate_video: judgeVideo,
  generate_music: judgeAudio(5000, 120_000),
  generate_speech: judgeAudio(100, 20_000),
  generate_model3d: judgeFigure,
} as const satisfies Record<string, (bytes: Bytes, budget?: CpuBudget) => Promise<Judged>>;

/** The types of jobs whose result is a file. */
export type FileJobType = keyof typeof judges;

/** Whether the result of this type of job is a file. */
export const makesFile = (type: string): type is FileJobType => Object.hasOwn(judges, type);
