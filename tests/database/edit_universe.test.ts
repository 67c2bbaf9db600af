import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { finishedDraft, newDraft, publish } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const edit = (
  slug: string,
  visibility: string | null,
  person: keyof Cast = "owner",
  newSlug: string | null = null,
) =>
  ask<Record<string, unknown>>(
    sql,
    cast[person],
    (db) => db`select public.edit_universe(${slug}, ${visibility}, ${newSlug}) as answer`,
  );
const trail = async (slug: string) =>
  (
    await sql`select e.action, e.actor_id, e.data from public.audit_entries e join public.universes u on u.id = e.universe_id
      where u.slug = ${slug} order by e.id`
  ).map((row) => ({ ...row }));

it("is for the owner alone; a universe that is not shown does not exist for the others", async () => {
  const slug = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner, 1));
  await expect(edit(slug, "private", "anonymous")).rejects.toMatchObject(notGranted);
  for (const person of ["stranger", "support", "admin"] as const)
    await expect(edit(slug, "private", person)).rejects.toMatchObject({
      message: "forbidden",
      code: "PT403",
    });
  await edit(slug, "private");
  for (const person of ["stranger", "support", "admin"] as const)
    await expect(edit(slug, "public", person)).rejects.toMatchObject({ message: "not_found", code: "PT404" });
});

it("takes a universe back and shows it again, as it was, and remembers who did", async () => {
  const slug = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner, 1));
  expect(await edit(slug, "private")).toMatchObject({ slug, visibility: "private", release: 1 });
  const shown = () =>
    ask<boolean>(sql, cast.anonymous, (db) => db`select public.get_universe(${slug}) is not null as answer`);
  expect(await shown()).toBe(false);
  expect(await edit(slug, "public")).toMatchObject({ slug, visibility: "public", is_hidden: false });
  expect(await shown()).toBe(true);
  const actor_id = cast.owner.sub;
  expect(await trail(slug)).toEqual([
    { action: "publish", actor_id, data: { release: 1, visibility: "public", gaps: expect.any(Number) } },
    { action: "visibility", actor_id, data: { from: "public", to: "private" } },
    { action: "visibility", actor_id, data: { from: "private", to: "public" } },
  ]);
});

it("tells the people of the draft, in whichever way it was asked", async () => {
  const draftId = await finishedDraft(sql, cast.owner, 1);
  const slug = await publish(sql, cast.owner, draftId);
  const heard = async () =>
    (
      await sql`select payload -> 'record' as record from realtime.messages
        where topic = ${`draft:${draftId}`} and payload ->> 'table' = 'drafts' order by inserted_at desc, (payload ->> 'sequence')::bigint desc limit 1`
    )[0]?.record;
  await edit(slug, null, "owner", "blue-depths");
  expect(await heard()).toMatchObject({ slug: "blue-depths", visibility: "public" });
  await as(
    sql,
    cast.owner,
    (db) => db`select public.edit_draft(${draftId}, ${sql.json({ visibility: "unlisted" })})`,
  );
  expect(await heard()).toMatchObject({
    slug: expect.stringMatching(/-[0-9a-f]{32}$/),
    visibility: "unlisted",
  });
});

it("says to strangers nothing of a universe that is unlisted now, at the address that it had in public", async () => {
  const slug = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner, 1));
  await edit(slug, "unlisted");
  await expect(edit(slug, "private", "stranger")).rejects.toMatchObject({ code: "PT404" });
});

it("does not make a secret address a public one", async () => {
  const slug = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner, 1));
  const { slug: secret } = await edit(slug, "unlisted");
  await edit(slug, "public");
  await expect(edit(slug, null, "owner", String(secret))).rejects.toMatchObject({ message: "slug_taken" });
});

it("chooses no address for an unlisted universe, and none that is no address", async () => {
  const slug = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner, 1), "unlisted");
  await expect(edit(slug, null, "owner", "guess-me")).rejects.toMatchObject({ message: "validation_failed" });
  for (const wrong of ["", "A", "a--b", "-a", "a/b", "a".repeat(101)])
    await expect(edit(slug, "public", "owner", wrong)).rejects.toMatchObject({ code: "23514" });
  expect(await edit(slug, "public", "owner", "choose-me")).toMatchObject({ slug: "choose-me" });
});

it("works before the first release, too", async () => {
  const draftId = await newDraft(sql, cast.owner);
  const [row] =
    await sql`select slug from public.universes u join public.drafts d on d.universe_id = u.id where d.id = ${draftId}`;
  expect(await edit(row?.slug, "public")).toMatchObject({
    visibility: "public",
    release: null,
    published_at: null,
  });
});
