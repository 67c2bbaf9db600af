import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import { isFreePort } from "./ports.ts";
import { connect, prepareDatabase } from "./postgres/prepare.ts";
import { startPostgres } from "./postgres/server.ts";

/**
 * A port of this machine that nobody listened on a moment ago, from the range that Linux never takes for outgoing
 * connections: one of those could sit on it before it is used.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFreePort(port)) return port;
  }
}

/** Runs `work` with a database that has every migration and no data, and that is gone afterwards; see `startPostgres`. */
export async function withScratchDatabase<T>(
  work: (sql: postgres.Sql, url: string) => Promise<T>,
  options?: { isDurable?: boolean },
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), "studio-scratch-"));
  await chmod(dataDir, 0o755);
  const dbPort = await freePort();
  const url = `postgresql://postgres:postgres@127.0.0.1:${dbPort}/postgres`;
  try {
    const server = await startPostgres({ dataDir, dbPort }, options);
    try {
      await prepareDatabase(url, { seed: false });
      const sql = connect(url, { max: 1 });
      try {
        return await work(sql, url);
      } finally {
        await sql.end({ timeout: 2 });
      }
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
