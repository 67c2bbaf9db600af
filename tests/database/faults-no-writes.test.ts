import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fromDatabase } from "../../lib/errors.ts";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { runSchedule } from "../../supabase/functions/job-scheduler/run-schedule.ts";
import { registerModels } from "../../supabase/local/atelier/register.ts";
import { type OpenAtelier, openAtelier } from "../../supabase/local/atelier/testing/open-atelier.ts";
import * as engine from "../fixtures/engine.ts";
import { canMount, moveToSmallDisk, type SmallDisk } from "../fixtures/small-disk.ts";
import { openWorkshop } from "../fixtures/worker.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

/** A database with a published universe, a worker and a provider. */
interface Scene {
  sql: postgres.Sql;
  cast: Cast;
  slug: string;
  atelier: OpenAtelier;
  /** Lets worker and schedule work until nothing is left; their calls may be refused meanwhile. */
  work(rounds: number): Promise<string[]>;
}

async function openScene(sql: postgres.Sql): Promise<Scene> {
  vi.spyOn(console, "log").mockImplementation(() => {});
  const cast = await newCast(sql);
  const slug = await engine.publish(sql, cast.owner, await engine.finishedDraft(sql, cast.owner));
  await registerModels(sql);
  await sql`update public.plans set generation_interval_seconds = 0`;
  const atelier = await openAtelier();
  const { tools } = openWorkshop(sql, atelier);
  const nobody = { ...tools, environment: { ...tools.environment, supabaseUrl: "http://127.0.0.1:9" } };
  async function work(rounds: number): Promise<string[]> {
    const refusals: string[] = [];
    const note = (error: unknown) => refusals.push(String(error));
    for (let round = 0; round < rounds; round += 1) {
      await sql`update public.jobs set run_at = now() where status = 'pending' and run_at > now()`.catch(
        note,
      );
      await sql`update public.predictions set checked_at = null where status = 'open'`.catch(note);
      await drain(tools).catch(note);
      await runSchedule(nobody).catch(note);
      await new Promise((done) => setTimeout(done, 30));
    }
    return refusals;
  }
  return { sql, cast, slug, atelier, work };
}

const statuses = (sql: postgres.Sql, draftId: string) =>
  sql`select id, status::text from public.jobs where draft_id = ${draftId} order by created_at, id`.then(
    (rows) => [...rows],
  );

const caught = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error) => error,
  );

/** Reading works, an educator's change is refused as `database_read_only`, and no job has failed of it. */
async function expectOnlyReading({ sql, cast, slug }: Scene, draftId: string): Promise<void> {
  const [row] = await as(sql, cast.anonymous, (db) => db`select public.get_universe(${slug}) as universe`);
  expect(row?.universe).toMatchObject({ slug });
  expect(await as(sql, cast.owner, (db) => db`select id from public.drafts`)).not.toEqual([]);
  // Pages that are half full take a few more rows.
  let refusal: Awaited<ReturnType<typeof caught>> = null;
  for (let draft = 0; draft < 500 && !refusal; draft += 1)
    refusal = await caught(engine.newDraft(sql, cast.owner, { theme: "x".repeat(100) }));
  expect(refusal && fromDatabase(refusal).code).toBe("database_read_only");
  const ended = (await statuses(sql, draftId)).filter(({ status }) => /failed|cancelled/.test(status));
  expect(ended).toEqual([]);
}

/** What waited is done without anybody's help but time's, and each piece was paid for once. */
async function expectRecovery({ sql, work, atelier }: Scene, draftId: string): Promise<void> {
  await expect
    .poll(
      async () => {
        // As if the leases of calls that could not be noted had run out.
        await sql`update public.jobs set lease_expires_at = now() - interval '1 second'
          where status = 'processing' and not is_parent and external_id is null`;
        expect(await work(1)).toEqual([]);
        return new Set((await statuses(sql, draftId)).map(({ status }) => status));
      },
      { timeout: 200_000 },
    )
    .toEqual(new Set(["completed"]));
  const { calls } = await atelier.ledger();
  const [made] = await sql`
    select count(*)::int as n from public.jobs where draft_id = ${draftId} and type in ('generate_concepts', 'generate_image')`;
  expect(calls.filter(({ prediction }) => prediction)).toHaveLength(made?.n);
}

describe("a database that became read only", { timeout: 400_000 }, () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await openScene(await freshDatabase());
  });
  afterAll(async () => scene?.atelier[Symbol.asyncDispose]());

  async function setReadOnly(value: "on" | "off"): Promise<void> {
    const { options } = scene.sql;
    const guard = postgres({
      host: options.host[0] ?? "",
      port: options.port[0] ?? 0,
      database: "template1",
      username: "postgres",
      password: "postgres",
      max: 1,
    });
    await guard.unsafe(`alter database ${options.database} set default_transaction_read_only = ${value}`);
    await guard`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${options.database}`;
    await guard.end({ timeout: 2 });
    // Each connection of the pool learns that it was ended.
    const wholePool = () => Promise.all(Array.from({ length: 10 }, () => scene.sql`select pg_sleep(0.02)`));
    await expect.poll(() => caught(wholePool())).toBeNull();
  }

  it("is read, keeps its jobs as they are, and goes on by itself when it is writable again", async () => {
    const { sql, cast } = scene;
    const draftId = await engine.newDraft(sql, cast.owner, { count: 2 });
    await engine.generate(sql, cast.owner, draftId);
    await scene.work(1);
    const before = await statuses(sql, draftId);
    await setReadOnly("on");
    await expectOnlyReading(scene, draftId);
    const refusals = await scene.work(5);
    expect(refusals.some((text) => text.includes("read-only transaction"))).toBe(true);
    expect(await statuses(sql, draftId)).toEqual(before);
    await setReadOnly("off");
    await expectRecovery(scene, draftId);
  });
});

// Where no disk can be mounted (an ordinary user, a locked container) the read-only case above stands for it.
describe.runIf(canMount)("a database whose disk is full", { timeout: 400_000 }, () => {
  let scene: Scene;
  let disk: SmallDisk;

  beforeAll(async () => {
    const sql = await freshDatabase();
    disk = await moveToSmallDisk(sql);
    scene = await openScene(sql);
  });
  afterAll(async () => {
    await scene?.atelier[Symbol.asyncDispose]();
    await scene?.sql.end({ timeout: 2 });
    await disk?.remove();
  });

  it("is read, fails no job, and goes on by itself when there is room again", async () => {
    const { sql, cast } = scene;
    const draftId = await engine.newDraft(sql, cast.owner, { count: 2 });
    await engine.generate(sql, cast.owner, draftId);
    disk.fill();
    await expectOnlyReading(scene, draftId);
    await scene.work(5);
    await expectOnlyReading(scene, draftId);
    disk.free();
    await expectRecovery(scene, draftId);
  });
});
