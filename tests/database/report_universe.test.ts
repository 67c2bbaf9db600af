import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { publishedUniverse, report } from "../fixtures/reports.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const stored = async (id: string) => ({
  ...(
    await sql`select reason, details, status, release_number, reporter_id from public.universe_reports where id = ${id}`
  )[0],
});

it("is for whoever is signed in and can see the universe, but its owner", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  await expect(report(sql, cast.anonymous, slug)).rejects.toMatchObject(notGranted);
  await expect(report(sql, cast.owner, slug)).rejects.toMatchObject({ message: "forbidden", code: "PT403" });
  for (const person of ["stranger", "support", "admin"] as const)
    expect(await stored(await report(sql, cast[person], slug))).toMatchObject({
      status: "open",
      release_number: 1,
      reporter_id: cast[person].sub,
    });
  await sql`update public.universes set visibility = 'private' where slug = ${slug}`;
  for (const wrong of [slug, "none", ""])
    await expect(report(sql, cast.stranger, wrong)).rejects.toMatchObject({ message: "not_found" });
});

it("is one report of a person while it is open, in the last words", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  const first = await report(sql, cast.stranger, slug, "wrong", "A whale is no fish.");
  expect(await report(sql, cast.stranger, slug, "copied")).toBe(first);
  expect(await stored(first)).toMatchObject({ reason: "copied", details: "A whale is no fish." });
  await sql`update public.universe_reports set status = 'dismissed', decided_at = now() where id = ${first}`;
  expect(await report(sql, cast.stranger, slug)).not.toBe(first);
});

it("takes known reasons and 1,000 characters", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  await expect(report(sql, cast.stranger, slug, "boring")).rejects.toMatchObject({ code: "23514" });
  await expect(report(sql, cast.stranger, slug, null)).rejects.toMatchObject({ code: "23502" });
  await expect(report(sql, cast.stranger, slug, "other", "a".repeat(1001))).rejects.toMatchObject({
    code: "23514",
  });
  expect(await stored(await report(sql, cast.stranger, slug, "other", "  "))).toMatchObject({
    details: null,
  });
});

it("is made 20 times in a day by one person", async () => {
  const { stranger } = await newCast(sql);
  const slug = await publishedUniverse(sql, cast.owner);
  await sql`
    insert into public.universe_reports (universe_id, reporter_id, release_number, reason, status, decided_at, created_at)
    select id, ${stranger.sub ?? ""}, 1, 'other', 'dismissed', now(), now() - interval '23 hours' from public.universes, generate_series(1, 20)
    where slug = ${slug}`;
  await expect(report(sql, stranger, slug)).rejects.toMatchObject({ message: "rate_limited", code: "PT429" });
  await sql`update public.universe_reports set created_at = now() - interval '25 hours' where reporter_id = ${stranger.sub ?? ""}`;
  expect(await report(sql, stranger, slug)).toBeTruthy();
});

it("is read by staff alone, in the table too", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  const id = await report(sql, cast.stranger, slug);
  const seen = (person: keyof Cast) =>
    ask<number>(
      sql,
      cast[person],
      (db) => db`select count(*)::int as answer from public.universe_reports where id = ${id}`,
    );
  expect(await Promise.all((["owner", "stranger", "support", "admin"] as const).map(seen))).toEqual([
    0, 0, 1, 1,
  ]);
  await expect(seen("anonymous")).rejects.toMatchObject(notGranted);
});
