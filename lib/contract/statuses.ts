import { z } from "zod";

export const jobStatuses = ["pending", "processing", "completed", "failed", "cancelled"] as const;
export const jobStatusSchema = z.enum(jobStatuses);
export type JobStatus = z.infer<typeof jobStatusSchema>;

export const draftStatuses = [
  "draft",
  "generating",
  "ready",
  "partial",
  "failed",
  "publishing",
  "published",
] as const;
export const draftStatusSchema = z.enum(draftStatuses);
export type DraftStatus = z.infer<typeof draftStatusSchema>;

export const assetStatuses = ["pending", "generating", "ready", "failed"] as const;
export const assetStatusSchema = z.enum(assetStatuses);

export const visibilities = ["private", "unlisted", "public"] as const;
export const visibilitySchema = z.enum(visibilities);

export const roles = ["educator", "support", "admin"] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;
