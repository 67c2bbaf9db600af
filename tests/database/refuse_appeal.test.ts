import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { appeal, hide, publishedUniverse, trailOf, unhide } from "../fixtures/reports.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const refuse = (slug: string, person: keyof Cast = "admin", answer = " The shark bites. ") =>
  ask<null>(sql, cast[person], (db) => db`select public.refuse_appeal(${slug}, ${answer}) as answer`);
const hiding = (slug: string) =>
  ask<Record<string, unknown> | null>(
    sql,
    cast.owner,
    (
      db,
    ) => db`select public.get_draft(d.id) -> 'hiding' as answer from public.drafts d join public.universes u
      on u.id = d.universe_id where u.slug = ${slug}`,
  );

it("is for admins alone, about an objection that waits, once", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  for (const person of ["owner", "stranger", "support"] as const)
    await expect(refuse(slug, person)).rejects.toMatchObject({ message: "forbidden" });
  await expect(refuse(slug, "anonymous")).rejects.toMatchObject(notGranted);
  const done = { message: "nothing_to_do", code: "PT409" };
  await expect(refuse(slug)).rejects.toMatchObject(done);
  await hide(sql, cast.admin, slug);
  await expect(refuse(slug)).rejects.toMatchObject(done);
  await appeal(sql, cast.owner, slug);
  await refuse(slug);
  await expect(refuse(slug)).rejects.toMatchObject(done);
  await expect(appeal(sql, cast.owner, slug, "Please.")).rejects.toMatchObject(done);
  expect((await trailOf(sql, slug)).at(-1)).toEqual({
    action: "refuse_appeal",
    actor_id: cast.admin.sub,
    data: { answer: "The shark bites." },
  });
});

it("is told to the people of the draft, and so is a universe that is seen again, for a week", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  expect(await hiding(slug)).toBeNull();
  await hide(sql, cast.admin, slug);
  expect(await hiding(slug)).toMatchObject({ reason: "Frightening", answered_at: null, ended_at: null });
  await appeal(sql, cast.owner, slug);
  await refuse(slug);
  expect(await hiding(slug)).toMatchObject({ answer: "The shark bites.", ended_at: null });
  await ask(
    sql,
    cast.admin,
    (db) => db`select public.unhide_universe(${slug}, ' You are right after all. ') as answer`,
  );
  expect(await hiding(slug)).toMatchObject({
    answer: "You are right after all.",
    ended_at: expect.any(String),
  });
  await sql`update private.hidings set ended_at = ended_at - interval '7 days'`;
  expect(await hiding(slug)).toBeNull();
  await hide(sql, cast.admin, slug, "Again");
  expect(await hiding(slug)).toMatchObject({ reason: "Again", appeal: null, answer: null, ended_at: null });
});

it("is heard where the draft is open", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  const heard = async () =>
    (
      await sql`
        select m.payload #>> '{record,hiding,answer}' as answer, m.payload #>> '{record,hiding,appeal}' as appeal
        from realtime.messages m join public.drafts d on m.topic = 'draft:' || d.id join public.universes u on u.id = d.universe_id
        where u.slug = ${slug} and m.payload ->> 'table' = 'drafts' order by m.inserted_at desc limit 1`
    )[0];
  await hide(sql, cast.admin, slug);
  await appeal(sql, cast.owner, slug);
  expect(await heard()).toEqual({ answer: null, appeal: "It is a kind shark." });
  await refuse(slug);
  expect(await heard()).toMatchObject({ answer: "The shark bites." });
});

it("has 1 to 1,000 characters", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  await hide(sql, cast.admin, slug);
  await appeal(sql, cast.owner, slug);
  for (const text of ["  ", "a".repeat(1001)])
    await expect(refuse(slug, "admin", text)).rejects.toMatchObject({ code: "23514" });
  await unhide(sql, cast.admin, slug);
});
