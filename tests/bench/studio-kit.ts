import { readFileSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import postgres from "postgres";
import type { TestStack } from "../setup/test-stack.ts";

/** The studio that `npm run bench` started. */
export function benchStack(): TestStack {
  const file = process.env.TEST_STACK_STATUS;
  if (!file) throw new Error('Run it with "npm run bench": it starts the studio that is measured.');
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The database of the measured studio, as superuser. */
export function benchDatabase(): postgres.Sql {
  return postgres(benchStack().status.dbUrl, { max: 4, onnotice: () => {} });
}

/** A demo account, signed in. */
export async function signedIn(
  email = "educator@studio.test",
): Promise<{ client: SupabaseClient; token: string }> {
  const { apiUrl, publishableKey } = benchStack().status;
  const client = createClient(apiUrl, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { data, error } = await client.auth.signInWithPassword({ email, password: "magikswipe-demo" });
  if (error) throw error;
  return { client, token: data.session.access_token };
}

/** Calls the measured studio's API as this token and returns the body. Throws on any other status than 2xx. */
export async function callStudio<Body>(
  token: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Body> {
  const response = await fetch(new URL(path, benchStack().status.studioUrl), {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok)
    throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Body;
}

/** Waits until a job has ended; throws unless it completed. Looks into the database, so that the studio is left alone. */
export async function untilCompleted(sql: postgres.Sql, jobId: string): Promise<void> {
  for (;;) {
    const [job] = await sql`select status, error_code from public.jobs where id = ${jobId}`;
    if (job?.status === "completed") return;
    if (job?.status === "failed" || job?.status === "cancelled")
      throw new Error(`job ended as ${job.error_code}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

/** Debian's Chromium, headless. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking"],
  });
}
