import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { asCaller } from "../../supabase/local/caller.ts";
import type { Claims } from "../../supabase/local/keyring.ts";

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

/** The five kinds of caller that every policy is tried as, and the worker. */
export interface Cast {
  owner: Claims;
  stranger: Claims;
  support: Claims;
  admin: Claims;
  anonymous: Claims;
  worker: Claims;
}

async function signUp(sql: postgres.Sql, name: string): Promise<Claims> {
  const [user] = await sql<{ id: string }[]>`
    insert into auth.users (id, email, raw_user_meta_data)
    values (gen_random_uuid(), ${`${name}-${crypto.randomUUID()}@studio.test`}, ${sql.json({ name })}) returning id`;
  return { role: "authenticated", sub: user?.id ?? "" };
}

/** Signs up one person for each role. */
export async function newCast(sql: postgres.Sql): Promise<Cast> {
  const [owner, stranger, support, admin] = await Promise.all(
    ["owner", "stranger", "support", "admin"].map((name) => signUp(sql, name)),
  );
  if (!owner || !stranger || !support || !admin) throw new Error("sign-up failed");
  await sql`update public.user_roles set role = 'support' where user_id = ${support.sub ?? ""}`;
  await sql`update public.user_roles set role = 'admin' where user_id = ${admin.sub ?? ""}`;
  return { owner, stranger, support, admin, anonymous: { role: "anon" }, worker: { role: "service_role" } };
}

/** Runs one statement as this person, as the Data API would, and returns its rows. */
export function as<Row extends object = Record<string, unknown>>(
  sql: postgres.Sql,
  claims: Claims,
  statement: (transaction: postgres.TransactionSql) => postgres.PendingQuery<postgres.Row[]>,
): Promise<Row[]> {
  return asCaller(
    sql,
    claims,
    async (transaction) => [...(await statement(transaction))] as Row[],
  ) as Promise<Row[]>;
}
