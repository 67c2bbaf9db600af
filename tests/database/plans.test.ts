import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, newCast } from "../setup/database.ts";

interface Quota {
  credits: { left: number; renewed_at: string };
  requests: {
    hour: { limit: number; left: number; reset_at: string };
    day: { limit: number; left: number; reset_at: string };
    generation: { ready_at: string | null };
  };
}

let sql: postgres.Sql;
let user: string;

beforeAll(async () => {
  sql = await freshDatabase({ max: 55, hasLimits: true });
});

beforeEach(async () => {
  user = (await newCast(sql)).owner.sub ?? "";
});

const take = (now: string, { isGeneration = false, credits = 0 } = {}) =>
  sql`select private.take_request(${user}, ${isGeneration}, ${credits}, ${now})`;
const takeMany = async (count: number, now: string) => {
  for (let n = 0; n < count; n += 1) await take(now);
};
async function quota(now: string): Promise<Quota> {
  const [row] = await sql<{ quota: Quota }[]>`select private.quota_of(${user}, ${now}) as quota`;
  if (!row) throw new Error("no quota");
  return row.quota;
}
const stored = async () => (await sql`select * from public.user_quotas where user_id = ${user}`)[0];
const refusal = (message: string, hint: string) => ({ message, code: "PT429", hint });
const same = (time: string | null | undefined) => new Date(time ?? "").toISOString();

describe("the hour", () => {
  it("begins with its first request and holds ten", async () => {
    await takeMany(10, "2026-06-01T10:20:00Z");
    expect(await quota("2026-06-01T11:19:59Z")).toMatchObject({ requests: { hour: { limit: 10, left: 0 } } });
    await expect(take("2026-06-01T11:19:59Z")).rejects.toMatchObject(
      refusal("rate_limited", "2026-06-01T11:20:00.000Z"),
    );
    expect((await quota("2026-06-01T11:20:00Z")).requests.hour.left).toBe(10);
    await take("2026-06-01T11:20:00Z");
    const { hour } = (await quota("2026-06-01T11:20:00Z")).requests;
    expect([hour.left, same(hour.reset_at)]).toEqual([9, "2026-06-01T12:20:00.000Z"]);
  });

  it("counts nothing of what was refused", async () => {
    await takeMany(10, "2026-06-01T10:00:00Z");
    const before = await stored();
    for (let n = 0; n < 3; n += 1)
      await expect(take("2026-06-01T10:30:00Z", { credits: 5, isGeneration: true })).rejects.toThrow(
        "rate_limited",
      );
    expect(await stored()).toEqual(before);
  });

  it("is an hour long, also when clocks are put forward or back", async () => {
    await sql.begin(async (db) => {
      await db`set local timezone = 'Europe/Paris'`;
      for (const [first, last, next] of [
        ["2026-03-29T00:30:00Z", "2026-03-29T01:29:59Z", "2026-03-29T01:30:00Z"],
        ["2026-10-25T00:30:00Z", "2026-10-25T01:29:59Z", "2026-10-25T01:30:00Z"],
      ] as const) {
        const left = async (now: string) =>
          (await db`select (private.quota_of(${user}, ${now}) #>> '{requests,hour,left}')::int as n`)[0]?.n;
        await db`select private.take_request(${user}, false, 0, ${first})`;
        expect([await left(last), await left(next)]).toEqual([9, 10]);
      }
    });
  });
});

describe("the day", () => {
  /** A hundred requests, ten each hour from midnight on. */
  async function spendDay(day: string): Promise<void> {
    for (let hour = 0; hour < 10; hour += 1)
      await takeMany(10, `${day}T${String(hour * 2).padStart(2, "0")}:00:00Z`);
  }

  it("is that of UTC, holds a hundred and ends at midnight", async () => {
    await spendDay("2026-06-01");
    await expect(take("2026-06-01T23:59:59.999Z")).rejects.toMatchObject(
      refusal("rate_limited", "2026-06-02T00:00:00.000Z"),
    );
    expect((await quota("2026-06-01T23:59:59Z")).requests.day.left).toBe(0);
    await take("2026-06-02T00:00:00Z");
    const { day } = (await quota("2026-06-02T00:00:00Z")).requests;
    expect([day.limit, day.left, same(day.reset_at)]).toEqual([100, 99, "2026-06-03T00:00:00.000Z"]);
  });

  it.each([
    ["29 February", "2028-02-29", "2028-03-01"],
    ["28 February of a common year", "2026-02-28", "2026-03-01"],
    ["New Year's Eve", "2026-12-31", "2027-01-01"],
    ["the day on which clocks are put forward", "2026-03-29", "2026-03-30"],
    ["the day on which clocks are put back", "2026-10-25", "2026-10-26"],
  ])("begins once after %s", async (_, day, next) => {
    await spendDay(day);
    await expect(take(`${day}T23:30:00Z`)).rejects.toMatchObject({ hint: `${next}T00:00:00.000Z` });
    await take(`${next}T00:00:00Z`);
    expect((await quota(`${next}T00:00:00Z`)).requests.day.left).toBe(99);
  });

  it("does not begin again when a clock goes back over midnight", async () => {
    await take("2026-06-02T00:00:01Z");
    await take("2026-06-01T23:59:59Z");
    const row = await sql`select day::text, day_count from public.user_quotas where user_id = ${user}`;
    expect([...row]).toEqual([{ day: "2026-06-02", day_count: 2 }]);
  });

  it("does not depend on the time zone of the session", async () => {
    await sql.begin(async (db) => {
      await db`set local timezone = 'Pacific/Kiritimati'`;
      await db`select private.take_request(${user}, false, 0, '2026-06-01T23:59:00Z')`;
      const [row] =
        await db`select day::text, credits_month::text from public.user_quotas where user_id = ${user}`;
      expect(row).toEqual({ day: "2026-06-01", credits_month: "2026-06-01" });
      const [left] =
        await db`select private.quota_of(${user}, '2026-06-01T23:59:59Z') #>> '{requests,day,reset_at}' as at`;
      expect(same(left?.at)).toBe("2026-06-02T00:00:00.000Z");
    });
  });
});

describe("whole universes", () => {
  it("come one a minute, and other requests do not wait for them", async () => {
    const isGeneration = true;
    await take("2026-06-01T10:00:00Z", { isGeneration });
    expect(same((await quota("2026-06-01T10:00:30Z")).requests.generation.ready_at)).toBe(
      "2026-06-01T10:01:00.000Z",
    );
    await expect(take("2026-06-01T10:00:59Z", { isGeneration })).rejects.toMatchObject(
      refusal("rate_limited", "2026-06-01T10:01:00.000Z"),
    );
    await take("2026-06-01T10:00:59Z");
    expect((await quota("2026-06-01T10:01:00Z")).requests.generation.ready_at).toBeNull();
    await take("2026-06-01T10:01:00Z", { isGeneration });
  });
});

describe("credits", () => {
  it("are taken to the last one, refused beyond it, and come anew with the month of UTC", async () => {
    await take("2026-01-31T10:00:00Z", { credits: 480 });
    await expect(take("2026-01-31T10:00:01Z", { credits: 21 })).rejects.toMatchObject({
      ...refusal("out_of_credits", "2026-02-01T00:00:00.000Z"),
      detail: "This needs 21 credits, and 20 are left.",
    });
    await take("2026-01-31T23:59:59Z", { credits: 20 });
    const last = await quota("2026-01-31T23:59:59Z");
    expect([last.credits.left, same(last.credits.renewed_at)]).toEqual([0, "2026-02-01T00:00:00.000Z"]);
    expect((await quota("2026-02-01T00:00:00Z")).credits.left).toBe(500);
    await take("2026-02-01T00:00:00Z", { credits: 1 });
    expect((await quota("2026-02-01T00:00:00Z")).credits.left).toBe(499);
  });

  it("of the month before last do not come again twice", async () => {
    await take("2026-12-31T23:00:00Z", { credits: 100 });
    await take("2027-01-01T00:00:00Z", { credits: 100 });
    await take("2026-12-31T23:59:59Z", { credits: 100 });
    expect((await quota("2027-01-01T00:00:00Z")).credits.left).toBe(300);
  });
});

describe("a plan", () => {
  it("of one's own counts instead of the standard one, from the next request on", async () => {
    await sql`insert into public.plans values ('school', false, 2, 3, 0, 7) on conflict do nothing`;
    await take("2026-06-01T10:00:00Z");
    await sql`update public.user_quotas set plan_key = 'school' where user_id = ${user}`;
    await take("2026-06-01T10:00:00Z");
    await expect(take("2026-06-01T10:00:00Z")).rejects.toMatchObject({
      detail: expect.stringContaining("2 requests within an hour"),
    });
    await take("2026-06-01T12:00:00Z");
    await expect(take("2026-06-01T14:00:00Z")).rejects.toMatchObject(
      refusal("rate_limited", "2026-06-02T00:00:00.000Z"),
    );
    expect((await quota("2026-07-01T00:00:00Z")).credits.left).toBe(7);
  });
});

describe("fifty requests at once", () => {
  const rounds = 6;

  it("get exactly the ten of the hour, in every round", async () => {
    for (let round = 0; round < rounds; round += 1) {
      const now = `2026-06-01T${String(round * 2).padStart(2, "0")}:00:00Z`;
      const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => take(now)));
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
      for (const outcome of outcomes)
        if (outcome.status === "rejected")
          expect(outcome.reason).toMatchObject({ message: "rate_limited", code: "PT429" });
    }
  });

  it("of whole universes let one through", async () => {
    for (let round = 0; round < rounds; round += 1) {
      const now = `2026-06-01T10:0${round}:00Z`;
      const outcomes = await Promise.allSettled(
        Array.from({ length: 50 }, () => take(now, { isGeneration: true })),
      );
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
  });

  it("never spend more credits than there are", async () => {
    await sql`insert into public.plans values ('busy', false, 100000, 100000, 0, 100) on conflict do nothing`;
    for (let round = 1; round <= rounds; round += 1) {
      await sql`insert into public.user_quotas (user_id, plan_key) values (${user}, 'busy') on conflict do nothing`;
      const now = `2026-0${round}-01T00:00:00Z`;
      const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => take(now, { credits: 3 })));
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(33);
      expect((await quota(now)).credits.left).toBe(1);
    }
  });
});
