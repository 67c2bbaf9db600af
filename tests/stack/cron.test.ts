import { afterEach, describe, expect, it } from "vitest";
import { database } from "../setup/stack.ts";

const prefix = "test-cron";

afterEach(async () => {
  await database()`select cron.unschedule(jobid) from cron.job where jobname like ${`${prefix}%`}`;
  await database()`drop table if exists public.cron_probe`;
});

async function untilRuns(name: string, count: number) {
  const ended = () => database()`
    select d.* from cron.job_run_details d join cron.job j using (jobid)
    where j.jobname = ${name} and d.end_time is not null order by d.runid`;
  await expect.poll(async () => (await ended()).length).toBeGreaterThanOrEqual(count);
  return ended();
}

describe("pg_cron", () => {
  it("really runs a scheduled command and records the run", async () => {
    const sql = database();
    await sql`create table public.cron_probe (at timestamptz not null default clock_timestamp())`;
    await sql`select cron.schedule(${`${prefix}-probe`}, '1 second', 'insert into public.cron_probe default values')`;
    const [run] = await untilRuns(`${prefix}-probe`, 1);
    expect(run).toMatchObject({ status: "succeeded", username: "postgres", database: "postgres" });
    expect((await sql`select * from public.cron_probe`).length).toBeGreaterThan(0);
  });

  it("never runs one job twice at once", async () => {
    await database()`select cron.schedule(${`${prefix}-slow`}, '1 second', 'select pg_sleep(1.6)')`;
    const runs = await untilRuns(`${prefix}-slow`, 2);
    expect(runs[1]?.start_time.getTime()).toBeGreaterThanOrEqual(runs[0]?.end_time.getTime());
  });

  it("records why a command failed and goes on", async () => {
    await database()`select cron.schedule(${`${prefix}-bad`}, '1 second', 'select 1/0')`;
    const runs = await untilRuns(`${prefix}-bad`, 2);
    expect(runs[0]).toMatchObject({ status: "failed", return_message: "ERROR: division by zero" });
  });

  it("runs a job as the user who scheduled it", async () => {
    const sql = database();
    await sql`select cron.schedule(${`${prefix}-user`}, '1 second', 'select private_thing from nowhere')`;
    await sql`update cron.job set username = 'service_role', command = 'set role postgres' where jobname = ${`${prefix}-user`}`;
    const runs = await untilRuns(`${prefix}-user`, 1);
    expect(runs[0]).toMatchObject({ status: "failed", username: "service_role" });
    expect(runs[0]?.return_message).toMatch(/permission denied to set role/);
  });

  it("stops after unschedule and while inactive", async () => {
    const sql = database();
    const name = `${prefix}-stop`;
    const [job] = await sql`select cron.schedule(${name}, '1 second', 'select 1') as id`;
    await untilRuns(name, 1);
    await sql`select cron.alter_job(${job?.id}, active := false)`;
    // Another job shows when what was under way has ended, and that time goes by.
    await sql`select cron.schedule(${`${name}-witness`}, '1 second', 'select 1')`;
    await untilRuns(`${name}-witness`, 2);
    const count = async () => (await sql`select from cron.job_run_details where jobid = ${job?.id}`).length;
    const before = await count();
    await untilRuns(`${name}-witness`, 4);
    expect(await count()).toBe(before);
    await expect(sql`select cron.unschedule('no-such-job')`).rejects.toThrow(/could not find valid entry/);
  });

  it("replaces a job of the same name and refuses what is no schedule", async () => {
    const sql = database();
    const name = `${prefix}-twice`;
    const [first] = await sql`select cron.schedule(${name}, '0 3 * * *', 'select 1') as id`;
    const [second] = await sql`select cron.schedule(${name}, '0 4 * * *', 'select 2') as id`;
    expect(second?.id).toBe(first?.id);
    for (const wrong of ["60 seconds", "* * * *", "61 * * * *", "every day"])
      await expect(sql`select cron.schedule(${name}, ${wrong}, 'select 1')`).rejects.toThrow(
        /invalid schedule/,
      );
  });
});
