import { z } from "zod";

/** Why a universe is hidden, what its owner said to it, and what was decided about that. */
export const hidingSchema = z.object({
  reason: z.string(),
  hidden_at: z.string(),
  appeal: z.string().nullable(),
  appealed_at: z.string().nullable(),
  answer: z.string().nullable(),
  answered_at: z.string().nullable(),
  /** Since when it is seen again; null while it is hidden. */
  ended_at: z.string().nullable(),
});

/** Whether an admin keeps everybody from seeing a universe at this moment. */
export function isHiddenNow({ hiding }: { hiding: z.infer<typeof hidingSchema> | null }): boolean {
  return hiding !== null && hiding.ended_at === null;
}
