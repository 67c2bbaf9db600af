import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { insertManyJobs } from "../fixtures/many-jobs.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";
import fc from "../setup/properties.ts";

interface Answer {
  items: { id: string }[];
  total: number;
  next: { created_at: string; id: string } | null;
}
type Filter = Record<string, postgres.JSONValue>;

let sql: postgres.Sql;
let cast: Cast;

describe("every combination of filters", () => {
  interface Row {
    id: string;
    at: string;
    micros: bigint;
    status: string;
    type: string;
    user_id: string;
    draft_id: string | null;
    parent_id: string | null;
    error_code: string | null;
    email: string;
    name: string | null;
    theme: string | null;
    slug: string | null;
    is_stuck: boolean;
  }
  let rows: Row[];

  beforeAll(async () => {
    sql = await freshDatabase();
    cast = await newCast(sql);
    await insertManyJobs(sql, 1500, { people: 7, activeShare: 0.2, days: 10 });
    await sql`update public.drafts set name = '100 % "wild_cats" \\ d''or' where id = (select id from public.drafts order by id limit 1)`;
    await sql.begin(async (db) => {
      await db`set local session_replication_role = replica`;
      // Far from the limits of what is stuck, which move on while the test runs.
      await db`update public.jobs set lease_expires_at = now() + interval '1 hour' where lease_expires_at is not null`;
      await db`update public.jobs set lease_expires_at = now() - interval '2 hours'
        where id in (select id from public.jobs where lease_expires_at is not null limit 5)`;
      await db`update public.jobs set run_at = now() - interval '1 minute'
        where status = 'pending' and run_at > now() - interval '1 hour' and run_at < now()`;
      await db`update public.jobs set run_at = now() - interval '1 hour'
        where id in (select id from public.jobs where status = 'pending' and unmet_dependencies = 0 limit 9)`;
    });
    rows = await sql<Row[]>`
      select j.id, j.created_at::text as at, (extract(epoch from j.created_at) * 1000000)::bigint as micros, j.status, j.type,
        j.user_id, j.draft_id, j.parent_id, j.error_code, p.email, d.name, d.theme, u.slug,
        case when is_parent then false when j.status = 'processing' then lease_expires_at < now() - interval '1 minute'
          else j.status = 'pending' and unmet_dependencies = 0 and run_at < now() - interval '10 minutes' end as is_stuck
      from public.jobs j join public.profiles p on p.id = j.user_id
      left join public.drafts d on d.id = j.draft_id left join public.universes u on u.id = d.universe_id
      order by j.created_at desc, j.id desc`;
  });

  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
  function fits(row: Row, filter: Filter): boolean {
    const said = (key: keyof Row) => !(key in filter) || row[key] === filter[key];
    const oneOf = (key: "status" | "type") =>
      !(key in filter) || (filter[key] as string[]).includes(row[key]);
    const text = typeof filter.text === "string" ? filter.text.trim().toLowerCase() : "";
    const has = (value: string | null) => value?.toLowerCase().includes(text) ?? false;
    const isFound = uuid.test(text)
      ? [row.id, row.parent_id, row.user_id, row.draft_id].includes(text)
      : has(row.email) ||
        has(row.name) ||
        has(row.theme) ||
        (row.status === "failed" && row.error_code === text);
    return (
      oneOf("status") &&
      oneOf("type") &&
      said("user_id") &&
      said("draft_id") &&
      said("parent_id") &&
      (!("universe_slug" in filter) || row.slug === filter.universe_slug) &&
      (text === "" || isFound) &&
      (!("created_from" in filter) ||
        row.micros >= BigInt(Date.parse(String(filter.created_from))) * 1000n) &&
      (!("created_to" in filter) || row.micros < BigInt(Date.parse(String(filter.created_to))) * 1000n) &&
      (filter.is_stuck !== true || row.is_stuck)
    );
  }

  /** Values that there are, values that there are not, and words that mean something to SQL. */
  function anyFilter(): fc.Arbitrary<Filter> {
    const some = <K extends keyof Row>(key: K) =>
      fc.constantFrom(
        ...new Set(rows.map((row) => row[key]).filter((value) => value !== null)),
      ) as fc.Arbitrary<string>;
    const id = (key: keyof Row) =>
      fc.oneof({ weight: 6, arbitrary: some(key) }, { weight: 1, arbitrary: fc.uuid() });
    const email = some("email").map((address) => address.slice(0, address.indexOf("-", 5) + 4));
    const text = fc.oneof(
      some("name"),
      some("theme"),
      email,
      some("error_code"),
      some("id"),
      some("parent_id"),
      some("draft_id"),
      some("user_id"),
      fc.constantFrom(
        "%",
        "_",
        "\\",
        "'",
        '"',
        "d'or",
        "wild_c",
        "wildXc",
        "100 %",
        "  OCEAN ",
        "",
        "   ",
        "' or true --",
        "$1",
        "%L",
      ),
      fc.constant("é".repeat(5000)),
      fc.string({ maxLength: 8 }).filter((word) => !word.includes("\0")),
    );
    const moment = fc
      .integer({ min: -11 * 86_400, max: 3600 })
      .map((seconds) => new Date(Date.now() + seconds * 1000).toISOString());
    const values = {
      status: fc.uniqueArray(fc.constantFrom("pending", "processing", "completed", "failed", "cancelled"), {
        minLength: 1,
      }),
      type: fc.uniqueArray(
        fc.constantFrom("generate_universe", "generate_concepts", "generate_image", "publish", "notify"),
        { minLength: 1 },
      ),
      user_id: id("user_id"),
      draft_id: id("draft_id"),
      parent_id: id("parent_id"),
      universe_slug: fc.oneof(some("slug"), fc.constant("no-such-universe")),
      text,
      created_from: moment,
      created_to: moment,
      is_stuck: fc.boolean(),
    };
    // With more than three at once hardly anything is ever found.
    return fc
      .subarray(Object.keys(values) as (keyof typeof values)[], { maxLength: 3 })
      .chain((keys) =>
        fc.record(
          Object.fromEntries(keys.map((key) => [key, values[key]])) as Record<string, fc.Arbitrary<never>>,
        ),
      );
  }

  it("finds what a plain look at every row finds, in the same order, page by page", {
    timeout: 600_000,
  }, async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(anyFilter(), fc.integer({ min: 100, max: 1000 }), async (filter, limit) => {
        const expected = rows.filter((row) => fits(row, filter)).map(({ id }) => id);
        const seen: string[] = [];
        let after: Answer["next"] = null;
        do {
          const page: Answer = await ask(
            sql,
            cast.support,
            (db) =>
              db`select public.list_jobs(${db.json({ ...filter, ...(after && { after }) })}, true, ${limit}) as answer`,
          );
          expect(page.total).toBe(expected.length);
          seen.push(...page.items.map(({ id }) => id));
          after = page.next;
        } while (after);
        expect(seen).toEqual(expected);
        if (expected.length > 0) found += 1;
      }),
      { numRuns: 120 },
    );
    // A run that finds nothing each time would prove nothing.
    expect(found).toBeGreaterThan(40);
  });

  it("shows an owner the part that is theirs", async () => {
    const someone = rows.find(({ status }) => status === "failed");
    const own = rows.filter((row) => row.user_id === someone?.user_id && row.status === "failed");
    const answer = await ask<Answer>(
      sql,
      { role: "authenticated", sub: someone?.user_id ?? "" },
      (db) => db`select public.list_jobs('{"status": ["failed"]}', false, 100) as answer`,
    );
    expect(answer.items.map(({ id }) => id)).toEqual(own.map(({ id }) => id).slice(0, 100));
    expect(own.length).toBeGreaterThan(0);
  });
});
