import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { finishedDraft, newDraft, publish } from "../fixtures/engine.ts";
import { untilWaiting } from "../fixtures/waiting.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const find = (slug: string | null, person: keyof Cast = "anonymous") =>
  ask<string | null>(sql, cast[person], (db) => db`select public.find_address(${slug}) as answer`);
const isShown = (slug: string | null) =>
  ask<boolean>(sql, cast.anonymous, (db) => db`select public.get_universe(${slug}) is not null as answer`);
const edit = (slug: string, visibility: string | null, newSlug: string | null = null) =>
  ask<{ slug: string }>(
    sql,
    cast.owner,
    (db) => db`select public.edit_universe(${slug}, ${visibility}, ${newSlug}) as answer`,
  );
const slugOf = async (draftId: string) =>
  (
    await sql`select slug from public.universes u join public.drafts d on d.universe_id = u.id where d.id = ${draftId}`
  )[0]?.slug as string;
const secret = /^the-ocean-[0-9a-f]{32}$/;

it("gives an address back exactly where get_universe answers, to everyone", async () => {
  const draft = await slugOf(await newDraft(sql, cast.owner));
  const open = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner));
  const quiet = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner), "unlisted");
  const gone = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner));
  await edit(gone, "private");
  for (const person of ["anonymous", "owner", "stranger", "support", "admin"] as const) {
    for (const slug of [open, quiet]) {
      expect(await find(slug, person)).toBe(slug);
      expect(await isShown(slug)).toBe(true);
    }
    for (const slug of [gone, draft, "none", "", "%", null]) {
      expect(await find(slug, person)).toBeNull();
      expect(await isShown(slug)).toBe(false);
    }
  }
});

describe("an unlisted universe", () => {
  it("has an address with 122 random bits, and the one from before leads nowhere", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    const before = await slugOf(draftId);
    const quiet = await publish(sql, cast.owner, draftId, "unlisted");
    expect(quiet).toMatch(secret);
    expect(await find(before)).toBeNull();
  });

  it("has it from its first moment on where it is made so", async () => {
    const id = await ask<string>(
      sql,
      cast.owner,
      (db) => db`select public.create_draft('ocean', p_visibility => 'unlisted') as answer`,
    );
    expect(await slugOf(id)).toMatch(secret);
  });

  it("that goes public gets one to read, and both lead there; unlisted again, it is found where it was before", async () => {
    const quiet = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner, 1), "unlisted");
    const { slug: open } = await edit(quiet, "public");
    expect(open).toMatch(/^the-ocean(-\d+)?$/);
    expect([await find(quiet), await find(open)]).toEqual([open, open]);
    expect(await edit(open, "unlisted")).toMatchObject({ slug: quiet });
    expect([await find(quiet), await find(open)]).toEqual([quiet, null]);
    expect(await edit(quiet, "public")).toMatchObject({ slug: open });
  });
});

describe("an address that was given up", () => {
  it("leads to the new one, also over several", async () => {
    const first = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner, 1));
    await edit(first, null, "deep-sea-one");
    expect(await edit(first, null, "deep-sea-two")).toMatchObject({ slug: "deep-sea-two" });
    for (const slug of [first, "deep-sea-one", "deep-sea-two"]) expect(await find(slug)).toBe("deep-sea-two");
    expect(await edit("deep-sea-two", null, first)).toMatchObject({ slug: first });
    for (const slug of [first, "deep-sea-one", "deep-sea-two"]) expect(await find(slug)).toBe(first);
  });

  it("is nobody else's: not by choice, and not by a name", async () => {
    const first = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner, 1));
    await edit(first, null, "given-up");
    await edit("given-up", null, "taken-then");
    const other = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner, 1));
    for (const taken of [first, "given-up", "taken-then"])
      await expect(edit(other, null, taken)).rejects.toMatchObject({ message: "slug_taken", code: "PT409" });
    const id = await ask<string>(
      sql,
      cast.stranger,
      (db) => db`select public.create_draft('ocean', 'Given up') as answer`,
    );
    expect(await slugOf(id)).toBe("given-up-2");
  });

  it("is given to one of two that go public under one name at once, and the other may ask again", async () => {
    const newUnlisted = async () => {
      const slug = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner, 1), "unlisted");
      await sql`update public.universes set name = 'Twin seas' where slug = ${slug}`;
      await sql`delete from private.addresses where slug <> ${slug}
        and universe_id = (select id from public.universes where slug = ${slug})`;
      return slug;
    };
    const [one, two] = [await newUnlisted(), await newUnlisted()];
    let second: Promise<unknown> | undefined;
    await sql.begin(async (first) => {
      await first`update public.universes set visibility = 'public' where slug = ${one}`;
      second = edit(two, "public").catch((error) => error);
      await untilWaiting(sql);
    });
    expect(await second).toMatchObject({ code: "40001" });
    expect([await find(one), await edit(two, "public")]).toMatchObject([
      "twin-seas",
      { slug: "twin-seas-2" },
    ]);
  });

  it("is free again once its universe is deleted", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    await edit(await publish(sql, cast.owner, draftId), null, "short-lived");
    await as(sql, cast.owner, (db) => db`select public.delete_draft(${draftId})`);
    expect(await find("short-lived")).toBeNull();
    const other = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner, 1));
    expect(await edit(other, null, "short-lived")).toMatchObject({ slug: "short-lived" });
  });
});
