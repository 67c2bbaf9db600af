import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { finishedDraft, newDraft, publish } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const get = (person: keyof Cast, id: string) =>
  ask<Record<string, unknown> | null>(
    sql,
    cast[person],
    (db) => db`select public.get_draft(${id}) as answer`,
  );

it("gives a draft to its owner and to staff, and nothing to others", async () => {
  const id = await newDraft(sql, cast.owner, { count: 4 });
  for (const person of ["owner", "support", "admin"] as const)
    expect(await get(person, id)).toMatchObject({
      id,
      name: "The ocean",
      theme: "ocean",
      count: 4,
      status: "draft",
      progress: 0,
      visibility: "private",
      release: null,
      active_job_id: null,
      thumbnail_path: null,
      languages: ["fr", "en", "es", "it", "de"],
      names: { fr: "L'océan", it: "L'oceano" },
    });
  expect(await get("stranger", id)).toBeNull();
  expect(await get("owner", crypto.randomUUID())).toBeNull();
  await expect(get("anonymous", id)).rejects.toMatchObject(notGranted);
  await expect(get("owner", "x")).rejects.toMatchObject({ code: "22P02" });
});

it("shows the first picture, and the release once there is one", async () => {
  const id = await finishedDraft(sql, cast.owner, 2);
  const [first] =
    await sql`select storage_path from public.draft_assets a join public.draft_asset_versions v on v.id = a.image_version_id
    where draft_id = ${id} order by sort_order limit 1`;
  expect(await get("owner", id)).toMatchObject({
    status: "ready",
    progress: 100,
    thumbnail_path: first?.storage_path,
    release: null,
  });
  const slug = await publish(sql, cast.owner, id);
  expect(await get("owner", id)).toMatchObject({
    status: "published",
    slug,
    visibility: "public",
    release: 1,
  });
});
