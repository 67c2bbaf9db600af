import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import type postgres from "postgres";
import { readStackConfig, root, type StackConfig } from "../../config.ts";
import { type Keyring, openKeyring } from "../../keyring.ts";
import { connect } from "../../postgres/prepare.ts";
import { startPostgres } from "../../postgres/server.ts";
import type { Service } from "../../service.ts";
import { createStorageService } from "../service.ts";

/** Storage alone on a Postgres of its own, for tests that need to break it. */
export interface ScratchStorage {
  config: StackConfig;
  keys: Keyring;
  sql: postgres.Sql;
  /** Lines that the service logged. */
  lines: string[];
  /** Starts the service again on the same data, as after a restart. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

function serve(port: number, handle: () => Service) {
  const server = createServer(async (incoming, outgoing) => {
    const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD";
    const request = new Request(`http://127.0.0.1:${port}${incoming.url}`, {
      method: incoming.method,
      headers: incoming.headers as Record<string, string>,
      body: hasBody ? (Readable.toWeb(incoming) as ReadableStream) : undefined,
      duplex: "half",
    } as RequestInit);
    const response = await handle().handle(request);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (response.body) Readable.fromWeb(response.body as NodeReadableStream).pipe(outgoing);
    else outgoing.end();
  });
  server.listen(port, "127.0.0.1");
  return server;
}

/** Starts it in a new temporary folder, on ports that are free now or on the given ones. */
export async function startScratchStorage(
  ports: { api?: number; db?: number } = {},
): Promise<ScratchStorage> {
  const dataDir = await mkdtemp(join(tmpdir(), "storage-"));
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
  const log = (_part: string, message: string, detail?: Record<string, unknown>) =>
    void lines.push(`${message} ${JSON.stringify(detail ?? {})}`);
  const open = () => createStorageService({ config, keys, sql, log });
  let service = await open();
  const server = serve(config.apiPort, () => service);
  return {
    config,
    keys,
    sql,
    lines,
    async restart() {
      await service.stop();
      service = await open();
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await service.stop();
      await sql.end({ timeout: 2 });
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
