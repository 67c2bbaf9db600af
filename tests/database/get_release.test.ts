import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { drain, finishedDraft, publish } from "../fixtures/engine.ts";
import { addMember, newPerson } from "../fixtures/members.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

interface Looked {
  release: { number: number };
  now: { assets: { id: string; image_path: string }[] };
  before: Looked["now"] | null;
  since: number | null;
}

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;
let releases: string[];

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  draftId = await finishedDraft(sql, cast.owner, 1);
  await publish(sql, cast.owner, draftId);
  const [card] = await sql`select id from public.draft_assets where draft_id = ${draftId}`;
  await as(sql, cast.owner, (db) => db`select public.regenerate_asset(${draftId}, ${card?.id}, 'a red one')`);
  await drain(sql);
  await publish(sql, cast.owner, draftId);
  releases = (
    await sql`select r.id from public.releases r join public.drafts d on d.universe_id = r.universe_id
      where d.id = ${draftId} order by number`
  ).map(({ id }) => id);
});

const get = (releaseId: string | undefined, person: keyof Cast = "owner", ofDraft = draftId) =>
  ask<Looked>(
    sql,
    cast[person],
    (db) => db`select public.get_release(${ofDraft}, ${releaseId ?? null}) as answer`,
  );

it("gives a release and the one before it in full, to the people of the draft and staff", async () => {
  const first = await get(releases[0]);
  expect(first).toMatchObject({ release: { number: 1 }, before: null, since: null });
  const second = await get(releases[1]);
  expect(second).toMatchObject({ release: { number: 2, is_live: true }, since: 1, before: first.now });
  expect(second.now.assets[0]?.id).toBe(first.now.assets[0]?.id);
  expect(second.now.assets[0]?.image_path).not.toBe(first.now.assets[0]?.image_path);
  for (const person of ["support", "admin"] as const) expect(await get(releases[1], person)).toEqual(second);
  const viewer = await newPerson(sql, "viewer");
  await addMember(sql, draftId, viewer, "viewer");
  expect(
    await ask(sql, viewer, (db) => db`select public.get_release(${draftId}, ${releases[1] ?? ""}) as answer`),
  ).toEqual(second);
});

it("tells nobody else, and nothing of another universe", async () => {
  await expect(get(releases[0], "stranger")).rejects.toMatchObject({ message: "not_found", code: "PT404" });
  await expect(get(releases[0], "anonymous")).rejects.toMatchObject(notGranted);
  const other = await finishedDraft(sql, cast.owner, 1);
  await expect(get(releases[0], "owner", other)).rejects.toMatchObject({ message: "not_found" });
});
