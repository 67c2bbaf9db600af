import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { hide, publishedUniverse } from "../fixtures/reports.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const list = (person: keyof Cast, universeId: string | null = null, skip = 0, limit = 50) =>
  ask<{ items: Record<string, unknown>[]; total: number }>(
    sql,
    cast[person],
    (db) => db`select public.list_audit_entries(${universeId}, ${skip}, ${limit}) as answer`,
  );

it("gives staff the trail, newest first, of one universe or of all, also when it is gone", async () => {
  const [first, second] = [
    await publishedUniverse(sql, cast.owner),
    await publishedUniverse(sql, cast.owner),
  ];
  await hide(sql, cast.admin, first);
  const [row] =
    await sql`select u.id, d.id as draft_id from public.universes u join public.drafts d on d.universe_id = u.id where slug = ${first}`;
  for (const person of ["support", "admin"] as const)
    expect((await list(person)).items.map(({ action, slug }) => [action, slug])).toEqual([
      ["hide", first],
      ["publish", second],
      ["publish", first],
    ]);
  expect(await list("admin", row?.id, 1, 1)).toMatchObject({ items: [{ action: "publish" }], total: 2 });
  await as(sql, cast.owner, (db) => db`select public.delete_draft(${row?.draft_id})`);
  expect((await list("admin", row?.id)).items).toMatchObject([
    { action: "hide", slug: null, universe_id: row?.id, actor_email: expect.stringContaining("admin-") },
    { action: "publish", slug: null, actor_email: expect.stringContaining("owner-") },
  ]);
});

it("is for staff alone, and nobody writes it", async () => {
  for (const person of ["owner", "stranger"] as const)
    await expect(list(person)).rejects.toMatchObject({ message: "forbidden" });
  await expect(list("anonymous")).rejects.toMatchObject(notGranted);
  for (const person of ["owner", "support", "admin"] as const)
    for (const statement of [
      "insert into public.audit_entries (action) values ('publish')",
      "delete from public.audit_entries",
      "update public.audit_entries set action = 'x'",
    ])
      await expect(as(sql, cast[person], (db) => db.unsafe(statement))).rejects.toMatchObject(notGranted);
});
