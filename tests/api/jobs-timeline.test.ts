import { beforeAll, describe, expect, it } from "vitest";
import { type JobStage, makeDraft, openJobStage, putJob } from "../fixtures/job-stage.ts";
import { call } from "../fixtures/studio.ts";
import { database } from "../setup/stack.ts";

interface Event {
  sequence: number;
  event: string;
  actor_email: string | null;
  from_status: string | null;
  to_status: string;
  created_at: string;
}
interface Timeline {
  job: Record<string, unknown>;
  events: Event[];
  predictions: Record<string, unknown>[];
  children: { id: string; type: string; user_email?: string }[];
  depends_on: { id: string; status: string }[];
  unblocks: { id: string; type: string }[];
}

let stage: JobStage;

beforeAll(async () => {
  stage = await openJobStage();
});

async function timeline(who: { accessToken: string }, jobId: string) {
  const answer = await call<Timeline>(who, "GET", `/api/jobs/${jobId}/timeline`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

describe("the timeline of a request", () => {
  it("tells who did what, in order, with its pieces", async () => {
    const draftId = await makeDraft(stage.owner);
    const asked = await call<{ jobId: string }>(stage.owner, "POST", `/api/drafts/${draftId}/generate`, {});
    const { jobId } = asked.body;
    await call(stage.admin, "PATCH", `/api/jobs/${jobId}`, { priority: 9 });
    await call(stage.owner, "DELETE", `/api/jobs/${jobId}`);

    const seen = await timeline(stage.admin, jobId);
    expect(seen.events.map(({ sequence }) => sequence)).toEqual(seen.events.map((_, index) => index));
    const times = seen.events.map(({ created_at }) => Date.parse(created_at));
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(seen.events.map(({ event, actor_email }) => [event, actor_email])).toEqual([
      ["created", stage.owner.email],
      ["reprioritised", "admin@studio.test"],
      ["cancelled", stage.owner.email],
    ]);
    expect(seen.events.at(-1)).toMatchObject({ from_status: "processing", to_status: "cancelled" });
    expect(seen.job).toMatchObject({
      id: jobId,
      user_email: stage.owner.email,
      is_parent: true,
      priority: 9,
    });
    expect(seen.job.credits).toBeGreaterThan(0);
    expect(seen.job.estimated_duration_ms).toBeGreaterThan(0);
    expect(seen.children).toMatchObject([{ type: "generate_concepts", user_email: stage.owner.email }]);

    const own = await timeline(stage.owner, jobId);
    expect(own.events.map(({ event }) => event)).toEqual(["created", "reprioritised", "cancelled"]);
    expect(own.events[1]?.actor_email).toBeNull();
    expect(own.children[0]).not.toHaveProperty("user_email");
  });
});

describe("the timeline of a piece", () => {
  it("shows staff what failed and what was asked of the model, and its owner neither", async () => {
    const jobId = await putJob(stage.owner, { status: "failed", error_code: "moderated" });
    const sql = database();
    await sql`insert into public.predictions (job_id, attempt, input, input_hash, external_id, status, cost_micros)
      values (${jobId}, 1, '{"prompt": "a cow"}', 'h', ${`ext-${jobId}`}, 'failed', 4200)`;

    const seen = await timeline(stage.support, jobId);
    expect(seen.job).toMatchObject({ error_detail: { cause: "boom" }, payload: {} });
    expect(seen.predictions).toMatchObject([
      {
        attempt: 1,
        status: "failed",
        cost_micros: 4200,
        input: { prompt: "a cow" },
        external_id: `ext-${jobId}`,
      },
    ]);
    // The id of a prediction is the secret in its webhook address.
    expect(seen.predictions[0]).not.toHaveProperty("id");

    const own = await timeline(stage.owner, jobId);
    expect(own.predictions).toEqual([]);
    for (const word of ["error_detail", "lease_owner", "cost_micros"])
      expect(own.job).not.toHaveProperty(word);
  });

  it("names what it waits for and what waits for it", async () => {
    const sql = database();
    const [first, second, third] = [
      await putJob(stage.owner, { type: "generate_concepts", status: "completed" }),
      await putJob(stage.owner),
      await putJob(stage.owner, { type: "publish" }),
    ];
    await sql`insert into public.job_dependencies (job_id, depends_on_id)
      values (${second}, ${first}), (${third}, ${second})`;
    const seen = await timeline(stage.owner, second);
    expect(seen.depends_on).toEqual([{ id: first, type: "generate_concepts", status: "completed" }]);
    expect(seen.unblocks).toEqual([{ id: third, type: "publish", status: "pending" }]);
  });
});

describe("the statistics", () => {
  interface Statistics {
    counts: { waiting: number; delayed: number; blocked: number; running: number };
    last_hour: { completed: number; failed: number; cancelled: number };
    throughput: { minute: string; completed: number; failed: number }[];
    failure_rate: number | null;
    queue_age_seconds: number | null;
    pauses: {
      id: string;
      user_id: string;
      user_email: string;
      reason: string;
      paused_by_email: string | null;
    }[];
  }
  const read = async () => (await call<Statistics>(stage.support, "GET", "/api/jobs/statistics")).body;

  it("count what waits, is delayed and has failed, with the pauses", async () => {
    await putJob(stage.owner);
    const sql = database();
    // Others work in this studio meanwhile: so many at once are nobody else's, and nobody else ends them.
    await sql.begin(async (db) => {
      await db`set local session_replication_role = replica`;
      await db`insert into public.jobs (user_id, type, run_at)
        select ${stage.owner.id}, 'publish', '2099-01-01T00:00:00Z' from generate_series(1, 400)`;
      await db`insert into public.jobs (user_id, type, status, completed_at, error_code)
        select ${stage.owner.id}, 'publish', 'failed', now(), 'model_failed' from generate_series(1, 400)`;
    });
    const after = await read();
    await sql`delete from public.jobs where user_id = ${stage.owner.id} and type = 'publish'`;
    expect(after.counts.delayed).toBeGreaterThanOrEqual(400);
    expect(after.last_hour.failed).toBeGreaterThanOrEqual(400);
    expect(after.failure_rate).toBeGreaterThan(0);
    expect(after.failure_rate).toBeLessThanOrEqual(1);
    expect(after.queue_age_seconds).toBeGreaterThanOrEqual(0);
    expect(after.pauses).toContainEqual(
      expect.objectContaining({
        user_id: stage.owner.id,
        user_email: stage.owner.email,
        paused_by_email: null,
      }),
    );
  });

  it("have one figure for each of the last sixty minutes, oldest first", async () => {
    const { throughput } = await read();
    const minutes = throughput.map(({ minute }) => Date.parse(minute) / 60_000);
    expect(minutes).toEqual(minutes.map((_, index) => (minutes[0] ?? 0) + index));
    expect(minutes).toHaveLength(60);
  });
});
