import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { readStackConfig, root } from "../../config.ts";
import { openKeyring } from "../../keyring.ts";
import { connect } from "../../postgres/prepare.ts";
import { type PostgresServer, startPostgres } from "../../postgres/server.ts";
import type { StackContext } from "../../service.ts";
import { createRealtimeService } from "../service.ts";

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** A Realtime part alone with a Postgres of its own, for tests that must stop and start that Postgres. */
export async function startScratchRealtime(dbPort?: number) {
  const dataDir = await mkdtemp(join(tmpdir(), "realtime-"));
  const config = readStackConfig({
    STUDIO_DATA_DIR: dataDir,
    SUPABASE_DB_PORT: String(dbPort ?? (await freePort())),
  });
  let database: PostgresServer = await startPostgres(config);
  const sql = connect(config.dbUrl, { max: 10 });
  for (const file of ["postgres/platform.sql", "realtime/schema.sql"])
    await sql.unsafe(await readFile(join(root, "supabase", "local", file), "utf8")).simple();
  const keys = await openKeyring(dataDir);
  const lines: { message: string; detail?: Record<string, unknown> }[] = [];
  const context: StackContext = {
    config,
    keys,
    sql,
    log: (_part, message, detail) => lines.push({ message, detail }),
  };
  const service = await createRealtimeService(context);
  const server = createServer(async (incoming, answer) => {
    const body = await buffer(incoming);
    const response = await service.handle(
      new Request(new URL(incoming.url ?? "/", "http://localhost"), {
        method: incoming.method,
        headers: incoming.headers as Record<string, string>,
        ...(body.length > 0 ? { body } : {}),
      }),
    );
    answer.writeHead(response.status, Object.fromEntries(response.headers));
    answer.end(Buffer.from(await response.arrayBuffer()));
  });
  server.on("upgrade", (request, socket, head) => service.upgrade?.(request, socket, head));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    ...context,
    lines,
    url: `http://127.0.0.1:${port}`,
    async stopDatabase() {
      await database.stop();
    },
    async startDatabase() {
      database = await startPostgres(config);
    },
    async stopService() {
      await service.stop();
    },
    async stop() {
      await service.stop();
      server.closeAllConnections();
      server.close();
      await sql.end({ timeout: 2 });
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
