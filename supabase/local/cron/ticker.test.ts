import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StackContext } from "../service.ts";
import type { Job } from "./run-job.ts";
import { startTicker, type Ticker } from "./ticker.ts";

let jobs: Job[];
/** Ends the run that is under way. */
let ends: (() => void)[];
let reload: () => Promise<void>;
let ticker: Ticker;

beforeEach(async () => {
  vi.useFakeTimers();
  jobs = [];
  ends = [];
  const answer = async ([text = ""]: TemplateStringsArray) =>
    text.includes("to_regclass") ? [{ yes: true }] : text.includes("from cron.job\n") ? jobs : [];
  const listen = async (_channel: string, onNotify: () => Promise<void>) => {
    reload = onNotify;
    return { unlisten: async () => {} };
  };
  const context = { sql: Object.assign(answer, { listen }), config: {}, log: vi.fn() };
  ticker = await startTicker(
    context as unknown as StackContext,
    () => new Promise<void>((done) => ends.push(done)),
  );
});
afterEach(async () => {
  for (const end of ends) end();
  await ticker.stop();
  vi.useRealTimers();
});

async function schedule(text: string) {
  jobs = [{ jobid: "1", schedule: text, command: "select 1", username: "postgres", database: "postgres" }];
  await reload();
}

describe("a job whose run takes longer than its interval", () => {
  beforeEach(async () => {
    await schedule("1 second");
    await vi.advanceTimersByTimeAsync(1250);
    expect(ends).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(5000);
  });

  it("never runs twice at once", () => {
    expect(ends).toHaveLength(1);
  });

  it("follows up back to back, once, however many times it came due", async () => {
    ends[0]?.();
    // No time passes.
    await vi.advanceTimersByTimeAsync(0);
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(ends).toHaveLength(2);
  });

  it("does not follow up once it is taken away", async () => {
    jobs = [];
    await reload();
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(5000);
    expect(ends).toHaveLength(1);
  });
});

it("a job by the minute makes up for each of the runs that it owes, one after the other", async () => {
  vi.setSystemTime("2026-05-04T03:02:00Z");
  await schedule("* * * * *");
  await vi.advanceTimersByTimeAsync(3 * 60_000 + 250);
  for (const count of [1, 2, 3]) {
    expect(ends).toHaveLength(count);
    ends[count - 1]?.();
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(ends).toHaveLength(3);
});
