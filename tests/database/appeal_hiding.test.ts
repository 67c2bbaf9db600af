import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { notGranted } from "../fixtures/ask.ts";
import { appeal, hide, publishedUniverse, trailOf } from "../fixtures/reports.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

it("is for the owner alone, once", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  await expect(appeal(sql, cast.owner, slug)).rejects.toMatchObject({ message: "nothing_to_do" });
  await hide(sql, cast.admin, slug);
  for (const person of ["stranger", "support", "admin"] as const)
    await expect(appeal(sql, cast[person], slug)).rejects.toMatchObject({ message: "not_found" });
  await expect(appeal(sql, cast.anonymous, slug)).rejects.toMatchObject(notGranted);
  await appeal(sql, cast.owner, slug, " It is a kind shark. ");
  await expect(appeal(sql, cast.owner, slug)).rejects.toMatchObject({
    message: "nothing_to_do",
    code: "PT409",
  });
  expect((await trailOf(sql, slug)).at(-1)).toEqual({
    action: "appeal",
    actor_id: cast.owner.sub,
    data: { appeal: "It is a kind shark." },
  });
});

it("has 1 to 2,000 characters", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  await hide(sql, cast.admin, slug);
  for (const text of ["  ", "a".repeat(2001)])
    await expect(appeal(sql, cast.owner, slug, text)).rejects.toMatchObject({ code: "23514" });
});
