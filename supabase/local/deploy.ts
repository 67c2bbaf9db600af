import type postgres from "postgres";
import { registerModels, unregisterModels } from "./atelier/register.ts";
import type { StackConfig } from "./config.ts";
import type { Keyring } from "./keyring.ts";

async function setSecret(sql: postgres.Sql, name: string, value: string): Promise<void> {
  const [known] = await sql<{ id: string; decrypted_secret: string }[]>`
    select id, decrypted_secret from vault.decrypted_secrets where name = ${name}`;
  if (!known) await sql`select vault.create_secret(${value}, ${name})`;
  else if (known.decrypted_secret !== value) await sql`select vault.update_secret(${known.id}, ${value})`;
}

/**
 * Does what somebody who deploys to a hosted project does by hand once: tells the database, through Vault, where the
 * project's API and the studio are, and which key its own requests carry.
 */
export async function setProjectSecrets(
  sql: postgres.Sql,
  config: StackConfig,
  keys: Keyring,
): Promise<void> {
  await setSecret(sql, "project_url", config.apiUrl);
  await setSecret(sql, "worker_key", keys.secretKey);
  await setSecret(sql, "studio_url", config.studioUrl);
}

/** Tells the database whose models make things: the Atelier's, unless this machine has a token for Replicate's. */
export async function chooseModels(sql: postgres.Sql): Promise<void> {
  if (process.env.REPLICATE_API_TOKEN) await unregisterModels(sql);
  else await registerModels(sql);
}
