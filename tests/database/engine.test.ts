import { beforeAll, describe, expect, it } from "vitest";
import { claim, complete, drain, finishedDraft, generate, newDraft, resultFor } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase({ max: 60 });
  cast = await newCast(sql);
});

describe("get_next_jobs", () => {
  it("gives each job to one of fifty workers that claim at once", async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => newCast(sql)));
    await Promise.all(people.map(async ({ owner }) => generate(sql, owner, await newDraft(sql, owner))));
    const claims = await Promise.all(
      Array.from({ length: 50 }, (_, n) => claim(sql, { worker: `worker ${n}`, limit: 1 })),
    );
    const ids = claims.flat().map((job) => job.id);
    expect(new Set(ids).size).toBe(ids.length);
    // The limit of the model, not of the users, holds here.
    expect(ids.length).toBe(4);
    await sql`select public.complete_job(id, attempt, ${sql.json({ concepts: [] })}) from public.jobs
      where status = 'processing' and not is_parent`;
    await drain(sql);
    const [left] =
      await sql`select count(*)::int as n from public.jobs where status in ('pending', 'processing')`;
    expect(left?.n).toBe(0);
  });

  it("never runs more than three jobs of one user", async () => {
    const draftId = await newDraft(sql, cast.owner, { count: 8 });
    await generate(sql, cast.owner, draftId);
    for (const job of await claim(sql)) await complete(sql, job);
    const rounds = await Promise.all(Array.from({ length: 10 }, () => claim(sql, { limit: 8 })));
    expect(rounds.flat().length).toBe(3);
    for (const job of rounds.flat()) await complete(sql, job);
    await drain(sql);
  });

  it("serves the user with the fewest running jobs first", async () => {
    const busy = await newDraft(sql, cast.owner, { count: 5 });
    await generate(sql, cast.owner, busy);
    for (const job of await claim(sql)) await complete(sql, job);
    const first = await claim(sql, { limit: 2 });
    await generate(sql, cast.stranger, await newDraft(sql, cast.stranger));
    const [next] = await claim(sql, { limit: 1 });
    expect(next?.user_id).toBe(cast.stranger.sub);
    for (const job of [...first, ...(next ? [next] : [])]) await complete(sql, job);
    await drain(sql);
  });
});

describe("the fence", () => {
  it("refuses a worker whose lease ran out and whose job another worker holds", async () => {
    await generate(sql, cast.owner, await newDraft(sql, cast.owner));
    const [first] = await claim(sql);
    if (!first) throw new Error("nothing claimed");
    const later = new Date(Date.now() + 61_000);
    await sql`select public.reap_expired_jobs(${later})`;
    const [second] = await claim(sql, { now: later });
    expect(second).toMatchObject({ id: first.id, attempt: first.attempt + 1 });
    await expect(complete(sql, first)).rejects.toMatchObject({ message: "stale_attempt", code: "PT409" });
    await expect(sql`select public.heartbeat_job(${first.id}, ${first.attempt})`).rejects.toThrow(
      "stale_attempt",
    );
    await expect(
      sql`select public.fail_job(${first.id}, ${first.attempt}, 'internal', 'late')`,
    ).rejects.toThrow("stale_attempt");
    if (second) await complete(sql, second);
    await drain(sql);
  });

  it("lets one of two completions of the same attempt through, and makes one picture", async () => {
    const draftId = await newDraft(sql, cast.owner, { count: 1 });
    await generate(sql, cast.owner, draftId);
    for (const job of await claim(sql)) await complete(sql, job);
    const [image] = await claim(sql);
    if (!image) throw new Error("nothing claimed");
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => complete(sql, image)));
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBe(1);
    const versions = await sql`select id from public.draft_asset_versions where job_id = ${image.id}`;
    expect(versions.length).toBe(1);
  });

  it("sets a job aside that has killed five workers", async () => {
    await generate(sql, cast.owner, await newDraft(sql, cast.owner));
    for (let death = 1; death <= 5; death++) {
      const later = new Date(Date.now() + death * 120_000);
      const [job] = await claim(sql, { now: later });
      expect(job?.attempt).toBe(death);
      await sql`select public.reap_expired_jobs(${new Date(later.getTime() + 61_000)})`;
    }
    const [job] = await sql`
      select status, error_code, death_count from public.jobs where type = 'generate_concepts' order by created_at desc limit 1`;
    expect(job).toMatchObject({ status: "failed", error_code: "worker_died", death_count: 5 });
  });
});

describe("a request whose answer was lost", () => {
  it("is closed an hour after its job was stopped, and not while the job may still adopt it", async () => {
    const parentId = await generate(sql, cast.owner, await newDraft(sql, cast.owner));
    const [job] = await claim(sql);
    const [row] = await sql`
      select public.record_prediction(${job?.id ?? ""}, ${job?.attempt ?? 0}, '{}', gen_random_uuid()::text) ->> 'prediction_id' as id`;
    const status = async () => {
      await sql`select public.reap_expired_jobs(now() + interval '61 minutes')`;
      return (await sql`select status from public.predictions where id = ${row?.id}`)[0]?.status;
    };
    expect(await status()).toBe("submitting");
    await as(sql, cast.owner, (db) => db`select public.cancel_job(${parentId})`);
    expect(await status()).toBe("lost");
  });
});

describe("fail_job", () => {
  it("tries again after 5, 15 and 45 seconds, then fails", async () => {
    await generate(sql, cast.owner, await newDraft(sql, cast.owner));
    let now = new Date();
    for (const delay of [5, 15, 45]) {
      const [job] = await claim(sql, { now });
      if (!job) throw new Error("nothing claimed");
      const [outcome] = await sql`
        select public.fail_job(${job.id}, ${job.attempt}, 'provider_failed', 'no', null, true, null, ${now}) as status`;
      expect(outcome?.status).toBe("pending");
      const [row] =
        await sql`select extract(epoch from run_at - ${now}::timestamptz)::float as wait from public.jobs where id = ${job.id}`;
      expect(row?.wait).toBeGreaterThanOrEqual(delay * 0.9);
      expect(row?.wait).toBeLessThanOrEqual(delay * 1.1);
      now = new Date(now.getTime() + delay * 1200);
    }
    const [job] = await claim(sql, { now });
    const [outcome] = await sql`
      select public.fail_job(${job?.id ?? ""}, ${job?.attempt ?? 0}, 'provider_failed', 'no', null, true, null, ${now}) as status`;
    expect(outcome?.status).toBe("failed");
  });

  it("waits as long as the provider says", async () => {
    await generate(sql, cast.owner, await newDraft(sql, cast.owner));
    const [job] = await claim(sql);
    await sql`select public.fail_job(${job?.id ?? ""}, ${job?.attempt ?? 0}, 'provider_busy', 'busy', null, true, 120)`;
    expect(await claim(sql, { now: new Date(Date.now() + 119_000) })).toEqual([]);
    expect((await claim(sql, { now: new Date(Date.now() + 121_000) })).length).toBe(1);
    await sql`update private.provider_state set held_until = '-infinity'`;
  });
});

describe("a request", () => {
  it("rises in progress only and ends with its children", async () => {
    const draftId = await newDraft(sql, cast.stranger, { count: 4 });
    const parentId = await generate(sql, cast.stranger, draftId);
    await drain(sql);
    const events = await sql<{ sequence: number; progress: number }[]>`
      select sequence, (data ->> 'progress')::int as progress from public.job_events
      where job_id = ${parentId} and sequence > 0 order by sequence`;
    const steps = events.map((event) => event.progress);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(100);
    expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => index + 1));
    const [draft] =
      await sql`select status, progress, active_job_id from public.drafts where id = ${draftId}`;
    expect(draft).toEqual({ status: "ready", progress: 100, active_job_id: null });
  });

  it("ends as partial when a picture cannot be made, and the retry makes just that one", async () => {
    const draftId = await newDraft(sql, cast.stranger, { count: 3 });
    const parentId = await generate(sql, cast.stranger, draftId);
    for (const job of await claim(sql)) await complete(sql, job);
    const [bad, ...good] = await claim(sql);
    await sql`select public.fail_job(${bad?.id ?? ""}, ${bad?.attempt ?? 0}, 'provider_rejected_input', 'no')`;
    for (const job of good) await complete(sql, job);
    const [draft] = await sql`select status, progress from public.drafts where id = ${draftId}`;
    expect(draft).toEqual({ status: "partial", progress: 66 });
    await as(sql, cast.stranger, (db) => db`select public.retry_job(${parentId})`);
    expect(await drain(sql)).toBe(1);
    const [after] = await sql`select status, progress from public.drafts where id = ${draftId}`;
    expect(after).toEqual({ status: "ready", progress: 100 });
  });

  it("stops with all its children, keeps what is done and leaves no job running", async () => {
    const draftId = await newDraft(sql, cast.stranger, { count: 5 });
    const parentId = await generate(sql, cast.stranger, draftId);
    for (const job of await claim(sql)) await complete(sql, job);
    const [one, two] = await claim(sql);
    if (one) await complete(sql, one);
    await as(sql, cast.stranger, (db) => db`select public.cancel_job(${parentId})`);
    if (two) await expect(complete(sql, two)).rejects.toThrow("stale_attempt");
    const rows =
      await sql`select status, count(*)::int as n from public.jobs where parent_id = ${parentId} group by 1 order by 1`;
    expect([...rows]).toEqual([
      { status: "completed", n: 2 },
      { status: "cancelled", n: 4 },
    ]);
    const [parent] = await sql`select status from public.jobs where id = ${parentId}`;
    expect(parent?.status).toBe("cancelled");
    const [draft] = await sql`select status, active_job_id from public.drafts where id = ${draftId}`;
    expect(draft).toEqual({ status: "partial", active_job_id: null });
  });

  it("survives children that end at the same moment", async () => {
    const draftId = await newDraft(sql, cast.admin, { count: 10 });
    const parentId = await generate(sql, cast.admin, draftId);
    for (const job of await claim(sql)) await complete(sql, job);
    await sql`update private.settings set user_running_limit = 10`;
    await sql`update public.models set max_concurrency = 50 where job_type = 'generate_image'`;
    const jobs = await claim(sql, { limit: 10 });
    expect(jobs.length).toBe(10);
    await Promise.all(
      jobs.map(async (job) => {
        await sql`select public.update_job_progress(${job.id}, ${job.attempt}, 40)`;
        await complete(sql, job);
      }),
    );
    await sql`update private.settings set user_running_limit = 3`;
    const [parent] = await sql`select status, progress from public.jobs where id = ${parentId}`;
    expect(parent).toEqual({ status: "completed", progress: 100 });
  });

  it("is one job for fifty clicks with the same idempotency key", async () => {
    const draftId = await newDraft(sql, cast.support, { count: 2 });
    const clicks = await Promise.all(
      Array.from({ length: 50 }, () =>
        as<{ id: string }>(
          sql,
          cast.support,
          (db) => db`select public.request_generation(${draftId}, null, 'click') as id`,
        ),
      ),
    );
    expect(new Set(clicks.flat().map((row) => row.id)).size).toBe(1);
    await drain(sql);
  });

  it("does not answer for another draft that came with the same key", async () => {
    const { owner } = await newCast(sql);
    const [one, other] = [await newDraft(sql, owner), await newDraft(sql, owner)];
    const ask = (draftId: string) =>
      as(sql, owner, (db) => db`select public.request_generation(${draftId}, null, 'again') as id`);
    await ask(one);
    await expect(ask(other)).rejects.toMatchObject({ message: "validation_failed", code: "PT422" });
    await drain(sql);
  });

  it("is done whatever signs its theme ends with", async () => {
    const { owner } = await newCast(sql);
    for (const theme of ["Dragons \\", "100 % _"]) {
      const draftId = await newDraft(sql, owner, { theme, count: 1 });
      const parentId = await generate(sql, owner, draftId);
      const [concepts] = await claim(sql, { limit: 1 });
      const names = { fr: "Le thème", en: "The theme", es: "El tema", it: "Il tema", de: "Das Thema" };
      const result = {
        theme_names: names,
        concepts: [{ key: "thing", names }],
      };
      await sql`select public.complete_job(${concepts?.id ?? ""}, ${concepts?.attempt ?? 0}, ${sql.json(result)})`;
      await drain(sql);
      const [row] = await sql`select status from public.jobs where id = ${parentId}`;
      expect(row?.status).toBe("completed");
      const [draft] = await sql`select private.draft_names(${draftId}) as names`;
      expect(draft?.names).toEqual(names);
    }
  });

  it("numbers the messages of its draft without a gap, in commit order", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 5);
    const rows = await sql<{ sequence: number }[]>`
      select (payload ->> 'sequence')::int as sequence from realtime.messages
      where topic = ${`draft:${draftId}`} order by 1`;
    expect(rows.map((row) => row.sequence)).toEqual(rows.map((_, index) => index + 1));
  });
});

it("a result of another kind of job is refused and nothing is half written", async () => {
  const draftId = await newDraft(sql, cast.owner, { count: 1 });
  await generate(sql, cast.owner, draftId);
  for (const job of await claim(sql)) await complete(sql, job);
  const [image] = await claim(sql);
  if (!image) throw new Error("nothing claimed");
  await expect(sql`select public.complete_job(${image.id}, ${image.attempt}, '{}')`).rejects.toThrow(
    /null value/,
  );
  const [row] = await sql`select status from public.jobs where id = ${image.id}`;
  expect(row?.status).toBe("processing");
  await sql`select public.complete_job(${image.id}, ${image.attempt}, ${sql.json(resultFor(image))})`;
});
