import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { finishedDraft, newDraft, publish } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const answers = (slug: string | null, person: keyof Cast = "anonymous") =>
  ask<{ has: boolean; got: boolean }>(
    sql,
    cast[person],
    (db) =>
      db`select jsonb_build_object('has', public.has_universe(${slug}), 'got', public.get_universe(${slug}) is not null) as answer`,
  );

it("is true exactly where get_universe answers, for everyone", async () => {
  const draftId = await newDraft(sql, cast.owner);
  const [draft] =
    await sql`select slug from public.universes u join public.drafts d on d.universe_id = u.id where d.id = ${draftId}`;
  const open = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner));
  const quiet = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner), "unlisted");
  const gone = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner));
  await sql`update public.universes set visibility = 'private' where slug = ${gone}`;
  for (const person of ["anonymous", "owner", "stranger", "support", "admin"] as const) {
    for (const slug of [open, quiet]) expect(await answers(slug, person)).toEqual({ has: true, got: true });
    for (const slug of [gone, draft?.slug, "none", "", "%", null])
      expect(await answers(slug, person)).toEqual({ has: false, got: false });
  }
});
