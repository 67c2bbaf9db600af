import { describe, expect, it } from "vitest";
import { asCaller } from "../../supabase/local/caller.ts";
import { runJobs } from "../chaos/jobs/run-jobs.ts";
import { runMoney } from "../chaos/money/run-money.ts";
import { runQuota } from "../chaos/quota/run-quota.ts";
import { claim, newDraft } from "../fixtures/engine.ts";
import { freshDatabase, newCast } from "../setup/database.ts";

/** The runs of `npm run chaos`, by the same code, at a size for every day. */
const size = { workers: 3, leaseSeconds: 1, seed: 7, patienceSeconds: 400 };

describe("a short chaos run", () => {
  it("loses no job and does none twice while workers are killed and paused and the database crashes", async () => {
    const report = await runJobs({
      ...size,
      ...{ jobs: 200, kills: 7, pauses: 8, restarts: 1 },
      hasFence: true,
      needed: { jobs: 200, kills: 7, pauses: 8, restarts: 1, reruns: 10, refused: 2 },
    });
    expect(report).toMatchObject({ findings: [], shortfalls: [] });
  }, 600_000);

  it("would find duplicates if the attempt were not compared", async () => {
    const report = await runJobs({
      ...size,
      ...{ jobs: 130, kills: 0, pauses: 8, restarts: 0 },
      hasFence: false,
      needed: {},
    });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: "no job has had its effect twice" }),
    );
  }, 600_000);

  it("grants two requests that begin in one order and arrive in the other", async () => {
    const sql = await freshDatabase();
    const { owner } = await newCast(sql);
    await sql`update public.plans set generation_interval_seconds = 0 where is_default`;
    const [one, other] = [await newDraft(sql, owner), await newDraft(sql, owner)];
    await asCaller(sql, owner, async (first) => {
      await first`select now()`;
      await asCaller(sql, owner, (second) => second`select public.request_generation(${other})`);
      await first`select public.request_generation(${one})`;
    });
  });

  it("tells who has no credits left so, also when two requests begin in one order and arrive in the other", async () => {
    const sql = await freshDatabase();
    const { owner } = await newCast(sql);
    await sql`update public.plans set generation_interval_seconds = 0, monthly_credits = 3 where is_default`;
    const [one, other] = [await newDraft(sql, owner), await newDraft(sql, owner)];
    await asCaller(sql, owner, async (first) => {
      await first`select now()`;
      await asCaller(sql, owner, (second) => second`select public.request_generation(${other})`);
      await expect(first`select public.request_generation(${one})`).rejects.toThrow("out_of_credits");
    }).catch((error) => {
      // The refusal has ended the transaction, which is not what this is about.
      if (error.message !== "out_of_credits") throw error;
    });
  });

  it("grants exactly what a plan allows to fifty who ask at once", async () => {
    const report = await runQuota({ parallel: 50, rounds: 1, isAtomic: true });
    expect(report).toMatchObject({ findings: [], shortfalls: [] });
  }, 600_000);

  it("would grant more if a quota were read first and counted afterwards", async () => {
    const { findings } = await runQuota({ parallel: 50, rounds: 1, isAtomic: false });
    expect(findings.map(({ rule }) => rule)).toContain("exactly 10 of 50 are granted: an hour");
  }, 600_000);

  it("pays for nothing twice while half of the requests go wrong, and asks nobody who wants to be left alone", async () => {
    const faults = { percent: 13, retryAfterSeconds: 1, patienceSeconds: 400 };
    const report = await runMoney({ ...faults, orders: 40, twinEvery: 0, isCareless: false });
    expect(report).toMatchObject({ findings: [], shortfalls: [] });
  }, 600_000);

  it("would pay twice and ask too soon without looking and without patience", async () => {
    const faults = { percent: 13, retryAfterSeconds: 2, patienceSeconds: 400 };
    const report = await runMoney({ ...faults, orders: 40, twinEvery: 0, isCareless: true });
    const rules = report.findings.map(({ rule }) => rule);
    expect(rules).toContain("nothing is paid for twice");
    expect(rules).toContain("no request passes the gate before the provider is ready");
  }, 600_000);

  it("lets nobody ask for what another job has asked for, while its answer may still come", async () => {
    const sql = await freshDatabase();
    const { owner, stranger } = await newCast(sql);
    const jobs = [owner, stranger].map(({ sub }) => ({ user_id: sub ?? "", type: "generate_concepts" }));
    await sql`select public.enqueue_jobs(${sql.json(jobs)})`;
    const [one, other] = await claim(sql);
    const gate = async (job?: { id: string; attempt: number }) =>
      (
        await sql`select public.record_prediction(${job?.id ?? ""}, ${job?.attempt ?? 0}, '{}', 'the same') as said`
      )[0]?.said.action;
    expect(await gate(one)).toBe("submit");
    await sql`select public.fail_job(${one?.id ?? ""}, ${one?.attempt ?? 0}, 'provider_unreachable', '', null, true)`;
    expect(await gate(other)).toBe("wait");
  });
});
