import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase({ hasLimits: true });
  cast = await newCast(sql);
});

const take = (person: keyof Cast) =>
  sql`select private.take_request(${cast[person].sub ?? ""}, true, 200, now())`;
const reset = (person: keyof Cast, userId: string | null = null) =>
  ask<number>(sql, cast[person], (db) => db`select public.reset_user_quotas(${userId}) as answer`);

it("is for the worker alone", async () => {
  for (const person of ["owner", "stranger", "support", "admin", "anonymous"] as const)
    await expect(reset(person, cast.owner.sub)).rejects.toMatchObject(notGranted);
});

it("gives one person a fresh hour, day, minute and month, and nobody else", async () => {
  await take("owner");
  await take("stranger");
  await expect(take("owner")).rejects.toMatchObject({ message: "rate_limited" });
  expect(await reset("worker", cast.owner.sub)).toBe(1);
  await take("owner");
  await expect(take("stranger")).rejects.toMatchObject({ message: "rate_limited" });
  const [row] =
    await sql`select hour_count, day_count, credits_left from public.user_quotas where user_id = ${cast.owner.sub ?? ""}`;
  expect(row).toEqual({ hour_count: 1, day_count: 1, credits_left: 300 });
});

it("gives everyone a fresh start when nobody is named, and keeps their plans", async () => {
  await sql`insert into public.plans values ('small', false, 1, 1, 0, 500)`;
  await sql`update public.user_quotas set plan_key = 'small'`;
  expect(await reset("worker")).toBe(2);
  for (const person of ["owner", "stranger"] as const) {
    await take(person);
    await expect(take(person)).rejects.toMatchObject({ message: "rate_limited" });
  }
});

it("touches nobody when the person is unknown", async () => {
  expect(await reset("worker", crypto.randomUUID())).toBe(0);
});
