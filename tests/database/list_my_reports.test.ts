import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { myReportSchema } from "../../lib/reports/schema.ts";
import type { Claims } from "../../supabase/local/keyring.ts";
import { ask, notGranted } from "../fixtures/ask.ts";
import { newPerson } from "../fixtures/members.ts";
import { hide, publishedUniverse, report, unhide } from "../fixtures/reports.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

interface Mine {
  items: Record<string, unknown>[];
  total: number;
}

const mine = (person: Claims, skip = 0, limit = 50) =>
  ask<Mine>(sql, person, (db) => db`select public.list_my_reports(${skip}, ${limit}) as answer`);
const dismiss = (id: string) =>
  ask<null>(sql, cast.admin, (db) => db`select public.dismiss_report(${id}) as answer`);

it("tells whoever reported what came of it, until the universe is seen again", async () => {
  const lea = await newPerson(sql, "lea");
  const slug = await publishedUniverse(sql, cast.owner);
  const id = await report(sql, lea, slug, "wrong", "A whale is no fish.");
  expect((await mine(lea)).items).toMatchObject([
    {
      id,
      reason: "wrong",
      details: "A whale is no fish.",
      status: "open",
      decided_at: null,
      shown_again_at: null,
      slug,
      thumbnail_path: expect.stringMatching(/\.webp$/),
    },
  ]);
  // As the studio reads it: a language in which it has no name is null.
  await sql`
    update public.releases set names = names || '{"it": null}' where universe_id = (select id from public.universes where slug = ${slug})`;
  const { thumbnail_path: _, ...row } = (await mine(lea)).items[0] ?? {};
  expect(myReportSchema.parse({ ...row, thumbnail_url: null })).toMatchObject({ id, names: { it: null } });
  await hide(sql, cast.admin, slug);
  expect((await mine(lea)).items).toMatchObject([
    {
      status: "upheld",
      decided_at: expect.any(String),
      shown_again_at: null,
      slug: null,
      thumbnail_path: null,
    },
  ]);
  await unhide(sql, cast.admin, slug);
  expect((await mine(lea)).items).toMatchObject([
    { status: "upheld", decided_at: expect.any(String), shown_again_at: expect.any(String), slug },
  ]);
});

it("keeps when it was first seen again, whatever is decided about it later", async () => {
  const [lea, tom] = [await newPerson(sql, "lea"), await newPerson(sql, "tom")];
  const slug = await publishedUniverse(sql, cast.owner);
  await report(sql, lea, slug);
  await hide(sql, cast.admin, slug);
  await unhide(sql, cast.admin, slug);
  const [before] = (await mine(lea)).items;
  await report(sql, tom, slug);
  await hide(sql, cast.admin, slug);
  expect((await mine(tom)).items).toMatchObject([{ status: "upheld", shown_again_at: null }]);
  await unhide(sql, cast.admin, slug);
  expect((await mine(lea)).items).toEqual([before]);
  expect((await mine(tom)).items).toMatchObject([{ shown_again_at: expect.any(String) }]);
});

it("says when there was nothing wrong, which showing a universe again does not touch", async () => {
  const [lea, tom] = [await newPerson(sql, "lea"), await newPerson(sql, "tom")];
  const slug = await publishedUniverse(sql, cast.owner);
  await dismiss(await report(sql, lea, slug));
  await report(sql, tom, slug);
  await hide(sql, cast.admin, slug);
  await unhide(sql, cast.admin, slug);
  expect((await mine(lea)).items).toMatchObject([{ status: "dismissed", shown_again_at: null, slug }]);
});

it("has nothing of owners, of staff, and of others who reported", async () => {
  const [lea, tom] = [await newPerson(sql, "lea"), await newPerson(sql, "tom")];
  const slug = await publishedUniverse(sql, cast.owner);
  await report(sql, lea, slug, "wrong", "Words of Lea");
  await report(sql, tom, slug, "other", "Words of Tom");
  await hide(sql, cast.admin, slug, "Words for the owner");
  const { items, total } = await mine(lea);
  expect(total).toBe(1);
  expect(Object.keys(items[0] ?? {}).sort()).toEqual([
    "created_at",
    "decided_at",
    "details",
    "id",
    "name",
    "names",
    "reason",
    "shown_again_at",
    "slug",
    "status",
    "thumbnail_path",
  ]);
  const told = JSON.stringify(items);
  for (const secret of ["Words of Tom", "Words for the owner", cast.owner.sub, cast.admin.sub, tom.sub])
    expect(told).not.toContain(secret);
});

it("gives no address of what is not for everybody any more, and the name that was reported", async () => {
  const lea = await newPerson(sql, "lea");
  const slug = await publishedUniverse(sql, cast.owner);
  await report(sql, lea, slug);
  const [{ name } = {}] = (await mine(lea)).items;
  for (const visibility of ["unlisted", "private"]) {
    await sql`update public.universes set visibility = ${visibility}, name = 'Called otherwise now' where slug = ${slug}`;
    expect((await mine(lea)).items).toMatchObject([{ slug: null, thumbnail_path: null, name }]);
  }
  expect(name).not.toBe("Called otherwise now");
});

it("is the latest first, in pages, of the caller alone", async () => {
  const lea = await newPerson(sql, "lea");
  const ids: string[] = [];
  for (const hours of [3, 2, 1]) {
    const id = await report(sql, lea, await publishedUniverse(sql, cast.owner));
    await sql`update public.universe_reports set created_at = now() - make_interval(hours => ${hours}) where id = ${id}`;
    ids.unshift(id);
  }
  expect((await mine(lea)).items.map(({ id }) => id)).toEqual(ids);
  expect(await mine(lea, 1, 1)).toMatchObject({ total: 3, items: [{ id: ids[1] }] });
  for (const person of ["owner", "admin", "support"] as const)
    expect((await mine(cast[person])).items.filter(({ id }) => ids.includes(id as string))).toEqual([]);
  await expect(mine(cast.anonymous)).rejects.toMatchObject(notGranted);
});
