import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { beforeAll, describe, expect, it } from "vitest";
import { anonClient, database, demoPassword, type NewEducator, newEducator, stack } from "../setup/stack.ts";

let someone: NewEducator;
beforeAll(async () => {
  someone = await newEducator("Ada");
});

const refused = (answer: { error: { status?: number; code?: string } | null }) => [
  answer.error?.status,
  answer.error?.code,
];

async function signIn(): Promise<SupabaseClient> {
  const client = anonClient();
  const { error } = await client.auth.signInWithPassword({ email: someone.email, password: demoPassword });
  if (error) throw error;
  return client;
}

async function refreshWith(refresh_token: string) {
  const client = anonClient();
  return client.auth.refreshSession({ refresh_token });
}

describe("a session", () => {
  it("has an ES256 token that getClaims checks without asking Auth for the user", async () => {
    const asked: string[] = [];
    const client = createClient(stack().status.apiUrl, stack().status.publishableKey, {
      auth: { persistSession: false, autoRefreshToken: false },
      global: {
        fetch: (input, init) => {
          asked.push(new URL(String(input)).pathname);
          return fetch(input, init);
        },
      },
    });
    await client.auth.signInWithPassword({ email: someone.email, password: demoPassword });
    asked.length = 0;
    const { data, error } = await client.auth.getClaims();
    expect(error).toBeNull();
    expect(data?.header).toMatchObject({ alg: "ES256", kid: expect.any(String) });
    expect(data?.claims).toMatchObject({
      iss: `${stack().status.apiUrl}/auth/v1`,
      sub: someone.id,
      email: someone.email,
      role: "authenticated",
      aal: "aal1",
      amr: [{ method: "password", timestamp: expect.any(Number) }],
      session_id: expect.any(String),
      app_metadata: { provider: "email" },
      user_metadata: { name: "Ada" },
      is_anonymous: false,
    });
    await client.auth.getClaims();
    expect(asked.filter((path) => path !== "/auth/v1/.well-known/jwks.json")).toEqual([]);
  });

  it("gives its user, and none any more after signing out", async () => {
    const client = await signIn();
    const { data } = await client.auth.getUser();
    expect(data.user).toMatchObject({ id: someone.id, email: someone.email });
    const token = (await client.auth.getSession()).data.session?.access_token;
    await client.auth.signOut({ scope: "local" });
    expect((await anonClient().auth.getUser(token)).error?.name).toBe("AuthSessionMissingError");
  });

  it("is refreshed by a token that works once, and rotates", async () => {
    const client = await signIn();
    const first = (await client.auth.getSession()).data.session;
    const { data, error } = await client.auth.refreshSession();
    expect(error).toBeNull();
    expect(data.session?.refresh_token).not.toBe(first?.refresh_token);
    expect(data.session?.user.id).toBe(someone.id);
    expect(refused(await refreshWith("nonsense"))).toEqual([400, "refresh_token_not_found"]);
  });

  it("survives two tabs that refresh at the same moment", async () => {
    const client = await signIn();
    const token = (await client.auth.getSession()).data.session?.refresh_token ?? "";
    const tabs = await Promise.all(Array.from({ length: 5 }, () => refreshWith(token)));
    expect(tabs.map(({ error }) => error)).toEqual(tabs.map(() => null));
    const tokens = new Set(tabs.map(({ data }) => data.session?.refresh_token));
    expect(tokens.size).toBe(1);
    expect((await refreshWith([...tokens][0] ?? "")).error).toBeNull();
  });

  it("ends when a refresh token is used again long after it was rotated twice", async () => {
    const client = await signIn();
    const stolen = (await client.auth.getSession()).data.session?.refresh_token ?? "";
    await client.auth.refreshSession();
    const { data } = await client.auth.refreshSession();
    await database()`
      update auth.refresh_tokens set updated_at = now() - interval '1 minute' where token = ${stolen}`;
    expect(refused(await refreshWith(stolen))).toEqual([400, "refresh_token_already_used"]);
    expect(refused(await refreshWith(data.session?.refresh_token ?? ""))).toEqual([
      400,
      "refresh_token_already_used",
    ]);
  });

  it("ends alone, with all others, or others with it, by scope", async () => {
    const [a, b, c] = await Promise.all([signIn(), signIn(), signIn()]);
    const tokens = await Promise.all(
      [a, b, c].map(async (client) => (await client.auth.getSession()).data.session?.refresh_token ?? ""),
    );
    const alive = async (index: number) => (await refreshWith(tokens[index] ?? "")).error === null;
    await a.auth.signOut({ scope: "local" });
    expect([await alive(0), await alive(1), await alive(2)]).toEqual([false, true, true]);
    await b.auth.signOut({ scope: "others" });
    expect([await alive(1), await alive(2)]).toEqual([true, false]);
    await b.auth.signOut({ scope: "global" });
    expect(await alive(1)).toBe(false);
  });
});
