import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import type { Claimed } from "../fixtures/engine.ts";
import { claimPieces, completePiece, newDraftOf, setUpModels } from "../fixtures/pieces.ts";
import { as, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;

beforeAll(async () => {
  sql = await freshDatabase({ max: 24 });
  await setUpModels(sql);
});

const cardPieces = ["image", "video", "model3d", "text", "names", "speech"];
const pieces = [...cardPieces, "music", "cover", "poster", "logo"];
const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
const some = (list: readonly string[]) => [pick(list), pick(list), pick(list)];

describe("twenty people and workers at once, on drafts of every piece", () => {
  /** So many things happen at least; then more, until each that must happen has. */
  const least = 1500;
  const wanted = [
    ...["request all", "request some", "regenerate", "complete anew", "fail"],
    ...["retry", "cancel", "sources", "edit a card", "order"],
  ];

  it("meet no deadlock; each draft, card, request and credit is in order when they have gone", {
    timeout: 400_000,
  }, async () => {
    await sql`update private.settings set lease_seconds = 2, retry_delays_seconds = '{1,1,1}', user_running_limit = 9`;
    await sql`update public.models set max_concurrency = 60, timeout_seconds = 2`;
    const owners = (await Promise.all([newCast(sql), newCast(sql)])).flatMap((c) => [c.owner, c.stranger]);
    const drafts: { id: string; owner: (typeof owners)[number] }[] = [];
    const held: Claimed[] = [];
    const surprises = new Map<string, number>();
    const happened = new Map<string, number>();
    const onHeld = (work: (job: Claimed) => PromiseLike<unknown>) => async () => {
      if (held.length > 0) await work(pick(held));
    };
    const onDraft =
      (work: (draft: (typeof drafts)[number], card: string | null) => Promise<unknown>) => async () => {
        if (drafts.length === 0) return;
        const draft = pick(drafts);
        const [card] =
          await sql`select id from public.draft_assets where draft_id = ${draft.id} order by random() limit 1`;
        await work(draft, card?.id ?? null);
      };
    const onJob = (name: "cancel_job" | "retry_job") => async () => {
      const owner = pick(owners);
      const [job] =
        await sql`select id from public.jobs where user_id = ${owner.sub ?? ""} order by random() limit 1`;
      if (job) await as(sql, owner, (db) => db`select public.${db.unsafe(name)}(${job.id})`);
    };
    const predict = async ({ id, attempt }: Claimed) => {
      const [gate] =
        await sql`select public.record_prediction(${id}, ${attempt}, '{}', gen_random_uuid()::text) ->> 'prediction_id' as id`;
      await sql`select public.save_prediction(${gate?.id}, ${attempt}, ${crypto.randomUUID()})`;
    };
    const moves: Record<string, [weight: number, move: () => Promise<unknown>]> = {
      draft: [
        3,
        async () => {
          const owner = pick(owners);
          drafts.push({ owner, id: await newDraftOf(sql, owner, pieces, 1 + (drafts.length % 4)) });
        },
      ],
      "request all": [
        6,
        onDraft(({ id, owner }) => as(sql, owner, (db) => db`select public.request_generation(${id})`)),
      ],
      "request some": [
        8,
        onDraft(({ id, owner }, card) =>
          as(
            sql,
            owner,
            (db) =>
              db`select public.request_generation(${id}, ${card ? [card] : []}::uuid[], null, ${some(pieces)},
                ${sql.json({ video: { voice_language: "de" } })})`,
          ),
        ),
      ],
      regenerate: [
        10,
        onDraft(({ id, owner }, card) =>
          as(
            sql,
            owner,
            (db) => db`select public.regenerate_asset(${id}, ${card}, null, null, null, ${some(cardPieces)})`,
          ),
        ),
      ],
      publish: [
        2,
        onDraft(({ id, owner }) =>
          as(sql, owner, (db) => db`select public.request_publish(${id}, 'public')`),
        ),
      ],
      delete: [1, onDraft(({ id, owner }) => as(sql, owner, (db) => db`select public.delete_draft(${id})`))],
      "remove a card": [
        1,
        onDraft(({ id, owner }, card) =>
          as(sql, owner, (db) => db`select public.remove_asset(${id}, ${card})`),
        ),
      ],
      "add a card": [
        1,
        onDraft(({ id, owner }) =>
          as(sql, owner, (db) => db`select public.add_asset(${id}, ${crypto.randomUUID()}, '{"de": "Hai"}')`),
        ),
      ],
      "edit a card": [
        8,
        onDraft(({ id, owner }, card) => {
          const items = sql.json([{ id: card, names: { de: crypto.randomUUID() }, is_approved: true }]);
          return as(sql, owner, (db) => db`select public.edit_assets(${id}, ${items})`);
        }),
      ],
      "edit a draft": [
        3,
        onDraft(({ id, owner }) =>
          as(
            sql,
            owner,
            (db) => db`select public.edit_draft(${id}, '{"name": "Sea", "names": {"de": "Meer"}}')`,
          ),
        ),
      ],
      order: [
        2,
        onDraft(({ id, owner }) =>
          as(
            sql,
            owner,
            (db) => db`select public.reorder_assets(${id}, array(
              select a.id from public.draft_assets a where a.draft_id = ${id} order by random()))`,
          ),
        ),
      ],
      ideas: [
        3,
        onDraft(({ id, owner }) => as(sql, owner, (db) => db`select public.request_concepts(${id}, 1)`)),
      ],
      cancel: [3, onJob("cancel_job")],
      retry: [8, onJob("retry_job")],
      claim: [16, async () => held.push(...(await claimPieces(sql)))],
      // What was not asked of a model was paid for before, and is free.
      "complete anew": [
        24,
        onHeld(async (job) => {
          await predict(job);
          await completePiece(sql, job);
        }),
      ],
      complete: [10, onHeld((job) => completePiece(sql, job))],
      fail: [
        6,
        onHeld(
          ({ id, attempt }) =>
            sql`select public.fail_job(${id}, ${attempt}, 'x', 'y', null, ${Math.random() < 0.5})`,
        ),
      ],
      progress: [
        4,
        onHeld(({ id, attempt }) => sql`select public.update_job_progress(${id}, ${attempt}, 50)`),
      ],
      sources: [10, onHeld(({ id, attempt }) => sql`select public.get_job_sources(${id}, ${attempt})`)],
      reap: [3, async () => sql`select public.reap_expired_jobs()`],
      look: [
        4,
        onDraft(({ id, owner }) => as(sql, owner, (db) => db`select public.list_draft_assets(${id})`)),
      ],
      plan: [4, onDraft(({ id, owner }) => as(sql, owner, (db) => db`select public.get_preflight(${id})`))],
    };
    const wheel = Object.entries(moves).flatMap(([name, [weight]]) => Array<string>(weight).fill(name));
    const paid = async () =>
      (
        await sql`select count(*)::int as n from public.jobs p where p.is_parent and p.completed_at is not null
          and private.paid_credits(p.id) > 0`
      )[0]?.n;
    let made = 0;
    let isOver = false;
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        while (!isOver) {
          made += 1;
          if (made >= least && made % 50 === 0)
            isOver = made > 20_000 || (wanted.every((name) => happened.has(name)) && (await paid()) > 0);
          const name = pick(wheel);
          await moves[name]?.[1]().then(
            () => happened.set(name, (happened.get(name) ?? 0) + 1),
            ({ code, message }: { code?: string; message: string }) => {
              if (!/^PT4(04|09|22)$/.test(code ?? ""))
                surprises.set(`${name}: ${message}`, (surprises.get(`${name}: ${message}`) ?? 0) + 1);
            },
          );
        }
      }),
    );
    expect(Object.fromEntries(surprises)).toEqual({});
    for (const name of wanted) expect(happened.get(name) ?? 0, name).toBeGreaterThan(0);
    const wrong = await sql`
      select 'a draft is idle and says it works' as what, d.id from public.drafts d where d.status in ('generating', 'publishing')
        <> exists (select from public.jobs j where j.draft_id = d.id and j.status in ('pending', 'processing'))
      union all select 'a card is idle and says it works', a.id from public.draft_assets a where (a.status = 'generating')
        <> exists (select from public.jobs j where j.asset_id = a.id and j.status in ('pending', 'processing'))
      union all select 'two jobs make the same piece of one card', min(asset_id::text)::uuid from public.jobs
        where status in ('pending', 'processing') and asset_id is not null
        group by asset_id, type, case when type = 'generate_speech' then payload ->> 'language' end having count(*) > 1
      union all select 'a job waits for nothing', j.id from public.jobs j where j.status = 'pending' and j.unmet_dependencies <> (
        select count(*) from public.job_dependencies d join public.jobs e on e.id = d.depends_on_id
        where d.job_id = j.id and e.status in ('pending', 'processing'))
      union all select 'a request and its credits disagree', p.id from public.jobs p
        where p.parent_id is null and p.status in ('completed', 'failed', 'cancelled') and private.paid_credits(p.id)
          <> case when p.is_parent then (select coalesce(sum(c.credits), 0) from public.jobs c
              where c.parent_id = p.id and c.status = 'completed')
            when p.status = 'completed' then p.credits else 0 end
      union all select 'a job made two versions', v.job_id from (
        select job_id from public.draft_asset_versions union all select job_id from public.draft_versions) v
        group by v.job_id having count(*) > 1
      union all select 'events have a gap', job_id from public.job_events group by job_id having count(*) <> max(sequence) + 1`;
    expect([...wrong]).toEqual([]);
    expect(await paid(), "requests that were paid").toBeGreaterThan(0);
  });
});
