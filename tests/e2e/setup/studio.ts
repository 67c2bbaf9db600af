import { readFileSync } from "node:fs";
import postgres from "postgres";
import type { TestStack } from "../../setup/test-stack.ts";

function readStack(): TestStack {
  const file = process.env.TEST_STACK_STATUS;
  if (!file)
    throw new Error('These tests need a running studio. "npm test -- browser" starts one and runs them.');
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The studio that `npm test` started for these tests. */
export const stack = readStack();

/** The database as superuser, for setting up and for looking behind the scenes. Idle connections end by themselves. */
export const sql = postgres(stack.status.dbUrl, { max: 2, idle_timeout: 2, onnotice: () => {} });

/** Who calls the API: an access token is all that it asks for. */
export interface Caller {
  accessToken: string;
}

/** Calls the API and returns the body. Throws on any other status than 2xx. */
export async function call<Body = Record<string, unknown>>(
  who: Caller | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<Body> {
  const response = await fetch(new URL(path, stack.status.studioUrl), {
    method,
    headers: {
      "content-type": "application/json",
      ...(who ? { authorization: `Bearer ${who.accessToken}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return (text ? JSON.parse(text) : null) as Body;
}
