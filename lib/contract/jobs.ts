import { z } from "zod";

/** Every kind of job. A type, its generator file and its payload schema share the name. */
export const jobTypes = [
  "generate_universe",
  "generate_concepts",
  "generate_text",
  "generate_image",
  "generate_video",
  "generate_music",
  "generate_speech",
  "generate_model3d",
  "generate_graphic",
  "translate",
  "transcribe",
  "moderate",
  "publish",
  "notify",
] as const;
export const jobTypeSchema = z.enum(jobTypes);
export type JobType = z.infer<typeof jobTypeSchema>;

/** The pieces of a card that can be made or made again, */
export const cardPieces = ["image", "video", "model3d", "text", "names", "speech"] as const;
/** and those of a universe as a whole. */
export const universePieces = ["music", "cover", "poster", "logo"] as const;
export const cardPieceSchema = z.enum(cardPieces);
export const pieceSchema = z.enum([...cardPieces, ...universePieces]);
export type Piece = z.infer<typeof pieceSchema>;

/** What a universe is made of when a caller names nothing. Films take long and cost most: they are asked for. */
export const usualPieces: readonly Piece[] = ["image", "text", "music", "cover"];

/** Largest seed that every image model takes (a signed 31-bit integer). */
export const maxSeed = 2_147_483_647;

/** A job is stuck when its lease ran out this long ago and nobody took it back, */
export const stuckLeaseSeconds = 60;
/** or when it could have run for this long and nobody took it. */
export const stuckWaitingSeconds = 600;
