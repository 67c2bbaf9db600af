import { z } from "zod";

const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const invisible =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * One line of text as people type it, 1 to `max` characters (code points, as the database counts): stored NFC, trimmed,
 * without half characters, control characters, bidi controls and zero-width tricks; something of it can be seen. The
 * zero-width joiner stays, since emoji families need it.
 */
export const line = (max: number) =>
  z
    .string()
    .transform((text) =>
      text.toWellFormed().normalize("NFC").replace(breaks, " ").replace(invisible, "").trim(),
    )
    .refine((text) => visible.test(text), { message: "there is nothing to read in it" })
    .refine((text) => [...text].length <= max, { message: `at most ${max} characters` });
