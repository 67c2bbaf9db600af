import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { claim, complete, drain, finishedDraft, generate, newDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const list = (id: string, person: keyof Cast = "owner") =>
  ask<Record<string, unknown>[]>(
    sql,
    cast[person],
    (db) => db`select public.list_draft_assets(${id}) as answer`,
  );

it("gives the cards to the owner and to staff, in their order, with names and pictures", async () => {
  const id = await finishedDraft(sql, cast.owner, 3);
  for (const person of ["owner", "support", "admin"] as const) {
    const cards = await list(id, person);
    expect(cards.map(({ sort_order, concept }) => [sort_order, concept])).toEqual([
      [0, "whale"],
      [1, "crab"],
      [2, "fish"],
    ]);
    expect(cards[0]).toMatchObject({
      draft_id: id,
      status: "ready",
      progress: 100,
      names: { fr: "whale fr", en: "whale", de: "whale de" },
      image_path: expect.stringContaining(`${cast.owner.sub}/`),
      image_prompt: expect.stringContaining("whale"),
      error_code: null,
    });
  }
});

it("gives nothing to strangers, and nothing of an unknown or empty draft", async () => {
  const id = await finishedDraft(sql, cast.owner, 1);
  expect(await list(id, "stranger")).toEqual([]);
  expect(await list(crypto.randomUUID())).toEqual([]);
  expect(await list(await newDraft(sql, cast.owner))).toEqual([]);
  await expect(list(id, "anonymous")).rejects.toMatchObject(notGranted);
});

it("shows what is being made and what could not be", async () => {
  const id = await newDraft(sql, cast.owner, { count: 2 });
  await generate(sql, cast.owner, id);
  for (const job of await claim(sql)) await complete(sql, job);
  const [one, two] = await claim(sql);
  expect((await list(id)).map(({ status, image_path }) => [status, image_path])).toEqual([
    ["generating", null],
    ["generating", null],
  ]);
  await sql`select public.update_job_progress(${one?.id ?? ""}, ${one?.attempt ?? 0}, 40)`;
  await sql`select public.fail_job(${two?.id ?? ""}, ${two?.attempt ?? 0}, 'flagged', 'Not for children.')`;
  const cards = await list(id);
  expect(cards.find((card) => card.id === one?.asset_id)).toMatchObject({
    status: "generating",
    progress: 40,
  });
  expect(cards.find((card) => card.id === two?.asset_id)).toMatchObject({
    status: "failed",
    progress: 0,
    error_code: "flagged",
    error_message: "Not for children.",
  });
  if (one) await complete(sql, one);
  await drain(sql);
});
