import { describe, expect, it } from "vitest";
import { readClaims } from "../../supabase/functions/_shared/read-claims.ts";

const id = (last: number) => `6f1b0c9e-0000-4000-8000-00000000000${last}`;
const row = (last: number, changes: Record<string, unknown> = {}) => ({
  id: id(last),
  type: "publish",
  attempt: 1,
  payload: {},
  payload_version: 1,
  user_id: id(9),
  draft_id: null,
  asset_id: null,
  retry_count: 0,
  max_retries: 3,
  claimed_at: "2026-01-01T00:00:00.123456+00:00",
  lease_expires_at: "2026-01-01T00:01:00.123456+00:00",
  deadline_at: "2026-01-01T00:02:20+00:00",
  model: null,
  unsettled_predictions: [],
  ...changes,
});

describe("claimed rows", () => {
  it("are read one by one: a strange one among them is named, and the others are kept", () => {
    const claims = readClaims([row(1), row(2, { type: "juggle", payload: null }), row(3)]);
    expect(claims.jobs.map((job) => job.id)).toEqual([id(1), id(3)]);
    expect(claims.unreadable).toEqual([{ id: id(2), attempt: 1, fields: ["type", "payload"] }]);
    expect(claims.count).toBe(3);
  });

  it("that have no name are counted, so that nobody takes the queue for empty", () => {
    expect(readClaims([{ id: 7 }, null])).toEqual({ count: 2, jobs: [], unreadable: [] });
  });

  it("may tell more than this worker knows", () => {
    expect(readClaims([row(1, { mood: "good" })]).jobs).toHaveLength(1);
  });
});
