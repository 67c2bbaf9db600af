import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { claim, complete, drain, generate, newDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const progress = (id: string, person: keyof Cast = "owner") =>
  ask<Record<string, unknown> | null>(
    sql,
    cast[person],
    (db) => db`select public.get_draft_progress(${id}) as answer`,
  );

it("is for the owner and staff", async () => {
  const id = await newDraft(sql, cast.owner);
  for (const person of ["owner", "support", "admin"] as const)
    expect(await progress(id, person)).toEqual({
      status: "draft",
      progress: 0,
      current_step: 0,
      total_steps: 0,
      message: null,
    });
  expect(await progress(id, "stranger")).toBeNull();
  expect(await progress(crypto.randomUUID())).toBeNull();
  await expect(progress(id, "anonymous")).rejects.toMatchObject(notGranted);
});

it("rises with the pieces of the request, and says where it ended", async () => {
  const id = await newDraft(sql, cast.owner, { count: 3 });
  await generate(sql, cast.owner, id);
  expect(await progress(id)).toMatchObject({
    status: "generating",
    progress: 0,
    current_step: 0,
    total_steps: 4,
  });
  const seen: number[] = [];
  for (let jobs = await claim(sql, { limit: 1 }); jobs.length > 0; jobs = await claim(sql, { limit: 1 }))
    for (const job of jobs) {
      await complete(sql, job);
      seen.push(Number((await progress(id))?.progress));
    }
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(new Set(seen).size).toBe(4);
  expect(await progress(id)).toEqual({
    status: "ready",
    progress: 100,
    current_step: 4,
    total_steps: 4,
    message: null,
  });
});

it("says in words for people what went wrong, and looks at the running request rather than the last", async () => {
  const id = await newDraft(sql, cast.owner, { count: 1 });
  await generate(sql, cast.owner, id);
  const [job] = await claim(sql);
  await sql`select public.fail_job(${job?.id ?? ""}, ${job?.attempt ?? 0}, 'provider_rejected_input', 'The model would not.')`;
  expect(await progress(id)).toMatchObject({ status: "failed", message: "The model would not." });
  await generate(sql, cast.owner, id);
  expect(await progress(id)).toMatchObject({ status: "generating", message: null });
  await drain(sql);
});
