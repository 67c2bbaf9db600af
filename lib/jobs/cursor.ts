import { z } from "zod";

/** Where a list goes on: after this job, newest first. The time keeps all digits that the database gave it. */
const positionSchema = z.strictObject({ created_at: z.iso.datetime({ offset: true }), id: z.guid() });
export type JobPosition = z.infer<typeof positionSchema>;

/** The opaque word that the API gives out for a position: base64url, so that it fits into an address. */
export function toCursor(position: JobPosition): string {
  return btoa(JSON.stringify({ created_at: position.created_at, id: position.id }))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The position behind a cursor, or null when the word never was one. */
export function readCursor(cursor: string): JobPosition | null {
  if (!/^[\w-]{1,300}$/.test(cursor)) return null;
  try {
    const text = atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
    return positionSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** A cursor as it comes in; it stays opaque until the store reads it. */
export const cursorSchema = z
  .string()
  .refine((cursor) => readCursor(cursor) !== null, { message: "this is no cursor of a list of jobs" });

/** What the database says about the next page, as a cursor. */
export const nextSchema = positionSchema
  .nullable()
  .transform((position) => (position ? toCursor(position) : null));
