import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Claims } from "../../supabase/local/keyring.ts";
import { generate, newDraft } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

interface Usage {
  plan: string;
  credits: { left: number; monthly: number; renewed_at: string; per_universe: number };
  requests: Record<"hour" | "day", { limit: number; left: number; reset_at: string }>;
  months: { month: string; credits: number; requests: number }[];
}

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase({ hasLimits: true });
  cast = await newCast(sql);
});
beforeEach(async () => {
  await sql`truncate public.jobs, public.user_quotas, public.credit_entries cascade`;
});

const usage = async (who: Claims = cast.owner, pieces = ["image"]) =>
  (await as<{ found: Usage }>(sql, who, (db) => db`select public.get_usage(${pieces}) as found`))[0]
    ?.found as Usage;

const enter = (kind: "charge" | "refund", credits: number, monthsAgo: number) => sql`
  insert into public.credit_entries (user_id, kind, round, credits, created_at)
  values (${cast.owner.sub ?? ""}, ${kind}, 1, ${credits},
    (date_trunc('month', now() at time zone 'utc') - make_interval(months => ${monthsAgo})) at time zone 'utc')`;

const monthAgo = (count: number, now: Date) => {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count)).toISOString().slice(0, 7);
};

describe("the usage of a person", () => {
  it("before the first request is the whole plan, and six empty months", async () => {
    const [before, found, after] = [new Date(), await usage(), new Date()];
    expect(found.plan).toBe("standard");
    expect(found.credits).toMatchObject({ left: 500, monthly: 500 });
    expect(found.requests).toMatchObject({ hour: { limit: 10, left: 10 }, day: { limit: 100, left: 100 } });
    expect(Date.parse(found.credits.renewed_at)).toBeGreaterThan(Date.now());
    const emptyAt = (now: Date) =>
      [0, 1, 2, 3, 4, 5].map((count) => ({ month: monthAgo(count, now), credits: 0, requests: 0 }));
    // A month may end just now.
    expect([emptyAt(before), emptyAt(after)]).toContainEqual(found.months);
  });

  it("rises with a request by what the request was charged", async () => {
    await generate(sql, cast.owner, await newDraft(sql, cast.owner, { count: 3 }));
    const found = await usage();
    const [first] = found.months;
    expect(first?.requests).toBe(1);
    expect(first?.credits).toBeGreaterThan(0);
    expect(found.credits.left).toBe(500 - (first?.credits ?? 0));
    expect(found.requests).toMatchObject({ hour: { left: 9 }, day: { left: 99 } });
  });

  it("counts what was given back, month by month, and forgets what is half a year old", async () => {
    await Promise.all([enter("charge", 40, 1), enter("charge", 60, 1), enter("refund", 30, 1)]);
    await Promise.all([enter("refund", 5, 2), enter("charge", 7, 5), enter("charge", 9, 6)]);
    const { months } = await usage();
    expect(months.map(({ credits, requests }) => [credits, requests])).toEqual([
      [0, 0],
      [70, 2],
      [0, 0],
      [0, 0],
      [0, 0],
      [7, 1],
    ]);
  });

  it("knows what ten cards with these pieces cost", async () => {
    const [pictures, everything] = await Promise.all([
      usage(cast.owner, ["image"]),
      usage(cast.owner, ["image", "text", "music", "cover"]),
    ]);
    expect(pictures.credits.per_universe).toBeGreaterThan(0);
    expect(everything.credits.per_universe).toBeGreaterThan(pictures.credits.per_universe);
  });

  it("is told to nobody else: staff and strangers see their own", async () => {
    await enter("charge", 40, 0);
    for (const who of [cast.stranger, cast.support, cast.admin])
      expect((await usage(who)).months[0]?.credits).toBe(0);
    await expect(usage(cast.anonymous)).rejects.toThrow(/permission denied/);
  });
});
