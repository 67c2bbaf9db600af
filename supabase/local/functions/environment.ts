import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import type { Environment, StackConfig } from "../config.ts";
import type { Keyring } from "../keyring.ts";

/** Names of the stack's own environment that are given to the functions as project secrets. */
const secretNames = /^(REPLICATE_|SMTP_|STUDIO_URL$|WEBHOOK_)/;

function projectSecrets(folder: string, env: Environment): Record<string, string> {
  const file = join(folder, ".env");
  const stored = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
  const given = Object.entries(env).filter(([name]) => secretNames.test(name));
  const all = { ...stored, ...Object.fromEntries(given) };
  // The platform keeps this prefix for itself, so a secret cannot take the place of a key.
  return Object.fromEntries(
    Object.entries(all).filter(
      (entry): entry is [string, string] => Boolean(entry[1]) && !/^SUPABASE_/.test(entry[0]),
    ),
  );
}

/** Without a token of Replicate the functions talk to the embedded models instead, by the same protocol. */
function modelProvider(
  config: StackConfig,
  keys: Keyring,
  secrets: Record<string, string>,
): Record<string, string> {
  if (secrets.REPLICATE_API_TOKEN) return {};
  return {
    REPLICATE_API_TOKEN: "atelier",
    REPLICATE_BASE_URL: `${config.modelsUrl}/v1`,
    REPLICATE_WEBHOOK_SIGNING_SECRET: keys.webhookSecret,
  };
}

/**
 * The environment that every function sees: the platform's own names as on a hosted project, then project secrets
 * from `<folder>/.env` and from the stack's environment. Nothing else of the stack's environment reaches a function.
 */
export function functionEnvironment(
  config: StackConfig,
  keys: Keyring,
  folder: string,
  env: Environment = process.env,
): Record<string, string> {
  const secrets = projectSecrets(folder, env);
  return {
    STUDIO_URL: config.studioUrl,
    SMTP_URL: `smtp://127.0.0.1:${config.mailPort + 1}`,
    ...secrets,
    ...modelProvider(config, keys, secrets),
    SUPABASE_URL: config.apiUrl,
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: keys.publishableKey }),
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: keys.secretKey }),
    SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
    SUPABASE_SECRET_KEY: keys.secretKey,
    SUPABASE_ANON_KEY: keys.publishableKey,
    SUPABASE_SERVICE_ROLE_KEY: keys.secretKey,
    SUPABASE_JWKS: JSON.stringify(keys.jwks),
    SUPABASE_DB_URL: config.dbUrl,
    SB_REGION: "local",
  };
}
