import { z } from "zod";
import { line } from "../contract/text.ts";

export const signInSchema = z.object({
  email: z.email().max(254),
  password: z.string().min(1).max(72),
});
export type SignIn = z.input<typeof signInSchema>;

/** bcrypt reads 72 bytes, so longer passwords are refused rather than cut. */
export const registerSchema = z.object({
  email: z.email().max(254),
  password: z.string().min(8).max(72),
  name: line(100).optional(),
});
export type Register = z.input<typeof registerSchema>;
