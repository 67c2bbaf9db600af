import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StackConfig } from "./config.ts";
import type { Keyring } from "./keyring.ts";
import { PlainError } from "./message.ts";
import { identify, isAlive, type ProcessIdentity } from "./process-identity.ts";
import { signalGroup } from "./supervisor.ts";

/** The addresses and keys of a running stack: what `npm run status -- --json` prints. */
export interface StackStatus {
  studioUrl: string;
  apiUrl: string;
  dbUrl: string;
  functionsUrl: string;
  mailUrl: string;
  modelsUrl: string;
  publishableKey: string;
  secretKey: string;
}

/** What `<dataDir>/run.json` says of the stack that runs on this data folder. */
export interface RunRecord {
  supervisor: ProcessIdentity;
  processes: (ProcessIdentity & { name: string })[];
  isReady: boolean;
  status?: StackStatus;
}

const fileOf = (dataDir: string) => join(dataDir, "run.json");

/** The status of a stack with this configuration and these keys. */
export function statusOf(config: StackConfig, keys: Keyring): StackStatus {
  const { studioUrl, apiUrl, dbUrl, functionsUrl, mailUrl, modelsUrl } = config;
  const { publishableKey, secretKey } = keys;
  return { studioUrl, apiUrl, dbUrl, functionsUrl, mailUrl, modelsUrl, publishableKey, secretKey };
}

/** Reads the record, whether or not its stack still runs. */
export function readRecord(dataDir: string): RunRecord | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), "utf8"));
  } catch {
    return undefined;
  }
}

/** The record of the stack that runs on this data folder now, if one does. */
export function findRunning(dataDir: string): RunRecord | undefined {
  const record = readRecord(dataDir);
  return record && isAlive(record.supervisor) ? record : undefined;
}

function writeRecord(dataDir: string, record: RunRecord): void {
  const file = fileOf(dataDir);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(record, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Holds the data folder for this process until `release`. */
export interface Claim {
  /** Notes a child, so that the next start can end it if this process is killed. */
  addProcess(name: string, pid: number): void;
  setReady(status: StackStatus): void;
  release(): void;
}

async function endLeftovers(record: RunRecord): Promise<void> {
  const left = record.processes.filter(isAlive);
  for (const { pid } of left) signalGroup(pid, "SIGTERM");
  const until = Date.now() + 8000;
  while (left.some(isAlive) && Date.now() < until) await new Promise((done) => setTimeout(done, 50));
  for (const process of left.filter(isAlive)) signalGroup(process.pid, "SIGKILL");
}

/**
 * Claims the data folder. Ends what a killed stack left running on it. Throws a message for people when a stack is
 * running there.
 */
export async function claimDataDir(dataDir: string): Promise<Claim> {
  const running = findRunning(dataDir);
  if (running)
    throw new PlainError(
      `A studio already runs on the data folder ${dataDir} (process ${running.supervisor.pid}` +
        `${running.status ? `, ${running.status.studioUrl}` : ""}). Stop it with Ctrl-C first, or start a second one ` +
        "with its own STUDIO_DATA_DIR, PORT, SUPABASE_PORT, SUPABASE_DB_PORT, MODELS_PORT and MAIL_PORT.",
    );
  const left = readRecord(dataDir);
  if (left) await endLeftovers(left);
  const supervisor = identify(process.pid);
  if (!supervisor) throw new Error("this process cannot find itself");
  const record: RunRecord = { supervisor, processes: [], isReady: false };
  writeRecord(dataDir, record);
  return {
    addProcess(name, pid) {
      const identity = identify(pid);
      record.processes = record.processes.filter((known) => known.name !== name);
      if (identity) record.processes.push({ name, ...identity });
      writeRecord(dataDir, record);
    },
    setReady(status) {
      Object.assign(record, { isReady: true, status });
      writeRecord(dataDir, record);
    },
    release() {
      rmSync(fileOf(dataDir), { force: true });
    },
  };
}
