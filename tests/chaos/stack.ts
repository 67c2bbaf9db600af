import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { FaultOrder } from "../../supabase/local/atelier/api/fault-kinds.ts";
import { readStackConfig } from "../../supabase/local/config.ts";
import { startEmbedded } from "../../supabase/local/embedded.ts";
import { openKeyring } from "../../supabase/local/keyring.ts";
import { neededPorts, requireFreePorts } from "../../supabase/local/ports.ts";
import { claimDataDir, type StackStatus } from "../../supabase/local/run-file.ts";
import { portBase } from "../setup/test-stack.ts";

/** A whole embedded stack without the Next application, of one run alone: its database may be bent at will. */
export interface ChaosStack extends AsyncDisposable {
  status: StackStatus;
  /** As superuser. */
  sql: postgres.Sql;
  webhookSecret: string;
  /** Calls the Atelier with a token. Throws on any other answer than 2xx. */
  atelier<Body>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Body>;
  orderFaults(...faults: FaultOrder[]): Promise<void>;
}

/** Starts one, 60 ports after the first port of the test run; `await using` ends it and removes its data. */
export async function openChaosStack(): Promise<ChaosStack> {
  const dataDir = await mkdtemp(join(tmpdir(), "studio-chaos-stack-"));
  await chmod(dataDir, 0o755);
  const first = portBase + 60;
  const config = readStackConfig({
    PORT: String(first),
    SUPABASE_PORT: String(first + 1),
    SUPABASE_DB_PORT: String(first + 2),
    MAIL_PORT: String(first + 3),
    MODELS_PORT: String(first + 5),
    STUDIO_DATA_DIR: dataDir,
  });
  await requireFreePorts(neededPorts(config));
  const claim = await claimDataDir(dataDir);
  const embedded = await startEmbedded(config, { claim, env: { ATELIER_FAULTS: "1" } });
  const sql = postgres(config.dbUrl, { max: 8, onnotice: () => {} });
  const { webhookSecret } = await openKeyring(dataDir);

  async function atelier<Body>(method: string, path: string, body?: unknown, headers = {}): Promise<Body> {
    const answer = await fetch(new URL(path, config.modelsUrl), {
      method,
      headers: { authorization: "Bearer any-token", "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Body;
  }

  return {
    status: embedded.status,
    sql,
    webhookSecret,
    atelier,
    orderFaults: async (...faults) => void (await atelier("POST", "/control/faults", { faults })),
    async [Symbol.asyncDispose]() {
      await sql.end({ timeout: 2 });
      await embedded.stop();
      claim.release();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
