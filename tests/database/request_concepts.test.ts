import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { cardsOf, draftOf, expectEditorsOnly } from "../fixtures/editing.ts";
import { claim, complete, drain, generate, newDraft, resultFor } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase({ max: 25 });
});

beforeEach(async () => {
  await drain(sql);
  cast = await newCast(sql);
  draftId = await newDraft(sql, cast.owner, { count: 4 });
});

const request = (count: number | null = null, key: string | null = null) =>
  ask<string>(
    sql,
    cast.owner,
    (db) => db`select public.request_concepts(${draftId}, ${count}, ${key}) as answer`,
  );
const cards = () => cardsOf(sql, cast.owner, draftId);
const concepts = async () => (await cards()).map(({ concept }) => concept);
const jobOf = async (id: string) => (await sql`select * from public.jobs where id = ${id}`)[0];

/** Completes the search for ideas with these. */
async function find(...keys: string[]): Promise<void> {
  const [job] = await claim(sql);
  const found = { concepts: keys.map((key) => ({ key, names: { de: `${key} de`, en: key } })) };
  await sql`select public.complete_job(${job?.id ?? ""}, ${job?.attempt ?? 0}, ${sql.json(found)})`;
}

it("is for the owner and editors, and nobody else", async () => {
  await expectEditorsOnly(sql, cast, draftId, (db) => db`select public.request_concepts(${draftId})`);
});

describe("a request for ideas", () => {
  it("finds the cards with their names, makes nothing of them, and costs what ideas cost", async () => {
    const job = await jobOf(await request());
    expect(job).toMatchObject({
      type: "generate_universe",
      status: "processing",
      planned_steps: 1,
      credits: 0,
    });
    expect(await draftOf(sql, draftId)).toMatchObject({ status: "generating", active_job_id: job?.id });
    expect(await drain(sql)).toBe(1);
    expect(await cards()).toMatchObject([
      { concept: "whale", status: "pending", progress: 0, image_path: null, names: { de: "whale de" } },
      { concept: "crab", status: "pending" },
      { concept: "fish", status: "pending" },
      { concept: "octopus", status: "pending" },
    ]);
    expect(await jobOf(job?.id)).toMatchObject({
      status: "completed",
      progress: 100,
      current_step: 1,
      total_steps: 1,
    });
    expect(await draftOf(sql, draftId)).toMatchObject({ status: "draft", progress: 0, active_job_id: null });
  });

  it("leaves to the next request only what is to be made of the deck as its people left it", async () => {
    await request();
    await drain(sql);
    const [first, second] = await cards();
    await as(sql, cast.owner, (db) => db`select public.remove_asset(${draftId}, ${first.id})`);
    await as(
      sql,
      cast.owner,
      (db) => db`select public.edit_assets(${draftId},
      ${sql.json([{ id: second.id, concept: "lobster", names: { de: "Hummer" } }])})`,
    );
    const parent = await jobOf(await generate(sql, cast.owner, draftId));
    expect(parent).toMatchObject({ planned_steps: 3, credits: 3 });
    const jobs = await sql`select type::text, payload ->> 'concept' as concept from public.jobs
      where parent_id = ${parent?.id} order by payload ->> 'concept'`;
    expect([...jobs]).toEqual(
      ["fish", "lobster", "octopus"].map((concept) => ({ type: "generate_image", concept })),
    );
    expect(await drain(sql)).toBe(3);
    expect(await draftOf(sql, draftId)).toMatchObject({ status: "ready" });
  });

  it("that finds fewer than were wanted is not followed by another search", async () => {
    await request();
    await find("whale", "crab");
    expect((await draftOf(sql, draftId)).card_count).toBe(2);
    await generate(sql, cast.owner, draftId);
    expect(await drain(sql)).toBe(2);
  });

  it("for more than there are brings exactly so many, and none that is there", async () => {
    await request();
    await drain(sql);
    const [job] = await sql`select payload from public.jobs where parent_id = ${await request(2)}`;
    expect(job?.payload).toMatchObject({ count: 2, exclude: ["whale", "crab", "fish", "octopus"] });
    await find("Whale", "shell", "seal", "shrimp");
    expect(await concepts()).toEqual(["whale", "crab", "fish", "octopus", "shell", "seal"]);
    expect((await draftOf(sql, draftId)).card_count).toBe(6);
  });

  it("during which cards are added by hand never leaves more than thirty", async () => {
    await request(30);
    await as(sql, cast.owner, (db) => db`select public.add_asset(${draftId}, 'shark')`);
    await find(...Array.from({ length: 30 }, (_, n) => `fish ${n}`));
    expect(await concepts()).toHaveLength(30);
  });

  it("is one request with one key, also of twenty at once", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => request(null, "key")));
    expect(new Set(answers).size).toBe(1);
    expect(await sql`select from public.jobs where draft_id = ${draftId}`).toHaveLength(2);
  });

  it("counts against the owner's requests: the first ideas as a universe, of which there is one a minute", async () => {
    const quota = async () =>
      (
        await sql`select hour_count, generated_at > '-infinity' as is_generation from public.user_quotas
        where user_id = ${cast.owner.sub ?? ""}`
      )[0];
    await request();
    expect(await quota()).toEqual({ hour_count: 1, is_generation: true });
    await drain(sql);
    await sql`update public.user_quotas set generated_at = '-infinity'`;
    await request(1);
    expect(await quota()).toEqual({ hour_count: 2, is_generation: false });
  });

  it("that was stopped leaves the wish, and can be tried again", async () => {
    const id = await request();
    await as(sql, cast.owner, (db) => db`select public.cancel_job(${id})`);
    expect(await draftOf(sql, draftId)).toMatchObject({ card_count: 4, active_job_id: null });
    await as(sql, cast.owner, (db) => db`select public.retry_job(${id})`);
    await drain(sql);
    expect(await concepts()).toHaveLength(4);
  });
});

describe("a request for ideas is refused, and nothing is counted,", () => {
  const refused = async (work: () => Promise<unknown>, message: string) => {
    await expect(work()).rejects.toMatchObject({ message });
    const [quota] =
      await sql`select hour_count from public.user_quotas where user_id = ${cast.owner.sub ?? ""}`;
    expect(quota?.hour_count ?? 0).toBe(0);
  };

  it("while the draft is at work", async () => {
    await generate(sql, cast.owner, draftId);
    await sql`update public.user_quotas set hour_count = 0`;
    await refused(() => request(), "already_running");
  });

  it("when there are as many cards as were wanted, or there would be too many", async () => {
    await refused(() => request(31), "validation_failed");
    await refused(() => request(0), "validation_failed");
    await request();
    await drain(sql);
    await sql`update public.user_quotas set hour_count = 0`;
    await refused(() => request(), "nothing_to_do");
    await refused(() => request(27), "validation_failed");
  });
});

it("an idea that comes while the whole universe is made is a card like all others", async () => {
  await generate(sql, cast.owner, draftId);
  const [job] = await claim(sql);
  if (job) expect(resultFor(job)).toMatchObject({ concepts: { length: 4 } });
  if (job) await complete(sql, job);
  expect(await drain(sql)).toBe(4);
  expect((await draftOf(sql, draftId)).card_count).toBe(4);
});
