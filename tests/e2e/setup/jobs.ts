import type { Page } from "@playwright/test";
import type { JobType } from "../../../lib/contract/jobs.ts";
import type { JobStatus } from "../../../lib/contract/statuses.ts";
import { newEducator, type Person } from "./people.ts";
import { sql } from "./studio.ts";
import { expect } from "./test.ts";

/** An educator whose jobs no worker takes, so that they stay as a test has put them. */
export async function heldEducator(name = "Nora"): Promise<Person> {
  const person = await newEducator(name);
  await sql`insert into public.job_pauses (user_id, reason) values (${person.id}, 'a test looks at them')`;
  return person;
}

interface JobWish {
  type?: JobType;
  status?: JobStatus;
  draft_id?: string | null;
  parent_id?: string | null;
  priority?: number;
  progress?: number;
  error_code?: string | null;
  error_message?: string | null;
  error_detail?: Record<string, string> | null;
  payload?: Record<string, string>;
  created_at?: Date;
  run_at?: Date;
  lease_expires_at?: Date;
}

/** Puts jobs of this person into the database as if they had come to this. Returns their ids, in the same order. */
export async function putJobs(who: Person, wishes: JobWish[]): Promise<string[]> {
  const hour = 3_600_000;
  const rows = wishes.map((wish, index) => {
    const status = wish.status ?? "pending";
    const created = wish.created_at ?? new Date(Date.now() - 10 * (wishes.length - index));
    const hasEnded = status === "completed" || status === "failed" || status === "cancelled";
    const isRunning = status === "processing" && wish.type !== "generate_universe";
    return {
      user_id: who.id,
      type: wish.type ?? "generate_image",
      status,
      draft_id: wish.draft_id ?? null,
      parent_id: wish.parent_id ?? null,
      priority: wish.priority ?? 5,
      progress: status === "completed" ? 100 : (wish.progress ?? 0),
      payload: wish.payload ?? {},
      error_code: status === "failed" ? (wish.error_code ?? "provider_unavailable") : null,
      error_message: status === "failed" ? (wish.error_message ?? "The models do not answer.") : null,
      error_detail: wish.error_detail ?? null,
      attempt: status === "pending" ? 0 : 1,
      created_at: created,
      run_at: wish.run_at ?? created,
      expires_at: new Date(Date.now() + hour),
      started_at: status === "pending" ? null : created,
      completed_at: hasEnded ? new Date() : null,
      lease_owner: isRunning ? "worker-of-a-test" : null,
      lease_expires_at: isRunning ? (wish.lease_expires_at ?? new Date(Date.now() + hour)) : null,
    };
  });
  const made = await sql<{ id: string }[]>`
    insert into public.jobs (user_id, type, status, draft_id, parent_id, priority, progress, payload, error_code, error_message,
      error_detail, attempt, created_at, run_at, expires_at, started_at, completed_at, lease_owner, lease_expires_at)
    select user_id, type, status, draft_id, parent_id, priority, progress, payload, error_code, error_message,
      error_detail, attempt, created_at, run_at, expires_at, started_at, completed_at, lease_owner, lease_expires_at
    from jsonb_populate_recordset(null::public.jobs, ${sql.json(rows as never)}) returning id`;
  return made.map(({ id }) => id);
}

/** The rows of the list. */
export const rowsOf = (page: Page) => page.locator("tr[data-job]");

/** Opens the dashboard and waits until it is live. */
export async function openDashboard(page: Page, query = ""): Promise<void> {
  await page.goto(`/admin${query}`);
  await expect(page.locator("[data-live=live]")).toBeVisible();
}

/** The panel beside the list. */
export const panelOf = (page: Page) => page.locator("[data-side-panel]");
