import { z } from "zod";

/** How pictures and graphics may be painted; the first is the usual one. */
export const styles = ["soft", "papercut", "watercolour"] as const;
export const styleSchema = z.enum(styles);
export type Style = z.infer<typeof styleSchema>;
