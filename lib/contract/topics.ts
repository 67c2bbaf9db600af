/** Names of the private Realtime channels; the policies on `realtime.messages` know the same names. */
export const topics = {
  draft: (draftId: string) => `draft:${draftId}`,
  /** Presence alone: who of the people of a draft is here. */
  people: (draftId: string) => `people:${draftId}`,
  /** What the screens of a class show. */
  room: (key: string) => `room:${key}`,
  /** Presence alone: which screens are in a room; the teacher sees them, they do not see each other. */
  screens: (key: string) => `screens:${key}`,
  user: (userId: string) => `user:${userId}`,
  adminJobs: "admin:jobs",
} as const;

/**
 * What the database sends on every row change. On `draft:<id>` and `room:<key>` the sequence rises by one per message, so
 * a gap shows a loss; elsewhere it is null.
 */
export interface ChangeMessage<Row = Record<string, unknown>> {
  id: string;
  schema: string;
  table: "drafts" | "draft_assets" | "draft_members" | "draft_invitations" | "jobs" | "rooms";
  operation: "INSERT" | "UPDATE" | "DELETE";
  sequence: number | null;
  record: Row;
}

/**
 * What `admin:jobs` says, once for each statement that changed jobs or pauses. `count` rows changed; when they were too
 * many to tell (over 20), and for pauses, `records` is empty and the page reads anew.
 */
export interface StaffMessage<Row = Record<string, unknown>> {
  id: string;
  schema: string;
  table: "jobs" | "job_pauses";
  operation: "INSERT" | "UPDATE" | "DELETE";
  sequence: null;
  count: number;
  records: Row[];
}
