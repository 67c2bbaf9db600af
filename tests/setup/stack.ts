import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import type { TestStack } from "./test-stack.ts";

/** Password of the demo accounts of the embedded stack. */
export const demoPassword = "magikswipe-demo";

const clients: SupabaseClient[] = [];
let pool: postgres.Sql | undefined;

afterAll(async () => {
  await Promise.all(clients.splice(0).map((client) => client.removeAllChannels()));
  await pool?.end({ timeout: 2 });
  pool = undefined;
});

/** Addresses, keys and configuration of the running stack. */
export function stack(): TestStack {
  return inject("stack");
}

function client(key: string): SupabaseClient {
  const made = createClient(stack().status.apiUrl, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
  clients.push(made);
  return made;
}

/** An unmodified supabase-js client of nobody in particular. */
export function anonClient(): SupabaseClient {
  return client(stack().status.publishableKey);
}

/** A supabase-js client with the secret key: Row Level Security does not bind it. */
export function serviceClient(): SupabaseClient {
  return client(stack().status.secretKey);
}

/** A client signed in as this account. Throws when the sign-in is refused. */
export async function signedInClient(email: string, password = demoPassword): Promise<SupabaseClient> {
  const made = anonClient();
  const { error } = await made.auth.signInWithPassword({ email, password });
  if (error) throw error;
  return made;
}

/** A person who signed up just now, with a client of their own. */
export interface NewEducator {
  client: SupabaseClient;
  id: string;
  email: string;
  accessToken: string;
}

/** Signs up a fresh educator, so that tests do not meet in the same rows. */
export async function newEducator(name = "Test Educator"): Promise<NewEducator> {
  const email = `educator-${crypto.randomUUID()}@studio.test`;
  const made = anonClient();
  const { data, error } = await made.auth.signUp({
    email,
    password: demoPassword,
    options: { data: { name } },
  });
  if (error) throw error;
  if (!data.user || !data.session) throw new Error("sign-up gave no session");
  return { client: made, id: data.user.id, email, accessToken: data.session.access_token };
}

/** The database as superuser, for looking behind the scenes. One pool for each test file. */
export function database(): postgres.Sql {
  pool ??= postgres(stack().status.dbUrl, { max: 4, onnotice: () => {} });
  return pool;
}
