import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import { connect, prepareDatabase } from "../../supabase/local/postgres/prepare.ts";
import { type PostgresServer, startPostgres } from "../../supabase/local/postgres/server.ts";
import { freePort } from "../../supabase/local/scratch.ts";

/** A Postgres of this run alone, with every migration, that may be killed and comes back with its data. */
export interface ScratchServer extends AsyncDisposable {
  url: string;
  /** A folder that goes with the server. */
  folder: string;
  /** A pool as superuser that finds its way back after a restart. */
  sql: postgres.Sql;
  /** What `pg_ctl -m immediate restart` does: SIGQUIT, no checkpoint, crash recovery at the start. */
  restartImmediately(): Promise<void>;
}

/** A pool whose connections come back soon after the server does. */
export function connectAgain(url: string, max: number): postgres.Sql {
  return connect(url, { max, connect_timeout: 5, backoff: () => 0.1 });
}

/** Starts one; `await using` ends it and removes its data. */
export async function openScratchServer(): Promise<ScratchServer> {
  const folder = await mkdtemp(join(tmpdir(), "studio-chaos-"));
  await chmod(folder, 0o755);
  const place = { dataDir: folder, dbPort: await freePort() };
  const url = `postgresql://postgres:postgres@127.0.0.1:${place.dbPort}/postgres`;
  let server: PostgresServer = await startPostgres(place);
  const end = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await prepareDatabase(url, { seed: false });
  } catch (error) {
    await end();
    throw error;
  }
  const sql = connectAgain(url, 10);
  return {
    url,
    folder,
    sql,
    async restartImmediately() {
      process.kill(server.pid, "SIGQUIT");
      await server.exited;
      await server.stop();
      server = await startPostgres(place);
    },
    async [Symbol.asyncDispose]() {
      await sql.end({ timeout: 2 });
      await end();
    },
  };
}
