import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { claim, complete, generate, newDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

interface Timeline {
  job: Record<string, unknown>;
  events: {
    sequence: number;
    event: string;
    actor: string;
    actor_email: string | null;
    from_status: string | null;
    to_status: string;
    created_at: string;
    data: object;
  }[];
  predictions: Record<string, unknown>[];
  children: { id: string; type: string }[];
  depends_on: { id: string; type: string; status: string }[];
  unblocks: { id: string }[];
}

let sql: postgres.Sql;
let cast: Cast;
let parent: string;
let image: string;
let prediction: string;

const key = "a key that is nobody's business";
const detail = "what the provider said to us alone";

const timeline = (person: keyof Cast, id: string) =>
  ask<Timeline | null>(sql, cast[person], (db) => db`select public.get_job_timeline(${id}) as answer`);
const seen = async (person: keyof Cast, id: string) => {
  const found = await timeline(person, id);
  if (!found) throw new Error("nothing found");
  return found;
};

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  const draftId = await newDraft(sql, cast.owner, { count: 2 });
  parent = await ask(
    sql,
    cast.owner,
    (db) => db`select public.request_generation(${draftId}, null, ${key}) as answer`,
  );
  for (const job of await claim(sql)) await complete(sql, job);
  const [job] = await claim(sql, { limit: 1 });
  image = job?.id ?? "";
  const [row] =
    await sql`select public.record_prediction(${image}, 1, '{"prompt": "a whale"}', 'hash') ->> 'prediction_id' as id`;
  prediction = row?.id;
  await sql`select public.save_prediction(${prediction}, 1, 'external-1')`;
  await sql`select public.fail_job(${image}, 1, 'provider_rejected_input', 'The model would not.', ${sql.json({ detail })})`;
  await ask(sql, cast.admin, (db) => db`select public.retry_job(${image}) as answer`);
});

describe("who sees it", () => {
  it("is the owner and staff; for strangers and unknown ids there is nothing", async () => {
    for (const person of ["owner", "support", "admin"] as const)
      expect((await seen(person, parent)).job).toMatchObject({ id: parent });
    expect(await timeline("stranger", parent)).toBeNull();
    for (const person of ["owner", "admin"] as const)
      expect(await timeline(person, crypto.randomUUID())).toBeNull();
    await expect(timeline("anonymous", parent)).rejects.toMatchObject(notGranted);
    await expect(timeline("admin", "parent")).rejects.toMatchObject({ code: "22P02" });
  });

  it("is never told secrets: the id of a prediction, which is the token of its webhook, and idempotency keys", async () => {
    for (const person of ["owner", "support", "admin"] as const)
      for (const id of [parent, image]) {
        const text = JSON.stringify(await seen(person, id));
        expect(text).not.toContain(prediction);
        expect(text).not.toContain(key);
      }
  });

  it("is told what the provider said only as staff", async () => {
    await claim(sql);
    await sql`select public.fail_job(${image}, 2, 'provider_rejected_input', 'The model would not.', ${sql.json({ detail })})`;
    for (const person of ["support", "admin"] as const) {
      const found = await seen(person, image);
      expect(found.job).toMatchObject({
        error_detail: { detail },
        user_email: expect.stringMatching(/^owner-/),
      });
      expect(found.predictions).toMatchObject([
        {
          attempt: 1,
          model: "black-forest-labs/flux-schnell",
          external_id: "external-1",
          input: { prompt: "a whale" },
          cost_micros: 3000,
        },
      ]);
    }
    const own = await seen("owner", image);
    expect(own.predictions).toEqual([]);
    const text = JSON.stringify([own, await seen("owner", parent)]);
    for (const secret of [detail, "external-1", "lease_owner", "error_detail", "cost_micros", "user_email"])
      expect(text).not.toContain(secret);
  });

  it("is told the addresses of those who acted only as staff; an owner sees their own", async () => {
    const by = async (person: keyof Cast, event: string) =>
      (await seen(person, image)).events.find((one) => one.event === event)?.actor_email ?? null;
    expect(await by("support", "retried")).toMatch(/^admin-/);
    expect(await by("owner", "retried")).toBeNull();
    const [created] = (await seen("owner", parent)).events;
    expect(created).toMatchObject({
      event: "created",
      actor: cast.owner.sub,
      actor_email: expect.stringMatching(/^owner-/),
    });
  });
});

describe("what it tells", () => {
  it("is each step in its order, from the first to the last, with who took it", async () => {
    const { events } = await seen("support", image);
    expect(events.map(({ event, from_status, to_status }) => [event, from_status, to_status])).toEqual([
      ["created", null, "pending"],
      ["started", "pending", "processing"],
      ["progressed", "processing", "processing"],
      ["failed", "processing", "failed"],
      ["retried", "failed", "pending"],
      ["started", "pending", "processing"],
      ["failed", "processing", "failed"],
    ]);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index));
    const times = events.map(({ created_at }) => Date.parse(created_at));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(events[1]).toMatchObject({ actor: "worker", data: { attempt: 1 } });
  });

  it("is the job with what it was given, what it cost and how long it was thought to take", async () => {
    const { job } = await seen("owner", parent);
    expect(job).toMatchObject({ credits: 2, result: null, model: null, payload: {} });
    expect(job.estimated_duration_ms).toBeGreaterThan(0);
    expect((await seen("owner", image)).job).toMatchObject({
      model: "black-forest-labs/flux-schnell",
      credits: 1,
      payload: { concept: expect.any(String), seed: expect.any(Number) },
    });
  });

  it("is the pieces of a request, oldest first", async () => {
    const { children } = await seen("owner", parent);
    expect(children.map(({ type }) => type)).toEqual([
      "generate_concepts",
      "generate_image",
      "generate_image",
    ]);
    expect((await seen("owner", image)).children).toEqual([]);
  });

  it("is what it waits for and what waits for it", async () => {
    const [first = "", second = "", third = ""] = Array.from({ length: 3 }, () => crypto.randomUUID());
    await sql`select public.enqueue_jobs(${sql.json([
      { id: first, user_id: cast.owner.sub ?? "", type: "notify" },
      { id: second, user_id: cast.owner.sub ?? "", type: "notify", depends_on: [first] },
      { id: third, user_id: cast.owner.sub ?? "", type: "notify", depends_on: [second] },
    ])})`;
    const found = await seen("owner", second);
    expect(found.depends_on).toEqual([{ id: first, type: "notify", status: "pending" }]);
    expect(found.unblocks).toEqual([{ id: third, type: "notify", status: "pending" }]);
  });

  it("is the last five hundred events of a job that had thousands", async () => {
    const [id] =
      await sql`select public.enqueue_jobs(${sql.json([{ user_id: cast.owner.sub ?? "", type: "notify" }])}) as id`;
    await sql`insert into public.job_events (job_id, sequence, event, actor, to_status)
      select ${id?.id}, n, 'progressed', 'worker', 'pending' from generate_series(1, 1500) n`;
    const { events } = await seen("owner", id?.id);
    expect([events.length, events[0]?.sequence, events.at(-1)?.sequence]).toEqual([500, 1001, 1500]);
  });

  it("stays when the draft and the model are gone", async () => {
    const draftId = await newDraft(sql, cast.stranger, { count: 1 });
    const id = await generate(sql, cast.stranger, draftId);
    await ask(sql, cast.stranger, (db) => db`select public.delete_draft(${draftId}) as answer`);
    expect(await seen("stranger", id)).toMatchObject({ job: { draft_id: null, status: "cancelled" } });
    expect((await seen("support", id)).job).toMatchObject({ draft_name: null });
  });
});
