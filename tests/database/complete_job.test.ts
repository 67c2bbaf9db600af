import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { claim, complete, drain, generate, newDraft, resultFor } from "../fixtures/engine.ts";
import { openQueue, type Person, type Queue } from "../fixtures/queue.ts";

let queue: Queue;
let sql: Queue["sql"];
let person: Person;

beforeAll(async () => {
  queue = await openQueue({ max: 25 });
  sql = queue.sql;
});
beforeEach(async () => {
  await queue.clear();
  person = await queue.newPerson();
});

/** A claimed picture of a draft with one card. */
async function heldImage() {
  const draftId = await newDraft(sql, person, { count: 1 });
  await generate(sql, person, draftId);
  for (const job of await claim(sql)) await complete(sql, job);
  const [image] = await claim(sql);
  if (!image) throw new Error("nothing claimed");
  return { draftId, image };
}

it("a picture keeps its mean colour, which children see until it is loaded", async () => {
  const { image } = await heldImage();
  const result = { ...(resultFor(image) as object), placeholder_color: "#336699" };
  await sql`select public.complete_job(${image.id}, ${image.attempt}, ${sql.json(result)})`;
  const [version] =
    await sql`select placeholder_color from public.draft_asset_versions where job_id = ${image.id}`;
  expect(version).toEqual({ placeholder_color: "#336699" });
});

describe("a completed job", () => {
  it("has its result, all of its progress, no lease, no error, and the time that it took", async () => {
    const [id] = await queue.enqueue(person, {});
    await queue.fail(await queue.take(), { isRetryable: true, detail: { body: "busy" } });
    const ticket = await queue.take({ at: 70 });
    await sql`select public.complete_job(${ticket.id}, ${ticket.attempt}, '{"sent": 3}', ${queue.at(75)})`;
    expect(await queue.job(id)).toMatchObject({
      status: "completed",
      progress: 100,
      result: { sent: 3 },
      lease_owner: null,
      lease_expires_at: null,
      deadline_at: null,
      error_code: null,
      error_message: null,
      error_detail: null,
      completed_at: queue.at(75),
      actual_duration_ms: 75_000,
    });
  });

  it("cannot be completed, failed or deferred once more", async () => {
    await queue.enqueue(person, {});
    const ticket = await queue.take();
    await queue.complete(ticket);
    for (const again of [queue.complete(ticket), queue.fail(ticket)])
      await expect(again).rejects.toMatchObject({ message: "stale_attempt", code: "PT409" });
    expect(await queue.job(ticket.id)).toMatchObject({ status: "completed", error_code: null });
  });
});

describe("the fence", () => {
  it("refuses a worker whose lease ran out and whose job another worker holds", async () => {
    const { image } = await heldImage();
    const later = new Date(Date.now() + 61_000);
    await sql`select public.reap_expired_jobs(${later})`;
    const [second] = await claim(sql, { now: later });
    expect(second).toMatchObject({ id: image.id, attempt: image.attempt + 1 });
    await expect(complete(sql, image)).rejects.toMatchObject({ message: "stale_attempt", code: "PT409" });
    expect(await sql`select from public.draft_asset_versions where job_id = ${image.id}`).toHaveLength(0);
    if (second) await complete(sql, second);
    expect(await sql`select from public.draft_asset_versions where job_id = ${image.id}`).toHaveLength(1);
  });

  it("lets one of twenty completions of the same attempt through, and makes one picture", async () => {
    const { image } = await heldImage();
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => complete(sql, image)));
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBe(1);
    expect(await sql`select id from public.draft_asset_versions where job_id = ${image.id}`).toHaveLength(1);
  });
});

describe("concepts", () => {
  it("become cards with names in their order, each with a picture to make under the same request", async () => {
    const draftId = await newDraft(sql, person, { count: 3 });
    const parentId = await generate(sql, person, draftId);
    for (const job of await claim(sql)) await complete(sql, job);
    const cards = await sql`
      select a.concept, a.sort_order, t.name, j.parent_id, j.priority from public.draft_assets a
      join public.draft_asset_translations t on t.asset_id = a.id and t.language = 'fr'
      join public.jobs j on j.asset_id = a.id where a.draft_id = ${draftId} order by a.sort_order`;
    expect([...cards]).toEqual(
      ["whale", "crab", "fish"].map((concept, index) => ({
        concept,
        sort_order: index,
        name: `${concept} fr`,
        parent_id: parentId,
        priority: 5,
      })),
    );
  });

  it("name the theme in other languages, whatever signs it ends with", async () => {
    for (const theme of ["Dragons \\", "100 % _"]) {
      const draftId = await newDraft(sql, person, { theme, count: 1 });
      const parentId = await generate(sql, person, draftId);
      const [concepts] = await claim(sql, { limit: 1 });
      const names = { fr: "Le thème", en: "The theme", es: "El tema", it: "Il tema", de: "Das Thema" };
      const result = { theme_names: names, concepts: [{ key: "thing", names }] };
      await sql`select public.complete_job(${concepts?.id ?? ""}, ${concepts?.attempt ?? 0}, ${sql.json(result)})`;
      await drain(sql);
      expect((await queue.job(parentId)).status).toBe("completed");
      const [draft] = await sql`select private.draft_names(${draftId}) as names`;
      expect(draft?.names).toEqual(names);
    }
  });

  it("that come late never make more cards than the draft should have", async () => {
    const draftId = await newDraft(sql, person, { count: 2 });
    const first = await generate(sql, person, draftId);
    const [refused] = await claim(sql);
    if (refused) await queue.fail(refused);
    await generate(sql, person, draftId);
    await drain(sql);
    await queue.call(person, "retry_job", first);
    const [job] = await claim(sql);
    const names = { fr: "x", en: "x", es: "x", it: "x", de: "x" };
    const concepts = ["extra one", "extra two"].map((key) => ({ key, names }));
    await sql`select public.complete_job(${job?.id ?? ""}, ${job?.attempt ?? 0}, ${sql.json({ concepts })})`;
    expect(await sql`select concept from public.draft_assets where draft_id = ${draftId}`).toHaveLength(2);
  });
});

it("a result of another kind of job is refused and nothing is half written", async () => {
  const { image } = await heldImage();
  await expect(sql`select public.complete_job(${image.id}, ${image.attempt}, '{}')`).rejects.toThrow(
    /null value/,
  );
  expect((await queue.job(image.id)).status).toBe("processing");
  await sql`select public.complete_job(${image.id}, ${image.attempt}, ${sql.json(resultFor(image))})`;
});

describe("what was paid for", () => {
  const predict = async (hash: string) => {
    const [id] = await queue.enqueue(person, { type: "generate_image" });
    const ticket = await queue.take();
    const [gate] = await sql<{ prediction: string }[]>`
      select public.record_prediction(${ticket.id}, ${ticket.attempt}, '{}', ${hash}, ${queue.at(0)}) ->> 'prediction_id' as prediction`;
    await sql`select public.save_prediction(${gate?.prediction ?? ""}, ${ticket.attempt}, ${crypto.randomUUID()}, ${queue.at(0)})`;
    return { id, ticket, prediction: gate?.prediction };
  };

  it("stands in the job, closes the prediction and keeps the result under its input", async () => {
    const { id, ticket, prediction } = await predict("input one");
    await sql`select public.complete_job(${ticket.id}, ${ticket.attempt}, '{"sha256": "a"}', ${queue.at(9)})`;
    expect(await queue.job(id)).toMatchObject({ cost_micros: "3000", credits: 1 });
    expect(
      (await sql`select status, completed_at from public.predictions where id = ${prediction ?? ""}`)[0],
    ).toEqual({
      status: "succeeded",
      completed_at: queue.at(9),
    });
    expect([...(await sql`select input_hash, type, result from private.results`)]).toEqual([
      { input_hash: "input one", type: "generate_image", result: { sha256: "a" } },
    ]);
  });

  it("is kept anew when it was made anew", async () => {
    for (const sha256 of ["old", "new"]) {
      const { ticket } = await predict("same input");
      await sql`select public.complete_job(${ticket.id}, ${ticket.attempt}, ${sql.json({ sha256 })})`;
      if (sha256 === "old") await sql`delete from private.results`;
    }
    expect([...(await sql`select result from private.results`)]).toEqual([{ result: { sha256: "new" } }]);
  });

  it("is nothing when the result was there before: such a job has no price", async () => {
    const [id] = await queue.enqueue(person, { type: "generate_image" });
    await queue.complete(await queue.take());
    expect(await queue.job(id)).toMatchObject({ cost_micros: "0", credits: 0 });
  });
});

it("ten pictures of one request that end at the same moment end the request once and whole", async () => {
  const draftId = await newDraft(sql, person, { count: 10 });
  const parentId = await generate(sql, person, draftId);
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
  expect(await queue.job(parentId)).toMatchObject({ status: "completed", progress: 100 });
  const ends =
    await sql`select from public.job_events where job_id = ${parentId} and to_status = 'completed'`;
  expect(ends).toHaveLength(1);
});

it("a job and its request that were paused for months can still be completed", async () => {
  const [parent = ""] = await queue.enqueue(person, { type: "generate_universe" });
  const [id] = await queue.enqueue(person, {
    parent_id: parent,
    run_at: queue.at(-6_000_000),
    expires_at: queue.at(0),
  });
  const ticket = await queue.take({ at: -5_000_000 });
  await sql`update public.jobs set started_at = ${queue.at(-5_000_000)} where id = ${parent}`;
  await queue.complete(ticket);
  for (const job of [id, parent])
    expect(await queue.job(job)).toMatchObject({ status: "completed", actual_duration_ms: 2_147_483_647 });
});
