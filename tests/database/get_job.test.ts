import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { claim, complete, generate, newDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let failed: string;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  await generate(sql, cast.owner, await newDraft(sql, cast.owner));
  const [job] = await claim(sql);
  failed = job?.id ?? "";
  await sql`select public.fail_job(${failed}, ${job?.attempt ?? 0}, 'provider_rejected_input', 'The model would not.',
    '{"status": 422, "body": "the secret words of the provider"}')`;
});

const get = (person: keyof Cast, id = failed) =>
  ask<Record<string, unknown> | null>(sql, cast[person], (db) => db`select public.get_job(${id}) as answer`);

it("gives an owner their own job, in words for people", async () => {
  const job = await get("owner");
  expect(job).toMatchObject({
    id: failed,
    status: "failed",
    error_code: "provider_rejected_input",
    error_message: "The model would not.",
  });
  for (const key of [
    "error_detail",
    "payload",
    "lease_owner",
    "external_id",
    "idempotency_key",
    "user_email",
    "cost_micros",
  ])
    expect(job).not.toHaveProperty(key);
  expect(JSON.stringify(job)).not.toContain("secret words");
});

it("gives staff anyone's job, with what the provider said and whose it is", async () => {
  for (const person of ["support", "admin"] as const) {
    const job = await get(person);
    expect(job).toMatchObject({
      error_detail: { status: 422 },
      user_email: expect.stringMatching(/^owner-/),
      draft_name: "The ocean",
    });
    for (const key of ["external_id", "idempotency_key"]) expect(job).not.toHaveProperty(key);
  }
});

it("has nothing for strangers, for unknown ids and for nobody", async () => {
  expect(await get("stranger")).toBeNull();
  for (const person of ["owner", "support", "admin"] as const)
    expect(await get(person, crypto.randomUUID())).toBeNull();
  await expect(get("anonymous")).rejects.toMatchObject(notGranted);
  await expect(get("owner", "1")).rejects.toMatchObject({ code: "22P02" });
});

it("has nothing for an account that is gone", async () => {
  const { owner } = await newCast(sql);
  await sql`delete from auth.users where id = ${owner.sub ?? ""}`;
  await expect(ask(sql, owner, (db) => db`select public.get_job(${failed}) as answer`)).rejects.toMatchObject(
    { message: "not_signed_in" },
  );
});

it("shows the result when there is one", async () => {
  await generate(sql, cast.stranger, await newDraft(sql, cast.stranger, { count: 1 }));
  const [job] = await claim(sql);
  if (!job) throw new Error("nothing claimed");
  expect(await get("stranger", job.id)).toMatchObject({ status: "processing", result: null });
  await complete(sql, job);
  expect(await get("stranger", job.id)).toMatchObject({
    status: "completed",
    progress: 100,
    result: { concepts: [{ key: "whale" }] },
  });
});
