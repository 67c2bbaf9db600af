import type postgres from "postgres";
import { beforeEach, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { claim, complete, drain, finishedDraft, generate, newDraft, publish } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

interface Preflight {
  jobs: number;
  universes_ahead: number;
  seconds_p50: number;
  seconds_p90: number;
  credits: { needed: number; left: number; renewed_at: string };
  requests: { hour: { left: number }; day: { left: number }; generation: { ready_at: string | null } };
  refusal: string | null;
  retry_at: string | null;
}

let sql: postgres.Sql;
let cast: Cast;

beforeEach(async () => {
  sql ??= await freshDatabase({ hasLimits: true });
  await sql`truncate public.jobs, public.credit_entries cascade`;
  await sql`update public.models set unavailable_since = null`;
  cast = await newCast(sql);
});

interface Plan {
  draftId?: string | null;
  count?: number | null;
  assetIds?: string[] | null;
}
const preflight = ({ draftId = null, count = null, assetIds = null }: Plan, person: keyof Cast = "owner") =>
  ask<Preflight>(
    sql,
    cast[person],
    (db) => db`select public.get_preflight(${draftId}, ${count}, ${assetIds}::uuid[]) as answer`,
  );
const request = ({ draftId, assetIds = null }: Plan) =>
  ask<string>(
    sql,
    cast.owner,
    (db) => db`select public.request_generation(${draftId ?? ""}, ${assetIds}::uuid[]) as answer`,
  );
const cardsOf = async (draftId: string) =>
  (await sql`select id from public.draft_assets where draft_id = ${draftId} order by sort_order`).map(
    ({ id }) => id as string,
  );
const freshQuota = () => sql`select public.reset_user_quotas(${cast.owner.sub ?? ""})`;

/** Works off the queue, with one paid request to the provider for each job. */
async function drainPaid(): Promise<void> {
  for (let jobs = await claim(sql); jobs.length > 0; jobs = await claim(sql))
    for (const job of jobs) {
      const [row] = await sql`
        select public.record_prediction(${job.id}, ${job.attempt}, '{}', gen_random_uuid()::text) ->> 'prediction_id' as id`;
      await sql`select public.save_prediction(${row?.id}, ${job.attempt}, ${crypto.randomUUID()})`;
      await complete(sql, job);
    }
}

/** What was said before the click must be what the click does: as many jobs, as many credits, or the same refusal. */
async function expectTruth(plan: Plan): Promise<Preflight> {
  const said = await preflight(plan);
  if (said.refusal) {
    await expect(request(plan)).rejects.toMatchObject({
      message: said.refusal,
      ...(said.retry_at &&
        said.refusal !== "model_unavailable" && { hint: new Date(said.retry_at).toISOString() }),
    });
    return said;
  }
  const parentId = await request(plan);
  const [parent] =
    await sql`select credits, estimated_duration_ms, planned_steps from public.jobs where id = ${parentId}`;
  expect(parent).toMatchObject({ credits: said.credits.needed, planned_steps: said.jobs });
  expect(Math.round(parent?.estimated_duration_ms / 100)).toBe(Math.round(said.seconds_p50 * 10));
  const after = await preflight(plan);
  expect(after.credits.left).toBe(said.credits.left - said.credits.needed);
  expect([after.requests.hour.left, after.requests.day.left]).toEqual([
    said.requests.hour.left - 1,
    said.requests.day.left - 1,
  ]);
  await drainPaid();
  const [made] =
    await sql`select count(*)::int as n, sum(credits)::int as credits from public.jobs where parent_id = ${parentId}`;
  expect([made?.n, made?.credits]).toEqual([said.jobs, said.credits.needed]);
  return said;
}

describe("who is told", () => {
  it("is everyone of their own, and nobody of another's draft", async () => {
    const draftId = await newDraft(sql, cast.owner);
    expect(await preflight({ draftId })).toMatchObject({ refusal: null, jobs: 4 });
    for (const person of ["stranger", "support", "admin"] as const)
      await expect(preflight({ draftId }, person)).rejects.toMatchObject({
        message: "not_found",
        code: "PT404",
      });
    for (const plan of [{ draftId }, { count: 3 }])
      await expect(preflight(plan, "anonymous")).rejects.toMatchObject(notGranted);
  });

  it("is nobody of cards that are not in the draft", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    const [theirs] = await cardsOf(await finishedDraft(sql, cast.stranger, 1));
    await expect(preflight({ draftId, assetIds: [theirs ?? ""] })).rejects.toMatchObject({
      message: "not_found",
    });
    await expect(request({ draftId, assetIds: [theirs ?? ""] })).rejects.toMatchObject({
      message: "not_found",
    });
  });

  it.each([-5, 0, 31, 2_000_000_000])("is refused a universe of %d cards", async (count) => {
    await expect(preflight({ count })).rejects.toMatchObject({ message: "validation_failed", code: "PT422" });
  });
});

describe("what is said is what happens", () => {
  it("for a new draft", async () => {
    const said = await preflight({ count: 6 });
    expect(said).toMatchObject({ jobs: 7, credits: { needed: 6, left: 500 }, refusal: null, retry_at: null });
    expect(await expectTruth({ draftId: await newDraft(sql, cast.owner, { count: 6 }) })).toEqual({
      ...said,
      requests: expect.anything(),
    });
  });

  it("for ten cards when nothing is said", async () => {
    expect((await preflight({})).jobs).toBe(11);
  });

  it("for a draft that lacks some pictures", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 4);
    await freshQuota();
    await sql`update public.draft_assets set image_version_id = null, status = 'pending' where draft_id = ${draftId} and sort_order < 3`;
    expect(await expectTruth({ draftId })).toMatchObject({ jobs: 3, credits: { needed: 3 } });
  });

  it("for chosen cards, which need not wait a minute", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 3);
    const cards = await cardsOf(draftId);
    expect(await expectTruth({ draftId, assetIds: cards.slice(1) })).toMatchObject({
      jobs: 2,
      refusal: null,
    });
  });

  it("beside the new picture of a single card", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 3);
    await freshQuota();
    const [one] = await cardsOf(draftId);
    await sql`update public.draft_assets set image_version_id = null, status = 'pending' where draft_id = ${draftId} and sort_order > 0`;
    await ask(
      sql,
      cast.owner,
      (db) => db`select public.regenerate_asset(${draftId}, ${one ?? ""}) as answer`,
    );
    expect((await preflight({ draftId })).jobs).toBe(2);
    await request({ draftId });
  });
});

describe("a refusal that is foretold", () => {
  it("comes true: nothing to do", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    await freshQuota();
    expect((await expectTruth({ draftId })).refusal).toBe("nothing_to_do");
    expect((await expectTruth({ draftId, assetIds: [] })).refusal).toBe("nothing_to_do");
  });

  it("comes true: already at work, with cards to make or without, on pictures or on a release", async () => {
    const draftId = await newDraft(sql, cast.owner, { count: 1 });
    await generate(sql, cast.owner, draftId);
    expect((await expectTruth({ draftId })).refusal).toBe("already_running");
    for (const job of await claim(sql)) await complete(sql, job);
    expect((await expectTruth({ draftId })).refusal).toBe("already_running");
    await drain(sql);
    await ask(sql, cast.owner, (db) => db`select public.request_publish(${draftId}, 'public') as answer`);
    expect((await expectTruth({ draftId })).refusal).toBe("already_running");
    await drain(sql);
  });

  it("comes true: a model that is not to be had", async () => {
    const draftId = await newDraft(sql, cast.owner);
    await sql`update public.models set unavailable_since = now() where job_type = 'generate_concepts'`;
    expect((await expectTruth({ draftId })).refusal).toBe("model_unavailable");
    await sql`update public.models set unavailable_since = now() - interval '601 seconds'`;
    expect((await expectTruth({ draftId })).refusal).toBeNull();
  });

  it("comes true: too soon, too often, too much", async () => {
    const draftId = await newDraft(sql, cast.owner, { count: 2 });
    const user = cast.owner.sub ?? "";
    await sql`select private.take_request(${user}, true, 0, now())`;
    expect((await expectTruth({ draftId })).refusal).toBe("rate_limited");
    await sql`update public.user_quotas set generated_at = '-infinity', hour_count = 10 where user_id = ${user}`;
    expect((await expectTruth({ draftId })).requests.hour.left).toBe(0);
    await sql`update public.user_quotas set hour_count = 0, day_count = 100 where user_id = ${user}`;
    expect((await expectTruth({ draftId })).requests.day.left).toBe(0);
    await sql`update public.user_quotas set day_count = 0, credits_left = 1 where user_id = ${user}`;
    expect(await expectTruth({ draftId })).toMatchObject({
      refusal: "out_of_credits",
      credits: { needed: 2, left: 1 },
    });
  });
});

describe("the estimate", () => {
  /** Pictures that took so many seconds each, the last one now. */
  async function history(type: string, seconds: number[]): Promise<void> {
    await sql.begin(async (db) => {
      await db`set local session_replication_role = replica`;
      await db`
        insert into public.jobs (user_id, type, status, progress, completed_at, actual_duration_ms)
        select ${cast.stranger.sub ?? ""}, ${type}, 'completed', 100, now() - place * interval '1 second', s * 1000
        from unnest(${db.array(seconds)}::int[]) with ordinality as t (s, place)`;
    });
  }

  it("is that of the models while there is no history", async () => {
    // Three side by side: two rounds of pictures after the concepts.
    expect(await preflight({ count: 6 })).toMatchObject({ seconds_p50: 30, seconds_p90: 60 });
  });

  it("is the median and the ninth tenth of the last hundred jobs", async () => {
    await history(
      "generate_concepts",
      Array.from({ length: 11 }, (_, n) => 2 + n),
    );
    await history("generate_image", [
      ...Array.from({ length: 100 }, (_, n) => (n < 50 ? 4 : 20)),
      ...Array<number>(50).fill(500),
    ]);
    const { seconds_p50, seconds_p90 } = await preflight({ count: 3 });
    expect([seconds_p50, seconds_p90]).toEqual([7 + 12, 11 + 20]);
  });

  it("grows with those who share the slots, and says how many requests are ahead", async () => {
    const alone = await preflight({ count: 9 });
    for (let n = 0; n < 4; n += 1) {
      const { owner } = await newCast(sql);
      await generate(sql, owner, await newDraft(sql, owner));
    }
    const shared = await preflight({ count: 9 });
    expect([alone.universes_ahead, shared.universes_ahead]).toEqual([0, 4]);
    expect(shared.seconds_p50).toBeGreaterThan(alone.seconds_p50);
    // One's own do not stand in one's way.
    await generate(sql, cast.owner, await newDraft(sql, cast.owner));
    expect((await preflight({ count: 9 })).universes_ahead).toBe(4);
  });
});

describe("what else is asked about", () => {
  const of = async (call: (db: postgres.TransactionSql) => postgres.PendingQuery<postgres.Row[]>) =>
    (await ask<Preflight>(sql, cast.owner, call)).jobs;
  const voices = (languages: string[] | null) =>
    of(
      (db) => db`select public.get_preflight(p_count => 3, p_pieces => '{image,speech}',
        p_languages => ${languages}::public.language[]) as answer`,
    );

  it("a new draft speaks in its languages, each once, and in all five where none are named", async () => {
    // One job for the ideas, three pictures, and three voices in each language.
    expect(await voices(["de"])).toBe(1 + 3 + 3);
    expect(await voices(["de", "fr", "de"])).toBe(1 + 3 + 6);
    expect(await voices(null)).toBe(1 + 3 + 15);
  });

  it("pieces of the universe anew, also while it has no cards", async () => {
    const draftId = await newDraft(sql, cast.owner);
    const anew = (pieces: string[]) =>
      of((db) => db`select public.get_preflight(${draftId}, null, '{}', ${pieces}) as answer`);
    expect(await anew(["music"])).toBe(1);
    expect(await anew(["music", "cover", "image"])).toBe(2);
    const parentId = await ask<string>(
      sql,
      cast.owner,
      (db) => db`select public.request_generation(${draftId}, '{}', p_pieces => '{music}') as answer`,
    );
    expect(
      (await sql`select type from public.jobs where parent_id = ${parentId}`).map(({ type }) => type),
    ).toEqual(["generate_music"]);
  });
});

it("promises nothing of a draft that is published and whole", async () => {
  const draftId = await finishedDraft(sql, cast.owner, 1);
  await publish(sql, cast.owner, draftId);
  expect(await preflight({ draftId })).toMatchObject({
    jobs: 0,
    seconds_p50: 0,
    refusal: "nothing_to_do",
    credits: { needed: 0 },
  });
});
