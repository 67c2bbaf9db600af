/** Where the query cache keeps drafts and what belongs to them. */
export const draftKeys = {
  /** All lists of drafts, whatever they show. */
  list: ["drafts"] as const,
  detail: (draftId: string) => ["draft", draftId] as const,
  /** True once the draft was deleted while it was shown. */
  deleted: (draftId: string) => ["deleted draft", draftId] as const,
  assets: (draftId: string) => ["draft", draftId, "assets"] as const,
  job: (draftId: string, jobId: string) => ["draft", draftId, "job", jobId] as const,
};
