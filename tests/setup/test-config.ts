import { join } from "node:path";
import { readStackConfig, root, type StackConfig } from "../../supabase/local/config.ts";
import type { StackStatus } from "../../supabase/local/run-file.ts";

/** The stack that a test run talks to. */
export interface TestStack {
  config: StackConfig;
  status: StackStatus;
}

/** First port of the tests' stack; several test runs side by side need different ones. */
export const portBase = Number(process.env.TEST_PORT_BASE || 55300);

/** Ports and data folder of a stack for tests, away from the ones of `npm start`. */
export function testConfig(base = portBase): StackConfig {
  return readStackConfig({
    NODE_ENV: "test",
    PORT: String(base),
    SUPABASE_PORT: String(base + 1),
    SUPABASE_DB_PORT: String(base + 2),
    MAIL_PORT: String(base + 4),
    MODELS_PORT: String(base + 30),
    STUDIO_DATA_DIR: join(root, "supabase", `.data-test-${base}`),
  });
}
