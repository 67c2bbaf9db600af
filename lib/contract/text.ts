import { z } from "zod";

const invisible = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * One line of text as people type it, 1 to `max` characters: stored NFC, trimmed, without control characters, bidi
 * controls and zero-width tricks. The zero-width joiner stays, since emoji families need it.
 */
export const line = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize("NFC").replace(invisible, "").trim())
    .pipe(z.string().min(1).max(max));
