import type { SupabaseClient } from "@supabase/supabase-js";
import { describe, expect, it } from "vitest";
import { readCursor } from "./cursor.ts";
import { readJobs } from "./store.ts";

const id = "00000000-0000-4000-8000-000000000001";
const moment = "2026-11-21T10:00:00.123456+00:00";
const job = {
  ...{ id, user_id: id, draft_id: null, asset_id: null, parent_id: null, type: "publish", status: "pending" },
  ...{ priority: 5, progress: 0, current_step: 0, total_steps: 1, message: null, result: null },
  ...{ error_code: null, error_message: null, attempt: 0, retry_count: 0, max_retries: 3 },
  ...{ created_at: moment, started_at: null, completed_at: null, updated_at: moment },
  ...{
    user_email: "nora@studio.test",
    draft_name: null,
    is_parent: false,
    run_at: moment,
    expires_at: moment,
  },
  ...{ unmet_dependencies: 0, death_count: 0, lease_owner: null, lease_expires_at: null, cost_micros: 0 },
};

interface Asked {
  p_filter: { after?: unknown; text?: string };
  p_limit: number;
}

/** A database with so many jobs that nobody comes to the end of them. */
function openEndless() {
  const asked: Asked[] = [];
  const rpc = async (_name: string, args: Asked) => {
    asked.push(args);
    const items = Array.from({ length: args.p_limit }, () => job);
    return { data: { items, total: 10_001, next: { created_at: moment, id } }, error: null };
  };
  return { db: { rpc } as unknown as SupabaseClient, asked };
}

describe("reading many jobs", () => {
  it("ends at the most that was asked for, and goes on where each page ended", async () => {
    const { db, asked } = openEndless();
    let read = 0;
    for await (const jobs of readJobs(db, { text: "cow" }, 2500)) read += jobs.length;
    expect(read).toBe(2500);
    expect(asked.map(({ p_limit }) => p_limit)).toEqual([1000, 1000, 500]);
    expect(asked.map(({ p_filter }) => p_filter.after)).toEqual([
      undefined,
      { created_at: moment, id },
      { created_at: moment, id },
    ]);
    expect(asked.every(({ p_filter }) => p_filter.text === "cow")).toBe(true);
  });

  it("asks for no more than its reader takes", async () => {
    const { db, asked } = openEndless();
    for await (const _page of readJobs(db, {}, 100_000)) break;
    expect(asked).toHaveLength(1);
  });

  it("begins at the cursor that came with the filter", async () => {
    const { db, asked } = openEndless();
    const cursor = btoa(JSON.stringify({ created_at: moment, id }));
    for await (const _page of readJobs(db, { cursor }, 1)) break;
    expect(asked[0]?.p_filter.after).toEqual(readCursor(cursor));
  });
});
