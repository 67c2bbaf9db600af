import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import postgres from "postgres";
import { root } from "../config.ts";
import { PlainError } from "../message.ts";
import { type Statement, splitStatements } from "./statements.ts";
import { lockNotAvailable, standardPatience, whenUnlocked } from "./unlocked.ts";

interface Migration {
  version: string;
  name: string;
  /** Path from the repository's root. */
  file: string;
  statements: Statement[];
}

const fileName = /^(\d+)_(.+)\.sql$/;

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = existsSync(folder)
    ? (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort()
    : [];
  const found: Migration[] = [];
  for (const entry of names) {
    const [, version, name] = fileName.exec(entry) ?? [];
    if (!version || !name)
      throw new PlainError(
        `supabase/migrations/${entry}: the name must be <time>_<what>.sql, as 20261101090000_jobs.sql.`,
      );
    const path = join(folder, entry);
    const statements = splitStatements(await readFile(path, "utf8"));
    found.push({ version, name, file: relative(root, path), statements });
  }
  return found;
}

/** What failed, where in the file, and what Postgres says of it. */
function explain(file: string, statement: Statement, error: postgres.PostgresError): PlainError {
  const offset = Number(error.position ?? 0);
  const line = statement.line + (offset > 0 ? statement.text.slice(0, offset - 1).split("\n").length - 1 : 0);
  const shown = statement.text.split("\n").slice(0, 6).join("\n    ");
  const notes = [
    error.detail && `  detail: ${error.detail}`,
    error.hint && `  hint: ${error.hint}`,
    error.where && `  where: ${error.where.split("\n")[0]}`,
  ];
  return new PlainError(
    [`${file}, line ${line}: ${error.message} (${error.code})`, ...notes, `    ${shown}`]
      .filter(Boolean)
      .join("\n"),
  );
}

async function runAll(
  transaction: postgres.TransactionSql,
  file: string,
  statements: Statement[],
): Promise<void> {
  for (const statement of statements) {
    try {
      await transaction.unsafe(statement.text).simple();
    } catch (error) {
      if (error instanceof postgres.PostgresError && error.code !== lockNotAvailable)
        throw explain(file, statement, error);
      throw error;
    }
  }
  await transaction`reset all`;
}

/** The tables in which the Supabase CLI records the same facts. */
async function ensureHistory(sql: postgres.Sql): Promise<void> {
  await sql`create schema if not exists supabase_migrations`;
  await sql`create table if not exists supabase_migrations.schema_migrations (
    version text primary key, statements text[], name text)`;
  await sql`create table if not exists supabase_migrations.seed_files (path text primary key, hash text not null)`;
}

function refuseEdited(migration: Migration, applied: string[]): void {
  const now = migration.statements.map(({ text }) => text);
  if (now.length === applied.length && now.every((text, at) => text === applied[at])) return;
  const at = now.findIndex((text, index) => text !== applied[index]);
  const line = migration.statements[at]?.line;
  throw new PlainError(
    `${migration.file}${line ? `, line ${line}` : ""}: this migration was edited after it had been applied to this data ` +
      'folder. Undo the edit and write a new migration, or wipe the data with "npm run reset".',
  );
}

async function apply(sql: postgres.Sql, { version, name, file, statements }: Migration): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`set local lock_timeout = '1s'`;
    await runAll(transaction, file, statements);
    const texts = statements.map(({ text }) => text);
    await transaction`insert into supabase_migrations.schema_migrations (version, statements, name)
      values (${version}, ${texts}, ${name})`;
  });
}

/**
 * Applies the migrations in `folder` that this database does not have, in order, each in one transaction, and records
 * them as the Supabase CLI does. Returns the files applied. Throws a message that names file, line and Postgres' error.
 * On a busy table a migration keeps others waiting for a second at most, then lets them pass and tries again.
 */
export async function migrate(
  sql: postgres.Sql,
  folder = join(root, "supabase", "migrations"),
  patience = standardPatience,
): Promise<string[]> {
  await ensureHistory(sql);
  const rows = await sql<{ version: string; statements: string[] | null }[]>`
    select version, statements from supabase_migrations.schema_migrations`;
  const history = new Map(rows.map(({ version, statements }) => [version, statements ?? []]));
  const done: string[] = [];
  for (const migration of await readMigrations(folder)) {
    const applied = history.get(migration.version);
    if (applied) refuseEdited(migration, applied);
    else {
      await whenUnlocked(sql, migration.file, patience, () => apply(sql, migration));
      done.push(migration.file);
    }
  }
  return done;
}

/** Runs supabase/seed.sql if this database was never seeded. Returns whether it ran. */
export async function seed(sql: postgres.Sql, path = join(root, "supabase", "seed.sql")): Promise<boolean> {
  await ensureHistory(sql);
  const file = relative(root, path);
  const [seeded] = await sql`select from supabase_migrations.seed_files where path = ${file}`;
  if (seeded || !existsSync(path)) return false;
  const text = await readFile(path, "utf8");
  await sql.begin(async (transaction) => {
    await runAll(transaction, file, splitStatements(text));
    const hash = createHash("sha256").update(text).digest("hex");
    await transaction`insert into supabase_migrations.seed_files (path, hash) values (${file}, ${hash})`;
  });
  return true;
}
