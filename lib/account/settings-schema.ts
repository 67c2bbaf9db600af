import { z } from "zod";
import { languageSchema } from "../contract/languages.ts";
import { line } from "../contract/text.ts";

/** What somebody may change of their own profile. */
export const accountChangeSchema = z
  .object({ name: line(100), language: languageSchema })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { message: "name what is to change" });
export type AccountChange = z.input<typeof accountChangeSchema>;

export const nameFormSchema = z.object({ name: line(100) });

/** bcrypt reads 72 bytes, of a password in any script. */
const newPassword = z
  .string()
  .min(8)
  .refine((text) => new TextEncoder().encode(text).length <= 72);

export const passwordFormSchema = z.object({ current: z.string().min(1).max(72), password: newPassword });
export type PasswordChange = z.output<typeof passwordFormSchema>;

export const emailFormSchema = z.object({ email: z.email().max(254), current: z.string().min(1).max(72) });
export type EmailChange = z.output<typeof emailFormSchema>;

const allowanceSchema = z.object({ limit: z.number(), left: z.number(), reset_at: z.string() });

/** What somebody has used and has left. */
export const usageSchema = z.object({
  plan: z.string(),
  credits: z.object({
    left: z.number().int(),
    monthly: z.number().int(),
    renewed_at: z.string(),
    /** The price of ten cards with what is usually made. */
    per_universe: z.number().int(),
  }),
  requests: z.object({ hour: allowanceSchema, day: allowanceSchema }),
  /** Months of UTC as `2026-11`, the newest first. */
  months: z.array(z.object({ month: z.string(), credits: z.number().int(), requests: z.number().int() })),
});
export type Usage = z.infer<typeof usageSchema>;

const sessionSchema = z.object({
  id: z.guid(),
  user_agent: z.string().nullable(),
  created_at: z.string(),
  /** When it was opened, or renewed last. */
  used_at: z.string(),
  is_current: z.boolean(),
});
export const sessionListSchema = z.object({ items: z.array(sessionSchema), total: z.number().int() });
export type SessionList = z.infer<typeof sessionListSchema>;
