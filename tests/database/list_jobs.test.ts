import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { generate, newDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

interface Answer {
  items: { id: string; created_at: string; user_email?: string; draft_name: string | null }[];
  total: number;
  next: { created_at: string; id: string } | null;
}
type Filter = Record<string, postgres.JSONValue>;

let sql: postgres.Sql;
let cast: Cast;

const list = (person: keyof Cast, filter: Filter = {}, everyones = true, limit = 50, skip = 0) =>
  ask<Answer>(
    sql,
    cast[person],
    (db) => db`select public.list_jobs(${db.json(filter)}, ${everyones}, ${limit}, ${skip}) as answer`,
  );

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

describe("who sees which jobs", () => {
  it("is each their own, staff everyone's, and nobody without an account", async () => {
    const mine = await generate(sql, cast.owner, await newDraft(sql, cast.owner));
    const ids = async (person: keyof Cast, everyones: boolean) =>
      (await list(person, {}, everyones)).items.map(({ id }) => id);
    expect(await ids("owner", false)).toContain(mine);
    expect(await ids("stranger", false)).toEqual([]);
    expect(await ids("support", false)).toEqual([]);
    for (const staff of ["support", "admin"] as const) expect(await ids(staff, true)).toContain(mine);
    for (const person of ["owner", "stranger"] as const)
      await expect(list(person, {}, true)).rejects.toMatchObject({ message: "forbidden", code: "PT403" });
    for (const everyones of [true, false])
      await expect(list("anonymous", {}, everyones)).rejects.toMatchObject(notGranted);
  });

  it("is not for the caller to widen by a filter", async () => {
    const theirs = await generate(sql, cast.stranger, await newDraft(sql, cast.stranger));
    const [row] =
      await sql`select user_id, draft_id, p.email from public.jobs join public.profiles p on p.id = user_id where jobs.id = ${theirs}`;
    const filters: Filter[] = [
      { user_id: row?.user_id },
      { draft_id: row?.draft_id },
      { parent_id: theirs },
      { text: theirs },
      { text: row?.email },
    ];
    for (const filter of filters) {
      const { items } = await list("owner", filter, false);
      expect(items.filter((item) => "user_id" in item && item.user_id !== cast.owner.sub)).toEqual([]);
    }
  });

  it("holds technical details back from their owners, and shows staff whose job it is and who has it", async () => {
    const secrets = ["user_email", "lease_owner", "lease_expires_at", "cost_micros", "run_at", "death_count"];
    const [own] = (await list("owner", {}, false)).items;
    const [seen] = (await list("support", { user_id: cast.owner.sub ?? "" })).items;
    expect(Object.keys(own ?? {})).not.toEqual(expect.arrayContaining([secrets[0]]));
    for (const key of secrets) {
      expect(own).not.toHaveProperty(key);
      expect(seen).toHaveProperty(key);
    }
    for (const item of [own, seen])
      for (const key of ["payload", "error_detail", "external_id", "idempotency_key"])
        expect(item).not.toHaveProperty(key);
    expect(seen?.user_email).toMatch(/^owner-/);
    expect([own?.draft_name, seen?.draft_name]).toEqual(["The ocean", "The ocean"]);
  });

  it("leaves out of one's own that words were judged, unless one looks for that, and hides nothing from staff", async () => {
    const others = await newCast(sql);
    const [judgement] = await sql<{ id: string }[]>`select public.enqueue_jobs(${sql.json([
      { user_id: others.owner.sub ?? "", type: "moderate", payload: { text: "a lion" } },
    ])}) as id`;
    const found = async (person: keyof Cast, filter: Filter, everyones: boolean) => {
      const { items } = await ask<Answer>(
        sql,
        others[person],
        (db) => db`select public.list_jobs(${db.json(filter)}, ${everyones}) as answer`,
      );
      return items.some(({ id }) => id === judgement?.id);
    };
    expect(await found("owner", {}, false)).toBe(false);
    expect(await found("owner", { type: ["moderate"] }, false)).toBe(true);
    expect(await found("stranger", { type: ["moderate"] }, false)).toBe(false);
    for (const staff of ["support", "admin"] as const) expect(await found(staff, {}, true)).toBe(true);
  });

  it("finds one's own draft however many drafts of others fit the same words", async () => {
    await sql`
      with u as (insert into public.universes (owner_id, slug, name) select ${cast.stranger.sub ?? ""}, 'same-' || n, 'Same'
        from generate_series(1, 1100) n returning id, owner_id)
      insert into public.drafts (universe_id, owner_id, theme, name, languages) select id, owner_id, 'same', 'Same', '{fr}' from u`;
    const mine = await generate(sql, cast.owner, await newDraft(sql, cast.owner, { theme: "Same" }));
    await sql`update public.drafts set created_at = now() - interval '1 day' where owner_id = ${cast.owner.sub ?? ""}`;
    const found = await list("owner", { text: "same" }, false);
    expect(found.items.map(({ id }) => id)).toContain(mine);
  });
});

describe("a filter that cannot be read", () => {
  it.each<[string, unknown]>([
    ["an unknown status", { status: ["finished"] }],
    ["an unknown type", { type: ["paint"] }],
    ["a status without a list", { status: "pending" }],
    ["an id that is none", { user_id: "me" }],
    ["a draft that is no id", { draft_id: "1' or true --" }],
    ["a day that is none", { created_from: "yesterday's tea" }],
    ["a moment beyond all calendars", { created_to: "999999-01-01" }],
    ["neither yes nor no", { is_stuck: "perhaps" }],
    ["half a key", { after: { created_at: "soon", id: "x" } }],
    ["a list", []],
    ["a word", "jobs"],
    ["nothing", null],
  ])("is refused with a code: %s", async (_, filter) => {
    // Whose one's own jobs are is not asked.
    for (const everyones of filter && typeof filter === "object" && "user_id" in filter
      ? [true]
      : [true, false])
      await expect(list("admin", filter as Filter, everyones)).rejects.toMatchObject({
        message: "validation_failed",
        code: "PT422",
      });
  });
});

describe("pages", () => {
  it("have at most a hundred of one's own jobs and a thousand of everyone's, and at least one", async () => {
    const { owner } = await newCast(sql);
    await sql`select public.enqueue_jobs((select jsonb_agg(jsonb_build_object(
      'user_id', ${owner.sub ?? ""}::text, 'type', 'notify')) from generate_series(1, 1001)))`;
    const own = await ask<Answer>(
      sql,
      owner,
      (db) => db`select public.list_jobs(p_skip => -1, p_limit => 1000000) as answer`,
    );
    expect([own.items.length, own.total]).toEqual([100, 1001]);
    const all = await list("support", { user_id: owner.sub ?? "" }, true, 1_000_000);
    expect([all.items.length, all.total]).toEqual([1000, 1001]);
    expect((await list("support", { user_id: owner.sub ?? "" }, true, -5)).items.length).toBe(1);
    const skipped = await list("support", { user_id: owner.sub ?? "" }, true, 1000, 1000);
    expect([skipped.items.length, skipped.total, skipped.next]).toEqual([1, 1001, null]);
    const last = await list("support", { user_id: owner.sub ?? "" }, true, 500, 501);
    expect([last.items.length, last.next]).toEqual([500, null]);
  });

  it("lose no row and show none twice while jobs come in between, also where many came at one moment", async () => {
    const { owner } = await newCast(sql);
    const enqueue = (n: number) =>
      sql`select public.enqueue_jobs((select jsonb_agg(jsonb_build_object('user_id', ${owner.sub ?? ""}::text, 'type', 'notify'))
        from generate_series(1, ${n})))`;
    await enqueue(90);
    await sql`update public.jobs set created_at = '2026-01-01 00:00:00.000001+00' where id in (
      select id from public.jobs where user_id = ${owner.sub ?? ""} limit 40)`;
    const before =
      await sql`select id from public.jobs where user_id = ${owner.sub ?? ""} order by created_at desc, id desc`;
    const seen: string[] = [];
    let after: Answer["next"] = null;
    do {
      const page: Answer = await ask(
        sql,
        owner,
        (db) => db`select public.list_jobs(${db.json({ after })}, false, 7) as answer`,
      );
      seen.push(...page.items.map(({ id }) => id));
      expect(page.total).toBeGreaterThanOrEqual(90);
      after = page.next;
      await enqueue(3);
    } while (after);
    expect(seen).toEqual(before.map(({ id }) => id));
  });
});

it("counts exactly up to ten thousand, and then says 10,001", async () => {
  const { owner } = await newCast(sql);
  const total = async () => (await list("support", { user_id: owner.sub ?? "" }, true, 1)).total;
  const insert = (n: number) =>
    sql.begin(async (db) => {
      await db`set local session_replication_role = replica`;
      await db`insert into public.jobs (user_id, type) select ${owner.sub ?? ""}, 'notify' from generate_series(1, ${n})`;
    });
  await insert(10_000);
  expect(await total()).toBe(10_000);
  await insert(500);
  expect(await total()).toBe(10_001);
});
