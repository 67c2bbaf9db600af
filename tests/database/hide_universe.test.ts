import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { publish } from "../fixtures/engine.ts";
import { hide, publishedUniverse, report, trailOf } from "../fixtures/reports.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const seen = async (slug: string, person: keyof Cast) => {
  const file =
    await sql`select path from private.release_files f join public.releases r on r.id = f.release_id
    join public.universes u on u.id = r.universe_id where u.slug = ${slug} limit 1`;
  return ask<boolean[]>(
    sql,
    cast[person],
    (
      db,
    ) => db`select jsonb_build_array(public.get_universe(${slug}) is not null, public.find_address(${slug}) is not null,
      public.is_file_shown(${file[0]?.path})) as answer`,
  );
};

it("is for admins alone", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  for (const person of ["owner", "stranger", "support"] as const)
    await expect(hide(sql, cast[person], slug)).rejects.toMatchObject({
      message: "forbidden",
      code: "PT403",
    });
  await expect(hide(sql, cast.anonymous, slug)).rejects.toMatchObject(notGranted);
});

it("keeps everybody from seeing a universe and its files at once, and from finding it in the table", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  const rows = (person: keyof Cast) =>
    as(sql, cast[person], (db) => db`select id from public.universes where slug = ${slug}`);
  expect(await seen(slug, "anonymous")).toEqual([true, true, true]);
  expect(await hide(sql, cast.admin, slug)).toMatchObject({ slug, is_hidden: true });
  for (const person of ["anonymous", "owner", "stranger", "support", "admin"] as const)
    expect(await seen(slug, person)).toEqual([false, false, false]);
  for (const person of ["anonymous", "stranger"] as const) expect(await rows(person)).toHaveLength(0);
  expect(await rows("owner")).toHaveLength(1);
  const list = await ask<{ items: { slug: string }[] }>(
    sql,
    cast.anonymous,
    (db) => db`select public.list_universes() as answer`,
  );
  expect(list.items.map((item) => item.slug)).not.toContain(slug);
});

it("lasts, whatever its owner publishes or shows", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  await hide(sql, cast.admin, slug);
  const [draft] =
    await sql`select d.id from public.drafts d join public.universes u on u.id = d.universe_id where u.slug = ${slug}`;
  await publish(sql, cast.owner, draft?.id);
  await ask(sql, cast.owner, (db) => db`select public.edit_universe(${slug}, 'private') as answer`);
  await ask(sql, cast.owner, (db) => db`select public.edit_universe(${slug}, 'public') as answer`);
  expect(
    await ask(sql, cast.anonymous, (db) => db`select public.get_universe(${slug}) as answer`),
  ).toBeNull();
});

it("upholds its open reports, is done once, and is in the trail", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  const id = await report(sql, cast.stranger, slug);
  await hide(sql, cast.admin, slug, " Frightening ");
  const [row] = await sql`select status, decided_by from public.universe_reports where id = ${id}`;
  expect(row).toEqual({ status: "upheld", decided_by: cast.admin.sub });
  expect((await trailOf(sql, slug)).at(-1)).toEqual({
    action: "hide",
    actor_id: cast.admin.sub,
    data: { reason: "Frightening" },
  });
  await expect(hide(sql, cast.admin, slug)).rejects.toMatchObject({ message: "nothing_to_do" });
  await expect(hide(sql, cast.admin, "none")).rejects.toMatchObject({ message: "not_found" });
});
