import { readFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { root } from "../config.ts";
import { PlainError } from "../message.ts";
import { migrate, seed } from "./migrate.ts";

const local = join(root, "supabase", "local");

/** What the platform's parts keep in the database, in the order in which they build on each other. */
const platformFiles = [
  "postgres/platform.sql",
  "auth/schema.sql",
  "storage/schema.sql",
  "realtime/schema.sql",
];

/** A pool for the stack's own use: quiet about notices, since repeated "if not exists" would fill the log. */
export function connect(url: string, options: postgres.Options<Record<string, never>> = {}): postgres.Sql {
  return postgres(url, {
    onnotice: () => {},
    ...options,
    connection: { application_name: "stack", ...options.connection },
  });
}

async function applyPlatform(sql: postgres.Sql): Promise<void> {
  for (const name of platformFiles) {
    const path = join(local, name);
    try {
      await sql.unsafe(await readFile(path, "utf8")).simple();
    } catch (error) {
      throw new PlainError(`supabase/local/${name} failed: ${(error as Error).message}`);
    }
  }
}

/** What a start did to the database. */
export interface Prepared {
  migrations: string[];
  seeded: boolean;
}

/**
 * Brings the database at `url` to the state that the checkout describes: the platform's roles and schemas (every time),
 * then missing migrations, then the seed (once).
 */
export async function prepareDatabase(url: string, options: { seed?: boolean } = {}): Promise<Prepared> {
  const sql = connect(url, { max: 1 });
  try {
    await applyPlatform(sql);
    const migrations = await migrate(sql);
    return { migrations, seeded: options.seed === false ? false : await seed(sql) };
  } finally {
    await sql.end({ timeout: 5 });
  }
}
