import { z } from "zod";

/** Every kind of job. A type, its generator file and its payload schema share the name. */
export const jobTypes = ["generate_universe", "generate_concepts", "generate_image", "publish"] as const;
export const jobTypeSchema = z.enum(jobTypes);
export type JobType = z.infer<typeof jobTypeSchema>;

/** The pieces of a card or universe that can be made or made again. */
export const pieces = ["image"] as const;
export const pieceSchema = z.enum(pieces);

/** Largest seed that every image model takes (a signed 31-bit integer). */
export const maxSeed = 2_147_483_647;

/** A job is stuck when its lease ran out this long ago and nobody took it back, */
export const stuckLeaseSeconds = 60;
/** or when it could have run for this long and nobody took it. */
export const stuckWaitingSeconds = 600;
