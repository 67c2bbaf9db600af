import type { StaffJob } from "../schema.ts";

/** A job as staff see it, with what matters to a test. */
export function staffJob(wish: Partial<StaffJob> = {}): StaffJob {
  const created_at = wish.created_at ?? "2026-11-21T11:00:00.000001+00:00";
  return {
    id: crypto.randomUUID(),
    user_id: "10000000-0000-4000-8000-000000000001",
    draft_id: null,
    asset_id: null,
    parent_id: null,
    type: "generate_image",
    status: "pending",
    priority: 5,
    progress: 0,
    current_step: 0,
    total_steps: 1,
    message: null,
    result: null,
    error_code: null,
    error_message: null,
    attempt: 0,
    retry_count: 0,
    max_retries: 3,
    created_at,
    started_at: null,
    completed_at: null,
    updated_at: created_at,
    user_email: "nora@studio.test",
    draft_name: null,
    is_parent: false,
    run_at: created_at,
    expires_at: null,
    unmet_dependencies: 0,
    death_count: 0,
    lease_owner: null,
    lease_expires_at: null,
    cost_micros: null,
    ...wish,
  };
}
