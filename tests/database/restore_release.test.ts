import type postgres from "postgres";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { drain, finishedDraft, publish } from "../fixtures/engine.ts";
import { addMember, newPerson } from "../fixtures/members.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;
let slug: string;
let releases: [string, string];

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

/** A universe with two releases, the second with another picture of its one card. */
beforeEach(async () => {
  draftId = await finishedDraft(sql, cast.owner, 1);
  slug = await publish(sql, cast.owner, draftId);
  const [card] = await sql`select id from public.draft_assets where draft_id = ${draftId}`;
  await as(sql, cast.owner, (db) => db`select public.regenerate_asset(${draftId}, ${card?.id}, 'a red one')`);
  await drain(sql);
  await publish(sql, cast.owner, draftId);
  const rows =
    await sql`select r.id from public.releases r join public.universes u on u.id = r.universe_id where u.slug = ${slug} order by number`;
  releases = rows.map(({ id }) => id) as [string, string];
});

const restore = (releaseId: string, person: keyof Cast = "owner") =>
  ask<Record<string, unknown>>(
    sql,
    cast[person],
    (db) => db`select public.restore_release(${draftId}, ${releaseId}) as answer`,
  );
const shown = () =>
  ask<{ release: number; assets: { id: string; image_path: string }[] }>(
    sql,
    cast.anonymous,
    (db) => db`select public.get_universe(${slug}) as answer`,
  );
const statusOf = async () => (await sql`select status from public.drafts where id = ${draftId}`)[0]?.status;

it("is for the owner alone", async () => {
  for (const person of ["stranger", "support", "admin"] as const)
    await expect(restore(releases[0], person)).rejects.toMatchObject({ message: "not_found" });
  await expect(restore(releases[0], "anonymous")).rejects.toMatchObject(notGranted);
  const editor = await newPerson(sql, "editor");
  await addMember(sql, draftId, editor, "editor");
  await expect(
    ask(sql, editor, (db) => db`select public.restore_release(${draftId}, ${releases[0]}) as answer`),
  ).rejects.toMatchObject({ message: "forbidden" });
});

it("shows an older release in full, and the newer one again; the same card has the same id in both", async () => {
  const second = await shown();
  expect(await restore(releases[0])).toMatchObject({ number: 1, is_live: true });
  const first = await shown();
  expect([first.release, second.release]).toEqual([1, 2]);
  expect(first.assets[0]?.id).toBe(second.assets[0]?.id);
  expect(first.assets[0]?.image_path).not.toBe(second.assets[0]?.image_path);
  await restore(releases[1]);
  expect(await shown()).toEqual(second);
});

it("leaves the draft as it is, which then differs from what is shown, and remembers who did it once", async () => {
  expect(await statusOf()).toBe("published");
  await restore(releases[0]);
  expect(await statusOf()).toBe("ready");
  await restore(releases[0]);
  await restore(releases[1]);
  expect(await statusOf()).toBe("published");
  const trail =
    await sql`select e.actor_id, e.data from public.audit_entries e join public.universes u on u.id = e.universe_id
      where u.slug = ${slug} and e.action = 'restore' order by e.id`;
  expect([...trail]).toEqual([
    { actor_id: cast.owner.sub, data: { release: 1, from: 2 } },
    { actor_id: cast.owner.sub, data: { release: 2, from: 1 } },
  ]);
});

it("numbers the next release after all that there were", async () => {
  await restore(releases[0]);
  await publish(sql, cast.owner, draftId);
  expect((await shown()).release).toBe(3);
});

it("knows no release of another universe, and waits for a publication on its way", async () => {
  const other = await finishedDraft(sql, cast.owner, 1);
  await publish(sql, cast.owner, other);
  const [foreign] =
    await sql`select release_id from public.universes u join public.drafts d on d.universe_id = u.id where d.id = ${other}`;
  await expect(restore(foreign?.release_id)).rejects.toMatchObject({ message: "not_found" });
  await as(sql, cast.owner, (db) => db`select public.request_publish(${draftId}, 'public')`);
  await expect(restore(releases[0])).rejects.toMatchObject({ message: "already_running", code: "PT409" });
  await drain(sql);
  expect((await shown()).release).toBe(3);
});
