import { beforeAll, describe, expect, it } from "vitest";
import {
  type Claimed,
  claim,
  complete,
  drain,
  finishedDraft,
  generate,
  newDraft,
  publish,
} from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
});

const retry = (jobId: string) => as(sql, cast.owner, (db) => db`select public.retry_job(${jobId})`);
const refuse = (job: Claimed | undefined) =>
  sql`select public.fail_job(${job?.id ?? ""}, ${job?.attempt ?? 0}, 'provider_rejected_input', 'no')`;
const statusOf = async (draftId: string) =>
  (await sql`select status, progress, active_job_id from public.drafts where id = ${draftId}`)[0];
const jobOf = async (id: string) => (await sql`select * from public.jobs where id = ${id}`)[0];

/** A draft of two cards, of which the first was refused: its request and the refused job. */
async function halfMadeDraft(): Promise<{ draftId: string; parentId: string; failed: Claimed }> {
  cast = await newCast(sql);
  const draftId = await newDraft(sql, cast.owner, { count: 2 });
  const parentId = await generate(sql, cast.owner, draftId);
  for (const job of await claim(sql)) await complete(sql, job);
  const [failed] = await claim(sql, { limit: 1 });
  if (!failed) throw new Error("nothing claimed");
  await refuse(failed);
  await drain(sql);
  return { draftId, parentId, failed };
}

describe("retrying one piece of a request that has ended", () => {
  it("opens the request, shows the draft at work and finishes both", async () => {
    const { draftId, parentId, failed } = await halfMadeDraft();
    expect(await statusOf(draftId)).toMatchObject({ status: "partial" });
    await retry(failed.id);
    expect(await statusOf(draftId)).toMatchObject({ status: "generating", active_job_id: parentId });
    expect(await jobOf(parentId)).toMatchObject({ status: "processing", completed_at: null });
    expect(await drain(sql)).toBe(1);
    expect(await jobOf(parentId)).toMatchObject({ status: "completed", progress: 100, error_code: null });
    expect(await statusOf(draftId)).toMatchObject({ status: "ready", progress: 100, active_job_id: null });
  });

  it("lets nobody start the same cards a second time", async () => {
    const { draftId, failed } = await halfMadeDraft();
    await retry(failed.id);
    await expect(generate(sql, cast.owner, draftId)).rejects.toThrow("already_running");
    await expect(retry(failed.id)).rejects.toThrow("nothing_to_do");
    await drain(sql);
  });
});

describe("a retry is refused", () => {
  it("while another request works on the draft", async () => {
    const { draftId, parentId, failed } = await halfMadeDraft();
    await generate(sql, cast.owner, draftId);
    for (const id of [failed.id, parentId]) await expect(retry(id)).rejects.toThrow("already_running");
    await drain(sql);
  });

  it("for what a later request has made", async () => {
    const { draftId, parentId } = await halfMadeDraft();
    await generate(sql, cast.owner, draftId);
    await drain(sql);
    await expect(retry(parentId)).rejects.toThrow("nothing_to_do");
    expect(await statusOf(draftId)).toMatchObject({ status: "ready" });
  });

  it("for a publication that a later one has overtaken", async () => {
    cast = await newCast(sql);
    const draftId = await finishedDraft(sql, cast.owner, 1);
    await as(sql, cast.owner, (db) => db`select public.request_publish(${draftId}, 'public')`);
    const [old] = await claim(sql);
    await refuse(old);
    await publish(sql, cast.owner, draftId);
    await expect(retry(old?.id ?? "")).rejects.toThrow("nothing_to_do");
  });

  it("when the draft is gone, so that nothing is paid for nobody", async () => {
    const { draftId, parentId, failed } = await halfMadeDraft();
    await as(sql, cast.owner, (db) => db`select public.delete_draft(${draftId})`);
    for (const id of [parentId, failed.id]) await expect(retry(id)).rejects.toThrow("not_found");
  });
});

it("a late retry of the concepts never makes more cards than the draft should have", async () => {
  cast = await newCast(sql);
  const draftId = await newDraft(sql, cast.owner, { count: 2 });
  const first = await generate(sql, cast.owner, draftId);
  await refuse((await claim(sql))[0]);
  await generate(sql, cast.owner, draftId);
  await drain(sql);
  await retry(first);
  const [job] = await claim(sql);
  const names = { fr: "x", en: "x", es: "x", it: "x", de: "x" };
  const concepts = ["extra one", "extra two"].map((key) => ({ key, names }));
  await sql`select public.complete_job(${job?.id ?? ""}, ${job?.attempt ?? 0}, ${sql.json({ concepts })})`;
  const cards = await sql`select concept from public.draft_assets where draft_id = ${draftId}`;
  expect(cards).toHaveLength(2);
});

it("a draft whose every picture failed says so", async () => {
  cast = await newCast(sql);
  const draftId = await newDraft(sql, cast.owner, { count: 2 });
  await generate(sql, cast.owner, draftId);
  for (const job of await claim(sql)) await complete(sql, job);
  for (const job of await claim(sql)) await refuse(job);
  expect(await statusOf(draftId)).toMatchObject({ status: "failed", progress: 0 });
});
