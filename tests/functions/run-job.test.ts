import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClaimedJob } from "../../lib/contract/worker.ts";
import { EngineRefusal } from "../../supabase/functions/_shared/call-database.ts";
import { openCpuBudget } from "../../supabase/functions/_shared/cpu-budget.ts";
import type { Engine } from "../../supabase/functions/_shared/engine.ts";
import type { Failure } from "../../supabase/functions/_shared/failure.ts";
import type { Tools } from "../../supabase/functions/_shared/tools.ts";
import { attemptMilliseconds } from "../../supabase/functions/generation-worker/attempt-time.ts";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { giveBack } from "../../supabase/functions/generation-worker/held-jobs.ts";
import { runJob } from "../../supabase/functions/generation-worker/run-job.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString();
const job: ClaimedJob = {
  id: "6f1b0c9e-0000-4000-8000-000000000001",
  type: "publish",
  attempt: 3,
  payload: {},
  payload_version: 1,
  user_id: "6f1b0c9e-0000-4000-8000-000000000002",
  draft_id: null,
  asset_id: null,
  retry_count: 0,
  max_retries: 3,
  claimed_at: at(0),
  lease_expires_at: at(60),
  deadline_at: at(140),
  model: null,
  unsettled_predictions: [],
};
const forever = () => new Promise<never>(() => {});

let heartbeats: number;
let failures: Failure[];
let heartbeat: () => Promise<void>;
let tools: Tools;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "log").mockImplementation(() => {});
  heartbeats = 0;
  failures = [];
  heartbeat = async () => {};
  const engine: Partial<Engine> = {
    async heartbeat() {
      heartbeats += 1;
      await heartbeat();
    },
    async failJob(_id, _attempt, failure) {
      failures.push(failure);
      return "pending";
    },
    getNextJudgements: async () => ({ count: 0, jobs: [], unreadable: [] }),
  };
  tools = { engine } as Tools;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("an attempt", () => {
  it("that never returns is stopped inside its own budget, told to stop, and given back to the queue", async () => {
    let given: AbortSignal | undefined;
    const running = runJob(job, tools, undefined, (_job, _tools, signal) => {
      given = signal;
      return forever();
    });
    await vi.advanceTimersByTimeAsync(137_000);
    expect([failures, given?.aborted, heartbeats]).toEqual([[], false, 6]);
    await vi.advanceTimersByTimeAsync(1000);
    await running;
    expect(failures).toMatchObject([{ code: "timed_out", isRetryable: true }]);
    expect(given?.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(heartbeats).toBe(6);
  });

  it("is stopped earlier when its process has less time left", async () => {
    const running = runJob(job, tools, 5000, forever);
    await vi.advanceTimersByTimeAsync(5000);
    await running;
    expect(failures).toMatchObject([{ code: "timed_out" }]);
  });

  it("leaves its job alone once another worker holds it", async () => {
    heartbeat = async () => {
      throw new EngineRefusal("stale_attempt");
    };
    const running = runJob(job, tools, undefined, forever);
    await vi.advanceTimersByTimeAsync(20_000);
    await running;
    expect([heartbeats, failures]).toEqual([1, []]);
  });

  it("outlives a heartbeat that the database did not answer", async () => {
    heartbeat = async () => {
      throw new Error("heartbeat_job: fetch failed");
    };
    const running = runJob(
      job,
      tools,
      undefined,
      () => new Promise((done) => setTimeout(done, 50_000, "done")),
    );
    await vi.advanceTimersByTimeAsync(50_000);
    await running;
    expect([heartbeats, failures]).toEqual([2, []]);
  });

  it("that was given up may still fail later: nobody hears it", async () => {
    let fail = (_error: Error) => {};
    const running = runJob(job, tools, 5000, () => new Promise((_done, reject) => (fail = reject)));
    await vi.advanceTimersByTimeAsync(5000);
    await running;
    fail(new Error("much later"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(failures).toHaveLength(1);
  });
});

describe("the budget of an attempt", () => {
  it("is counted by the database's clock, however wrong the worker's is", () => {
    vi.setSystemTime(new Date(at(600)));
    expect(attemptMilliseconds(job, Number.POSITIVE_INFINITY)).toBe(138_000);
    vi.setSystemTime(new Date(at(-600)));
    expect(attemptMilliseconds(job, Number.POSITIVE_INFINITY)).toBe(138_000);
  });

  it("is never more than a process lives, and never nothing", () => {
    expect(attemptMilliseconds({ ...job, deadline_at: at(9000) }, Number.POSITIVE_INFINITY)).toBe(140_000);
    expect(attemptMilliseconds({ ...job, deadline_at: at(-9000) }, -5)).toBe(1000);
  });
});

describe("a process that is about to be ended", () => {
  it.each([
    ["memory", 0, "resource", true],
    ["cpu", 1, "resource", false],
    ["wall_clock", 1, "timed_out", true],
  ] as const)(
    "for its %s gives back what it holds, after %i retries: %s",
    async (reason, retry_count, code, again) => {
      void runJob({ ...job, retry_count }, tools, 100_000, forever);
      await vi.advanceTimersByTimeAsync(1);
      await giveBack(reason);
      expect(failures).toMatchObject([{ code, isRetryable: again }]);
      await vi.advanceTimersByTimeAsync(200_000);
    },
  );

  it("gives back nothing that has ended", async () => {
    await runJob(job, tools, 100_000, async () => "done");
    await giveBack("wall_clock");
    expect(failures).toEqual([]);
  });
});

describe("a call of the worker", () => {
  it("hands over when its time is up, and when it has done its share", async () => {
    const row = { id: "6f1b0c9e-0000-4000-8000-000000000009", attempt: 1, fields: [] };
    tools.engine.getNextJobs = async () => ({ count: 10, jobs: [], unreadable: [row] });
    const budget = openCpuBudget();
    expect(await drain({ ...tools, budget }, { claimMilliseconds: 0, endMilliseconds: 0 })).toMatchObject({
      claimed: 0,
      isEmpty: false,
    });
    expect(await drain({ ...tools, budget: openCpuBudget() })).toMatchObject({
      claimed: 100,
      isEmpty: false,
    });
  });
});
