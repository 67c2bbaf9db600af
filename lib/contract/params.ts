import { z } from "zod";

/** Path parameters of the API. An id that the database could not hold names nothing: the answer is 404. */
export const draftParams = z.object({ draftId: z.guid() });
export const assetParams = z.object({ draftId: z.guid(), assetId: z.guid() });
export const memberParams = z.object({ draftId: z.guid(), userId: z.guid() });
export const invitationOfDraftParams = z.object({ draftId: z.guid(), invitationId: z.guid() });
export const invitationParams = z.object({ invitationId: z.guid() });
export const draftVersionParams = draftParams.extend({ versionId: z.guid() });
export const assetVersionParams = assetParams.extend({ versionId: z.guid() });
export const releaseParams = draftParams.extend({ releaseId: z.guid() });
export const reportParams = z.object({ reportId: z.guid() });
export const jobParams = z.object({ jobId: z.guid() });
export const pauseParams = z.object({ pauseId: z.guid() });
export const themeParams = z.object({ theme: z.string().regex(/^[a-z][a-z-]{0,49}$/) });
export const slugParams = z.object({ slug: z.string().min(1).max(100) });

/** `skip` and `limit` of every list. */
export const pageQuery = z.object({
  skip: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type PageQuery = z.infer<typeof pageQuery>;
