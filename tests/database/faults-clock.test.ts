import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { collect } from "../../supabase/functions/_shared/collect.ts";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { runSchedule } from "../../supabase/functions/job-scheduler/run-schedule.ts";
import {
  conceptsJob,
  draftId,
  later,
  owner,
  paid,
  predictionsOf,
  setStage,
  sql,
  sweepUntilDone,
  tools,
  untilSucceeded,
} from "../fixtures/worker-stage.ts";

setStage();

const TrueDate = Date;

/** From now on this process believes that it is so much later, as under `faketime`. */
function shiftClock(milliseconds: number): void {
  vi.stubGlobal(
    "Date",
    class extends TrueDate {
      constructor(...parts: []) {
        if (parts.length === 0) super(TrueDate.now() + milliseconds);
        else super(...parts);
      }
      static override now() {
        return TrueDate.now() + milliseconds;
      }
    },
  );
}

const nobodyToWake = () => ({
  ...tools,
  environment: { ...tools.environment, supabaseUrl: "http://127.0.0.1:9" },
});

afterEach(() => vi.unstubAllGlobals());

describe.each([
  ["ten minutes ahead", 600_000],
  ["ten minutes behind", -600_000],
])("a worker whose clock is %s", (_what, shift) => {
  beforeEach(() => shiftClock(shift));

  it("holds its jobs for as long as the database says", async () => {
    await drain(tools);
    const { id } = await conceptsJob();
    const [row] = await sql`
      select lease_expires_at between now() and now() + interval '150 seconds' as has_lease,
        deadline_at between now() and now() + interval '150 seconds' as has_deadline,
        started_at between now() - interval '5 minutes' and now() as started
      from public.jobs where id = ${id}`;
    expect(row).toEqual({ has_lease: true, has_deadline: true, started: true });
  });

  it("takes no job before its time and takes back none that another holds", async () => {
    const { id } = await conceptsJob();
    await sql`update public.jobs set run_at = now() + interval '5 minutes' where id = ${id}`;
    expect((await drain(tools)).claimed).toBe(0);
    await later();
    const {
      jobs: [held],
    } = await tools.engine.getNextJobs("another", 1, ["generate_concepts"]);
    expect(held?.id).toBe(id);
    expect(await runSchedule(nobodyToWake())).toMatchObject({ reaped: 0 });
    expect(await conceptsJob()).toMatchObject({ status: "processing", attempt: 1, death_count: 0 });
  });

  it("has the time of its attempt, and its work is done once and paid once", async () => {
    await drain(tools);
    const { id } = await conceptsJob();
    expect(await sweepUntilDone(id)).toBe("completed");
    expect(await paid()).toBe(1);
    const events = await sql`
      select count(*)::int as n from public.job_events
      where job_id = ${id} and created_at not between now() - interval '5 minutes' and now()`;
    expect(events[0]?.n).toBe(0);
  });

  it("does not take a request of a moment ago, whose answer was lost, for an old one", async () => {
    const {
      jobs: [claimed],
    } = await tools.engine.getNextJobs("short-lived", 1, ["generate_concepts"]);
    if (!claimed) throw new Error("nothing claimed");
    await tools.engine.recordPrediction(claimed.id, claimed.attempt, { theme: "on its way" }, "on-its-way");
    await sql`update public.jobs set lease_expires_at = now() - interval '1 second' where id = ${claimed.id}`;
    await tools.engine.reapExpiredJobs();
    await later();
    await drain(tools);
    expect(await predictionsOf(claimed.id)).toMatchObject([{ status: "submitting" }]);
    expect(await paid()).toBe(0);
  });

  it("counts an educator's requests on the database's day", async () => {
    const [row] = await sql`
      select day = (now() at time zone 'utc')::date as is_today, hour_started_at <= now() as has_begun
      from public.user_quotas where user_id = ${owner.sub ?? ""}`;
    expect(row).toEqual({ is_today: true, has_begun: true });
    expect(draftId).not.toBe("");
  });

  it("collects what has succeeded, also when it is told late", async () => {
    await drain(tools);
    const { id } = await conceptsJob();
    const [{ id: predictionId, external_id } = {}] = await predictionsOf(id);
    await untilSucceeded(external_id);
    const [found, seen] = [
      await tools.engine.findPrediction(predictionId),
      await tools.provider.get(external_id),
    ];
    if (!found || !seen) throw new Error("nothing to collect");
    await collect(found, seen, tools);
    expect((await conceptsJob()).status).toBe("completed");
  });
});
