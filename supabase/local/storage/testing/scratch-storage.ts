import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import { readStackConfig, root, type StackConfig } from "../../config.ts";
import { createGateway } from "../../gateway/server.ts";
import { type Keyring, openKeyring } from "../../keyring.ts";
import { connect } from "../../postgres/prepare.ts";
import { startPostgres } from "../../postgres/server.ts";
import { freePort } from "../../scratch.ts";
import type { Service } from "../../service.ts";
import { createStorageService } from "../service.ts";

/** Storage behind the gateway on a Postgres of its own, for tests that need to break it. */
export interface ScratchStorage {
  config: StackConfig;
  keys: Keyring;
  sql: postgres.Sql;
  /** Lines that Storage logged. */
  lines: string[];
  /** Starts the service again on the same data, as after a restart. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it in a new temporary folder, on ports that are free now or on the given ones. */
export async function startScratchStorage(
  ports: { api?: number; db?: number } = {},
): Promise<ScratchStorage> {
  const dataDir = await mkdtemp(join(tmpdir(), "storage-"));
  // As root the database runs under an account of its own, which has to get in.
  await chmod(dataDir, 0o755);
  const config = readStackConfig({
    STUDIO_DATA_DIR: dataDir,
    SUPABASE_PORT: String(ports.api ?? (await freePort())),
    SUPABASE_DB_PORT: String(ports.db ?? (await freePort())),
  });
  const database = await startPostgres(config);
  const sql = connect(config.dbUrl, { max: 10 });
  for (const name of ["postgres/platform.sql", "storage/schema.sql"])
    await sql.unsafe(await readFile(join(root, "supabase", "local", name), "utf8")).simple();
  const keys = await openKeyring(dataDir);
  const lines: string[] = [];
  const log = (part: string, message: string, detail?: Record<string, unknown>) => {
    if (part === "storage") lines.push(`${message} ${JSON.stringify(detail ?? {})}`);
  };
  const context = { config, keys, sql, log };
  let service = await createStorageService(context);
  const current: Service = {
    prefix: "storage",
    handle: (request) => service.handle(request),
    stop: async () => {},
  };
  const gateway = await createGateway(context, [current]);
  return {
    config,
    keys,
    sql,
    lines,
    async restart() {
      await service.stop();
      service = await createStorageService(context);
    },
    async stop() {
      await gateway.stop();
      await service.stop();
      await sql.end({ timeout: 2 });
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
