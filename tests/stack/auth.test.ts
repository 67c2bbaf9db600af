import { beforeAll, describe, expect, it } from "vitest";
import { anonClient, database, demoPassword, type NewEducator, newEducator } from "../setup/stack.ts";

let someone: NewEducator;
beforeAll(async () => {
  someone = await newEducator("Ada");
});

const freshEmail = () => `auth-${crypto.randomUUID()}@studio.test`;
const refused = (answer: { error: { status?: number; code?: string } | null }) => [
  answer.error?.status,
  answer.error?.code,
];

describe("signing up", () => {
  it("gives a confirmed user with a session of the configured length", async () => {
    const email = freshEmail();
    const { data, error } = await anonClient().auth.signUp({
      email: ` ${email.toUpperCase()}`,
      password: demoPassword,
      options: { data: { name: "Grace" } },
    });
    expect(error).toBeNull();
    expect(data.user).toMatchObject({
      email,
      role: "authenticated",
      aud: "authenticated",
      app_metadata: { provider: "email", providers: ["email"] },
      user_metadata: { name: "Grace", email },
      identities: [{ provider: "email", identity_data: { email } }],
    });
    expect(data.user?.email_confirmed_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(data.session?.expires_in).toBe(86_400);
  });

  it("fires the triggers on auth.users, with the metadata in place, in the same transaction", async () => {
    const sql = database();
    await sql.unsafe(`
      create table private.auth_seen (email text, name text);
      create function private.auth_see() returns trigger language plpgsql security definer set search_path = '' as $$
        begin
          if new.email like 'refuse-%' then raise exception 'not you'; end if;
          insert into private.auth_seen values (new.email, new.raw_user_meta_data ->> 'name'); return new;
        end $$;
      create trigger auth_test_see after insert on auth.users for each row execute function private.auth_see()`);
    try {
      const { email } = await newEducator("Seen");
      expect(await sql`select name from private.auth_seen where email = ${email}`).toMatchObject([
        { name: "Seen" },
      ]);
      const unlucky = `refuse-${freshEmail()}`;
      const { error } = await anonClient().auth.signUp({ email: unlucky, password: demoPassword });
      expect([error?.status, error?.message]).toEqual([500, "Database error saving new user"]);
      expect(await sql`select id from auth.users where email = ${unlucky}`).toEqual([]);
    } finally {
      await sql.unsafe(`drop trigger auth_test_see on auth.users; drop function private.auth_see();
        drop table private.auth_seen`);
    }
  });

  it("is refused for a taken address, a weak password and what is no address", async () => {
    const signUp = (email: string, password = demoPassword) => anonClient().auth.signUp({ email, password });
    expect(refused(await signUp(someone.email.toUpperCase()))).toEqual([422, "user_already_exists"]);
    const weak = await signUp(freshEmail(), "short");
    expect(refused(weak)).toEqual([422, "weak_password"]);
    expect((weak.error as { reasons?: string[] }).reasons).toEqual(["length"]);
    expect(refused(await signUp("nobody at all"))).toEqual([400, "validation_failed"]);
    expect(refused(await signUp(freshEmail(), "x".repeat(100)))).toEqual([400, "validation_failed"]);
    expect(refused(await anonClient().auth.signInAnonymously())).toEqual([
      422,
      "anonymous_provider_disabled",
    ]);
  });

  it("by two people at once with one address succeeds once", async () => {
    const email = freshEmail();
    const both = await Promise.all(
      [1, 2].map(() => anonClient().auth.signUp({ email, password: demoPassword })),
    );
    expect(both.filter(({ error }) => error === null)).toHaveLength(1);
    const [row] = await database()`select count(*)::int as n from auth.users where email = ${email}`;
    expect(row?.n).toBe(1);
  });

  it("keeps the password as a bcrypt hash that nobody can read", async () => {
    const [row] =
      await database()`select encrypted_password as hash from auth.users where id = ${someone.id}`;
    expect(row?.hash).toMatch(/^\$2a\$10\$.{53}$/);
    const [grants] = await database()`
      select has_table_privilege('anon', 'auth.users', 'select') as anon,
        has_table_privilege('authenticated', 'auth.refresh_tokens', 'select') as somebody`;
    expect(grants).toEqual({ anon: false, somebody: false });
  });
});

describe("signing in", () => {
  it("is refused in the same words for a wrong password and an unknown address", async () => {
    const attempt = (email: string) =>
      anonClient().auth.signInWithPassword({ email, password: "not-the-one" });
    expect(refused(await attempt(someone.email))).toEqual([400, "invalid_credentials"]);
    expect(refused(await attempt(freshEmail()))).toEqual([400, "invalid_credentials"]);
  });

  it("works with a user that a seed wrote with crypt()", async () => {
    const email = freshEmail();
    await database()`
      insert into auth.users (id, email, encrypted_password, email_confirmed_at, aud, role, raw_app_meta_data,
        raw_user_meta_data, created_at, updated_at)
      values (gen_random_uuid(), ${email}, extensions.crypt('seeded-password', extensions.gen_salt('bf')), now(),
        'authenticated', 'authenticated', '{"provider": "email"}', '{"name": "Seeded"}', now(), now())`;
    const { data, error } = await anonClient().auth.signInWithPassword({
      email,
      password: "seeded-password",
    });
    expect([error, data.user?.user_metadata.name]).toEqual([null, "Seeded"]);
  });
});

describe("changing the user", () => {
  it("merges metadata, and takes keys away with null", async () => {
    const { client } = await newEducator("Before");
    await client.auth.updateUser({ data: { theme: "dark", name: "After" } });
    const { data } = await client.auth.updateUser({ data: { theme: null } });
    expect(data.user?.user_metadata.name).toBe("After");
    expect(data.user?.user_metadata).not.toHaveProperty("theme");
  });

  it("to a new password ends other sessions, and refuses weak and unchanged ones", async () => {
    const { client, email } = await newEducator();
    const other = anonClient();
    await other.auth.signInWithPassword({ email, password: demoPassword });
    expect(refused(await client.auth.updateUser({ password: "x" }))).toEqual([422, "weak_password"]);
    expect(refused(await client.auth.updateUser({ password: demoPassword }))).toEqual([422, "same_password"]);
    expect((await client.auth.updateUser({ password: "a-new-password" })).error).toBeNull();
    expect((await other.auth.getUser()).error?.name).toBe("AuthSessionMissingError");
    expect((await client.auth.getUser()).error).toBeNull();
    const old = await anonClient().auth.signInWithPassword({ email, password: demoPassword });
    expect(refused(old)).toEqual([400, "invalid_credentials"]);
    expect(
      (await anonClient().auth.signInWithPassword({ email, password: "a-new-password" })).error,
    ).toBeNull();
  });

  it("to a new address counts at once without confirmations, and refuses a taken one", async () => {
    const { client } = await newEducator();
    const email = freshEmail();
    const { data } = await client.auth.updateUser({ email });
    expect(data.user).toMatchObject({ email, identities: [{ identity_data: { email } }] });
    expect(refused(await client.auth.updateUser({ email: someone.email }))).toEqual([422, "email_exists"]);
  });
});
