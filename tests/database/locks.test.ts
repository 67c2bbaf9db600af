import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { type Claimed, claim, complete, generate, newDraft, resultFor } from "../fixtures/engine.ts";
import { as, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;

beforeAll(async () => {
  sql = await freshDatabase({ max: 30 });
});

it("a claim of two cards of a draft does not deadlock with the completion of a third", async () => {
  const { owner } = await newCast(sql);
  await generate(sql, owner, await newDraft(sql, owner, { count: 3 }));
  for (const job of await claim(sql)) await complete(sql, job);
  const [first] = await claim(sql, { limit: 1 });
  if (!first) throw new Error("nothing claimed");
  let others: Promise<Claimed[]> | undefined;
  await sql.begin(async (worker) => {
    await worker`select from private.hold_job(${first.id}, ${first.attempt})`;
    others = claim(sql, { limit: 2 });
    await new Promise((done) => setTimeout(done, 300));
    await worker`select public.complete_job(${first.id}, ${first.attempt}, ${worker.json(resultFor(first))})`;
  });
  for (const job of (await others) ?? []) await complete(sql, job);
  expect((await others)?.length).toBe(2);
});

it("an account that is suspended while its owner begins one more universe does not deadlock with the worker", async () => {
  const { owner } = await newCast(sql);
  const first = await newDraft(sql, owner, { count: 1 });
  let suspension: Promise<unknown> | undefined;
  await sql.begin(async (worker) => {
    const second = await sql.begin(async (holder) => {
      await holder`select from public.drafts where id = ${first} for no key update`;
      suspension =
        sql`update auth.users set banned_until = 'infinity' where id = ${owner.sub ?? ""}`.execute();
      await new Promise((done) => setTimeout(done, 300));
      const next = await newDraft(sql, owner, { count: 1 });
      await generate(sql, owner, next);
      await worker`select from public.drafts where id = ${next} for no key update`;
      return next;
    });
    await new Promise((done) => setTimeout(done, 300));
    await worker`select from public.jobs where draft_id = ${second} and not is_parent for update`;
  });
  await suspension;
});

describe("thirty people and workers at once", () => {
  /** So many things happen, on a slow machine fewer. */
  const most = { moves: 1500, seconds: 60 };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

  it("meet no deadlock, and leave each draft, card, request and message in order", {
    timeout: 240_000,
  }, async () => {
    await sql`update private.settings set lease_seconds = 2, retry_delays_seconds = '{1,1,1}', user_running_limit = 6`;
    await sql`update public.models set max_concurrency = 60, timeout_seconds = 2`;
    const owners = (await Promise.all([newCast(sql), newCast(sql)])).flatMap((c) => [c.owner, c.stranger]);
    const drafts: { id: string; owner: (typeof owners)[number] }[] = [];
    const held: Claimed[] = [];
    const surprises = new Map<string, number>();
    const anyJob = (owner: string | undefined) =>
      sql`select id from public.jobs where user_id = ${owner ?? ""} order by random() limit 1`;
    const onDraft =
      (work: (draft: (typeof drafts)[number]) => Promise<unknown>, list = drafts) =>
      async () => {
        if (list.length > 0) await work(pick(list));
      };
    const onHeld = (work: (job: Claimed) => Promise<unknown>) => async () => {
      if (held.length > 0) await work(pick(held));
    };
    const onJob = (name: "cancel_job" | "retry_job") => async () => {
      const owner = pick(owners);
      const [job] = await anyJob(owner.sub);
      if (job) await as(sql, owner, (db) => db`select public.${db.unsafe(name)}(${job.id})`);
    };
    const regenerate = onDraft(async ({ id, owner }) => {
      const [card] =
        await sql`select id from public.draft_assets where draft_id = ${id} order by random() limit 1`;
      if (card) await as(sql, owner, (db) => db`select public.regenerate_asset(${id}, ${card.id})`);
    });
    const leave = async () => {
      const { owner } = await newCast(sql);
      const [gone] = owners.splice(0, 1, owner);
      for (const draft of drafts.filter((one) => one.owner === gone)) drafts.splice(drafts.indexOf(draft), 1);
      // As the product does: who leaves asks for nothing more.
      await sql`update auth.users set banned_until = 'infinity' where id = ${gone?.sub ?? ""}`;
      await sql`delete from auth.users where id = ${gone?.sub ?? ""}`;
    };
    const predict = onHeld(async ({ id, attempt }) => {
      const [row] =
        await sql`select public.record_prediction(${id}, ${attempt}, '{}', gen_random_uuid()::text) ->> 'prediction_id' as id`;
      await sql`select public.save_prediction(${row?.id}, ${attempt}, ${crypto.randomUUID()})`;
    });
    const moves: [weight: number, move: () => Promise<unknown>][] = [
      [
        3,
        async () => {
          const owner = pick(owners);
          drafts.push({ owner, id: await newDraft(sql, owner, { count: 1 + (drafts.length % 6) }) });
        },
      ],
      [8, onDraft(({ id, owner }) => generate(sql, owner, id))],
      [
        4,
        onDraft(({ id, owner }) =>
          as(sql, owner, (db) => db`select public.request_publish(${id}, 'public')`),
        ),
      ],
      [6, regenerate],
      [1, onDraft(({ id, owner }) => as(sql, owner, (db) => db`select public.delete_draft(${id})`))],
      [1, leave],
      [4, onJob("cancel_job")],
      [6, onJob("retry_job")],
      [14, async () => held.push(...(await claim(sql, { limit: 6 })))],
      [26, onHeld((job) => complete(sql, job))],
      [6, onHeld((job) => sql`select public.fail_job(${job.id}, ${job.attempt}, 'x', 'y', null, true)`)],
      [8, onHeld((job) => sql`select public.update_job_progress(${job.id}, ${job.attempt}, 50)`)],
      [4, onHeld((job) => sql`select public.heartbeat_job(${job.id}, ${job.attempt})`)],
      [6, predict],
      [4, () => sql`select public.reap_expired_jobs()`],
      [4, () => sql`select public.get_open_predictions(20, now() + interval '1 minute')`],
    ];
    const wheel = moves.flatMap(([weight, move]) => Array<typeof move>(weight).fill(move));
    const until = Date.now() + most.seconds * 1000;
    let made = 0;
    await Promise.all(
      Array.from({ length: 30 }, async () => {
        for (; made < most.moves && Date.now() < until; made += 1)
          await pick(wheel)().catch(({ code, message }: { code?: string; message: string }) => {
            // Refusals, and what belongs to an account that left a moment ago.
            if (!/^(PT4(01|04|09)|23503)$/.test(code ?? ""))
              surprises.set(message, (surprises.get(message) ?? 0) + 1);
          });
      }),
    );
    expect(Object.fromEntries(surprises)).toEqual({});
    const wrong = await sql`
      select 'a draft is idle and says it works' as what, d.id from public.drafts d where d.status in ('generating', 'publishing')
        <> exists (select from public.jobs j where j.draft_id = d.id and j.status in ('pending', 'processing'))
      union all select 'a request has ended before its pieces, or not with them', p.id from public.jobs p
        where p.is_parent and (p.status = 'processing')
          <> exists (select from public.jobs c where c.parent_id = p.id and c.status in ('pending', 'processing'))
      union all select 'two jobs make the picture of one card', asset_id from public.jobs
        where status in ('pending', 'processing') and asset_id is not null group by asset_id having count(*) > 1
      union all select 'a card and its picture disagree', a.id from public.draft_assets a
        where status <> 'generating' and (image_version_id is not null) <> (status = 'ready')
      union all select 'a job was completed twice', e.job_id from public.job_events e join public.jobs j on j.id = e.job_id
        where event = 'completed' and not j.is_parent group by e.job_id having count(*) > 1
      union all select 'events have a gap', job_id from public.job_events group by job_id having count(*) <> max(sequence) + 1
      union all select 'messages have a gap', substr(topic, 7)::uuid from realtime.messages where topic like 'draft:%'
        group by topic having count(payload ->> 'sequence') <> max((payload ->> 'sequence')::int)`;
    expect([...wrong]).toEqual([]);
  });
});
