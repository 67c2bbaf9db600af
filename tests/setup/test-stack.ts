import type { StackConfig } from "../../supabase/local/config.ts";
import type { StackStatus } from "../../supabase/local/run-file.ts";
import { firstTestPort } from "../../supabase/local/testing/test-studio.ts";

/** The stack that a test run talks to. */
export interface TestStack {
  config: StackConfig;
  status: StackStatus;
}

/** First port of the tests' stack; several test runs side by side need different ones. */
export const portBase = Number(process.env.TEST_PORT_BASE || firstTestPort);
