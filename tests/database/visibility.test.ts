import { beforeAll, describe, expect, it } from "vitest";
import { claim, complete, finishedDraft, generate, newDraft, publish } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  await newDraft(sql, cast.owner);
});

describe("lists", () => {
  it("give at most a hundred rows, whatever is asked for", async () => {
    const { owner } = await newCast(sql);
    await sql`select public.enqueue_jobs((select jsonb_agg(jsonb_build_object(
      'user_id', ${owner.sub ?? ""}::text, 'type', 'notify')) from generate_series(1, 101)))`;
    const [row] = await as<{ found: { items: unknown[]; total: number } }>(
      sql,
      owner,
      (db) => db`select public.list_jobs(p_skip => -1, p_limit => 1000000) as found`,
    );
    expect([row?.found.items.length, row?.found.total]).toEqual([100, 101]);
  });
});

describe("an account", () => {
  it("that is gone can do nothing with the token that it left", async () => {
    const { owner } = await newCast(sql);
    await generate(sql, owner, await newDraft(sql, owner));
    await sql`delete from auth.users where id = ${owner.sub ?? ""}`;
    await expect(newDraft(sql, owner)).rejects.toMatchObject({ message: "not_signed_in", code: "PT401" });
    const left = await sql`select from public.jobs where user_id = ${owner.sub ?? ""}`;
    expect(left).toHaveLength(0);
  });
});

describe("a role", () => {
  it("counts at once when it is taken away", async () => {
    const people = await newCast(sql);
    const count = async () =>
      (await as(sql, people.support, (db) => db`select id from public.drafts`)).length;
    expect(await count()).toBeGreaterThan(0);
    await sql`update public.user_roles set role = 'educator' where user_id = ${people.support.sub ?? ""}`;
    expect(await count()).toBe(0);
  });

  it("cannot be given by oneself", async () => {
    await expect(
      as(sql, cast.owner, (db) => db`update public.user_roles set role = 'admin'`),
    ).rejects.toMatchObject({ code: "42501" });
  });
});

describe("published universes", () => {
  it("are listed when public, found by address when unlisted, and tell nobody their owner", async () => {
    const other = await newCast(sql);
    const openSlug = await publish(sql, other.owner, await finishedDraft(sql, other.owner));
    const quietSlug = await publish(sql, other.owner, await finishedDraft(sql, other.owner), "unlisted");
    const [list] = await as<{ found: { items: { slug: string }[] } }>(
      sql,
      cast.anonymous,
      (db) => db`select public.list_universes() as found`,
    );
    const slugs = list?.found.items.map((item) => item.slug) ?? [];
    expect(slugs).toContain(openSlug);
    expect(slugs).not.toContain(quietSlug);
    const rows = await as(sql, cast.anonymous, (db) => db`select slug from public.universes`);
    expect(rows).toEqual([{ slug: openSlug }]);
    for (const slug of [openSlug, quietSlug]) {
      const [found] = await as<{ universe: { assets: unknown[] } | null }>(
        sql,
        cast.anonymous,
        (db) => db`select public.get_universe(${slug}) as universe`,
      );
      expect(found?.universe?.assets.length).toBe(3);
    }
    for (const person of ["anonymous", "stranger"] as const)
      for (const secret of ["owner_id from public.universes", "image_prompt from public.release_assets"])
        await expect(as(sql, cast[person], (db) => db.unsafe(`select ${secret}`))).rejects.toMatchObject({
          code: "42501",
        });
    const cards = await as(sql, cast.anonymous, (db) => db`select release_id from public.release_assets`);
    expect(cards.length).toBe(3);
  });

  it("change to the new release in one step, and the old one stays", async () => {
    const { owner } = await newCast(sql);
    const id = await finishedDraft(sql, owner);
    const slug = await publish(sql, owner, id);
    const [asset] =
      await sql`select id from public.draft_assets where draft_id = ${id} order by sort_order limit 1`;
    await as(sql, owner, (db) => db`select public.regenerate_asset(${id}, ${asset?.id}, 'a red one')`);
    const [job] = await claim(sql);
    if (job) await complete(sql, job);
    const before = await sql`select public.get_universe(${slug}) as universe`;
    expect(before[0]?.universe.release).toBe(1);
    await publish(sql, owner, id);
    const [after] = await sql`select public.get_universe(${slug}) as universe`;
    expect(after?.universe.release).toBe(2);
    expect(after?.universe.assets[0].image_path).not.toBe(before[0]?.universe.assets[0].image_path);
    const releases =
      await sql`select number from public.releases r join public.drafts d using (universe_id) where d.id = ${id}`;
    expect(releases.length).toBe(2);
  });
});
