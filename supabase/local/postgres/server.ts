import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { StackConfig } from "../config.ts";
import { lastLines, PlainError } from "../message.ts";
import { type Child, launch } from "../supervisor.ts";
import { type Account, chooseAccount } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";
import { clearOrphan } from "./orphan.ts";

/** A folder that holds `extension/`: the SQL-only stand-ins for pg_cron, pg_net and supabase_vault. */
const extensionHome = dirname(fileURLToPath(import.meta.url));

/** A running Postgres server. */
export interface PostgresServer extends Child {
  /** True when this start made the database. */
  isNew: boolean;
  logFile: string;
}

function settings(port: number, isDurable: boolean): Record<string, string | number> {
  return {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    wal_level: "logical",
    max_connections: 200,
    max_replication_slots: 20,
    max_wal_senders: 20,
    max_slot_wal_keep_size: "1GB",
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "warning",
    extension_control_path: `$system:${extensionHome}`,
    ...(isDurable ? {} : { fsync: "off", full_page_writes: "off" }),
  };
}

function serverProcess(
  binaries: Binaries,
  account: Account,
  folder: string,
  options: Record<string, string | number>,
  logFile: string,
): Child {
  const flags = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command = "", ...args] = [...account.prefix, binaries.postgres, "-D", folder, ...flags];
  return launch({
    command,
    args,
    cwd: "/",
    env: { ...process.env, LC_ALL: "C" },
    logFile,
    stopSignal: "SIGINT",
    graceMs: 15_000,
    ...(account.drop ? { uid: account.uid, gid: account.gid } : {}),
  });
}

function isReady(folder: string, pid: number): boolean {
  try {
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

async function waitUntilReady(server: Child, folder: string, logFile: string): Promise<void> {
  const until = Date.now() + 60_000;
  while (!isReady(folder, server.pid)) {
    if (!server.running() || Date.now() > until) {
      await server.stop();
      throw new PlainError(`Postgres did not start. The end of ${logFile}:\n${lastLines(logFile, 8)}`);
    }
    await new Promise((done) => setTimeout(done, 20));
  }
}

/**
 * Starts a real Postgres on `config.dbPort` (loopback only) with its data in `<dataDir>/postgres`, making the cluster
 * the first time and clearing what a killed stack left. Resolves when it accepts connections. It ends with this process.
 * Throws a message for people when it cannot start. Without `isDurable` it waits for no disk: what it wrote outlives its
 * own death, but not the machine's.
 */
export async function startPostgres(
  config: Pick<StackConfig, "dataDir" | "dbPort">,
  { isDurable = true }: { isDurable?: boolean } = {},
): Promise<PostgresServer> {
  const folder = join(config.dataDir, "postgres");
  const logFile = join(config.dataDir, "logs", "postgres.log");
  await mkdir(config.dataDir, { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await clearOrphan(folder);
  const binaries = await findBinaries();
  const account = await chooseAccount(binaries.initdb, [join(extensionHome, "extension")], folder);
  const isNew = await ensureCluster(binaries, account, folder);
  const server = serverProcess(binaries, account, folder, settings(config.dbPort, isDurable), logFile);
  await waitUntilReady(server, folder, logFile);
  return { ...server, isNew, logFile };
}
