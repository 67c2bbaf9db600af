import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { drain, finishedDraft, newDraft, publish } from "../fixtures/engine.ts";
import { addMember, newPerson } from "../fixtures/members.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

interface Listed {
  items: Record<string, unknown>[];
  total: number;
}

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const list = (draftId: string, person: keyof Cast = "owner", skip = 0, limit = 50) =>
  ask<Listed>(
    sql,
    cast[person],
    (db) => db`select public.list_releases(${draftId}, ${skip}, ${limit}) as answer`,
  );

it("tells the people of a draft, and staff, what was published of it and in which words, newest first", async () => {
  const draftId = await finishedDraft(sql, cast.owner, 2);
  await publish(sql, cast.owner, draftId);
  await ask(
    sql,
    cast.owner,
    (db) =>
      db`select public.request_publish(${draftId}, 'public', ' A better whale ', 'The class starts') as answer`,
  );
  await drain(sql);
  const { items, total } = await list(draftId);
  expect(total).toBe(2);
  expect(items).toMatchObject([
    {
      number: 2,
      notes: "A better whale",
      override_reason: "The class starts",
      is_live: true,
      card_count: 2,
      gap_count: 12,
    },
    {
      number: 1,
      notes: null,
      override_reason: null,
      is_live: false,
      thumbnail_path: expect.stringMatching(/\.webp$/),
    },
  ]);
  for (const person of ["support", "admin"] as const) expect((await list(draftId, person)).total).toBe(2);
  const viewer = await newPerson(sql, "viewer");
  await addMember(sql, draftId, viewer, "viewer");
  expect(
    await ask<Listed>(sql, viewer, (db) => db`select public.list_releases(${draftId}) as answer`),
  ).toMatchObject({ total: 2 });
  await expect(list(draftId, "stranger")).rejects.toMatchObject({ message: "not_found", code: "PT404" });
  await expect(list(draftId, "anonymous")).rejects.toMatchObject(notGranted);
  expect((await list(draftId, "owner", 1, 5)).items).toMatchObject([{ number: 1 }]);
  expect((await list(draftId, "owner", -1, -1)).items).toEqual([]);
});

it("is empty before the first", async () => {
  expect(await list(await newDraft(sql, cast.owner))).toEqual({ items: [], total: 0 });
});
