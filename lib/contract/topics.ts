/** Names of the private Realtime channels; the policies on `realtime.messages` know the same names. */
export const topics = {
  draft: (draftId: string) => `draft:${draftId}`,
  user: (userId: string) => `user:${userId}`,
  adminJobs: "admin:jobs",
} as const;

/** What the database sends on every row change. `sequence` rises by one per topic, so a gap shows a loss. */
export interface ChangeMessage<Row = Record<string, unknown>> {
  id: string;
  schema: string;
  table: "drafts" | "draft_assets" | "jobs";
  operation: "INSERT" | "UPDATE" | "DELETE";
  sequence: number;
  record: Row;
}
