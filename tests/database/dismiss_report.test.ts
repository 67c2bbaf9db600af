import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { publishedUniverse, report, trailOf } from "../fixtures/reports.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const dismiss = (id: string, person: keyof Cast = "admin") =>
  ask<null>(sql, cast[person], (db) => db`select public.dismiss_report(${id}) as answer`);

it("closes a report for good, by an admin alone, and remembers who did", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  const id = await report(sql, cast.stranger, slug, "wrong");
  for (const person of ["owner", "stranger", "support"] as const)
    await expect(dismiss(id, person)).rejects.toMatchObject({ message: "forbidden", code: "PT403" });
  await expect(dismiss(id, "anonymous")).rejects.toMatchObject(notGranted);
  await dismiss(id);
  const [row] = await sql`select status, decided_by from public.universe_reports where id = ${id}`;
  expect(row).toEqual({ status: "dismissed", decided_by: cast.admin.sub });
  expect((await trailOf(sql, slug)).at(-1)).toEqual({
    action: "dismiss_report",
    actor_id: cast.admin.sub,
    data: { report: id, reason: "wrong" },
  });
  await expect(dismiss(id)).rejects.toMatchObject({ message: "nothing_to_do", code: "PT409" });
  await expect(dismiss(crypto.randomUUID())).rejects.toMatchObject({ message: "not_found" });
});
