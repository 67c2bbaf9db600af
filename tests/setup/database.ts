import postgres from "postgres";
import { afterAll, inject } from "vitest";

export { as, type Cast, newCast } from "../fixtures/cast.ts";

const open: { sql: postgres.Sql; admin: postgres.Sql; name: string }[] = [];

afterAll(async () => {
  for (const { sql, admin, name } of open.splice(0)) {
    await sql.end({ timeout: 2 });
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end({ timeout: 2 });
  }
});

/**
 * A database of this test file alone, with every migration and no rows; the pool acts as superuser. Nobody's requests
 * are limited, unless the test is about that.
 */
export async function freshDatabase(
  options: { max?: number; hasLimits?: boolean } = {},
): Promise<postgres.Sql> {
  const url = inject("templateUrl");
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const admin = postgres(url.replace(/[^/]+$/, "template1"), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template ${url.split("/").pop()}`);
  const sql = postgres(url.replace(/[^/]+$/, name), { max: options.max ?? 10, onnotice: () => {} });
  open.push({ sql, admin, name });
  if (!options.hasLimits) {
    await sql`update public.plans set is_default = false`;
    await sql`insert into public.plans values ('unlimited', true, 1000000, 1000000, 0, 1000000)`;
  }
  return sql;
}
