import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { claim, complete, finishedDraft, newDraft, publish } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

interface Universe {
  id: string;
  slug: string;
  release: number;
  assets: Record<string, unknown>[];
}

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const get = (slug: string | null, person: keyof Cast = "anonymous") =>
  ask<Universe | null>(sql, cast[person], (db) => db`select public.get_universe(${slug}) as answer`);

describe("a published universe", () => {
  it("is open to everyone who has its address, public or unlisted, with its cards in order", async () => {
    for (const visibility of ["public", "unlisted"] as const) {
      const slug = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner), visibility);
      for (const person of ["anonymous", "owner", "stranger", "support", "admin"] as const) {
        const universe = await get(slug, person);
        expect(universe).toMatchObject({
          slug,
          visibility,
          release: 1,
          name: "The ocean",
          background_color: "#0c4a6e",
        });
        expect(universe?.assets.map(({ sort_order }) => sort_order)).toEqual([0, 1, 2]);
        expect(universe?.assets[0]).toMatchObject({ names: { fr: "whale fr", en: "whale" } });
      }
    }
  });

  it("tells nobody whose it is, nor the words that its pictures were made from", async () => {
    const slug = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner));
    const text = JSON.stringify(await get(slug));
    for (const secret of [
      cast.owner.sub ?? "",
      "owner",
      "prompt",
      "picture-book",
      "job",
      "storage_path",
      "draft",
    ])
      expect(text).not.toContain(secret);
  });

  it("changes to the new release in one step, and the old one stays", async () => {
    const { owner } = await newCast(sql);
    const id = await finishedDraft(sql, owner);
    const slug = await publish(sql, owner, id);
    const [asset] =
      await sql`select id from public.draft_assets where draft_id = ${id} order by sort_order limit 1`;
    await as(sql, owner, (db) => db`select public.regenerate_asset(${id}, ${asset?.id}, 'a red one')`);
    const [job] = await claim(sql);
    if (job) await complete(sql, job);
    const before = await get(slug);
    expect(before?.release).toBe(1);
    await publish(sql, owner, id);
    const after = await get(slug);
    expect(after?.release).toBe(2);
    expect(after?.assets[0]?.image_path).not.toBe(before?.assets[0]?.image_path);
    const releases =
      await sql`select number from public.releases r join public.drafts d using (universe_id) where d.id = ${id}`;
    expect(releases.length).toBe(2);
  });
});

describe("there is none", () => {
  it("for a draft, not even for its owner, nor for one that was taken back", async () => {
    const draftId = await newDraft(sql, cast.owner);
    const [row] =
      await sql`select slug from public.universes u join public.drafts d on d.universe_id = u.id where d.id = ${draftId}`;
    for (const person of ["anonymous", "owner", "admin"] as const)
      expect(await get(row?.slug, person)).toBeNull();
    const slug = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner));
    await sql`update public.universes set visibility = 'private' where slug = ${slug}`;
    expect(await get(slug)).toBeNull();
  });

  it.each(["no-such-universe", "", "%", "ocean%", "' or true --", "\\", "é".repeat(5000), null])(
    "at an address like %j",
    async (slug) => {
      expect(await get(slug)).toBeNull();
    },
  );
});
