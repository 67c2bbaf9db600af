import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAuthService } from "../../supabase/local/auth/service.ts";
import { readAuthSettings } from "../../supabase/local/auth/settings.ts";
import { openKeyring } from "../../supabase/local/keyring.ts";
import type { Service } from "../../supabase/local/service.ts";
import { anonClient, database, demoPassword, newEducator, stack } from "../setup/stack.ts";
import { follow, type Mail, mailsTo, mailTo, readAuthMail } from "./mailbox.ts";

const freshEmail = () => `link-${crypto.randomUUID()}@studio.test`;
const site = () => stack().status.studioUrl;

/** A browser as `@supabase/ssr` makes it: PKCE, with a storage of its own. */
function pkceClient(fetchVia?: typeof fetch): SupabaseClient {
  const kept = new Map<string, string>();
  return createClient(stack().status.apiUrl, stack().status.publishableKey, {
    auth: {
      flowType: "pkce",
      autoRefreshToken: false,
      detectSessionInUrl: false,
      storage: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
    },
    global: fetchVia ? { fetch: fetchVia } : {},
  });
}

describe("a forgotten password", () => {
  it("is replaced through the mailed link, once", async () => {
    const { email } = await newEducator();
    const { error } = await anonClient().auth.resetPasswordForEmail(email, {
      redirectTo: `${site()}/new?a=1`,
    });
    expect(error).toBeNull();
    const mail = await mailTo(email);
    expect(mail.subject).toBe("Reset your password");
    const { link } = readAuthMail(mail);
    const landed = await follow(link);
    expect(landed.href.split("#")[0]).toBe(`${site()}/new?a=1`);
    const session = Object.fromEntries(new URLSearchParams(landed.hash.slice(1)));
    expect(session).toMatchObject({ type: "recovery", token_type: "bearer", expires_in: "86400" });
    const client = anonClient();
    await client.auth.setSession({
      access_token: session.access_token ?? "",
      refresh_token: session.refresh_token ?? "",
    });
    expect((await client.auth.updateUser({ password: "a-new-password" })).error).toBeNull();
    expect(
      (await anonClient().auth.signInWithPassword({ email, password: "a-new-password" })).error,
    ).toBeNull();
    const again = new URLSearchParams((await follow(link)).hash.slice(1));
    expect([again.get("error"), again.get("error_code")]).toEqual(["access_denied", "otp_expired"]);
  });

  it("by PKCE comes back as a code that only the asking browser can use, once", async () => {
    const { email, id } = await newEducator();
    const browser = pkceClient();
    await browser.auth.resetPasswordForEmail(email, { redirectTo: `${site()}/auth/callback` });
    const landed = await follow(readAuthMail(await mailTo(email)).link);
    expect(landed.hash).toBe("");
    const code = landed.searchParams.get("code") ?? "";
    const thief = pkceClient();
    await thief.auth.resetPasswordForEmail(freshEmail());
    expect((await thief.auth.exchangeCodeForSession(code)).error?.code).toBe("bad_code_verifier");
    const { data, error } = await browser.auth.exchangeCodeForSession(code);
    expect([error, data.user?.id]).toEqual([null, id]);
    expect((await browser.auth.getUser()).data.user?.id).toBe(id);
    await browser.auth.resetPasswordForEmail(email);
    expect((await browser.auth.exchangeCodeForSession(code)).error?.code).toBe("flow_state_not_found");
  });

  it("of an unknown address gets the same answer and no mail", async () => {
    const email = freshEmail();
    expect((await anonClient().auth.resetPasswordForEmail(email)).error).toBeNull();
    expect(await mailsTo(email)).toEqual([]);
  });

  it("cannot be redirected to a stranger's site, and its link grows old", async () => {
    const { email, id } = await newEducator();
    await anonClient().auth.resetPasswordForEmail(email, { redirectTo: "https://evil.example/steal" });
    const { link } = readAuthMail(await mailTo(email));
    expect(link.searchParams.get("redirect_to")).toBe(site());
    link.searchParams.set("redirect_to", "https://evil.example/steal");
    await database()`update auth.users set recovery_sent_at = now() - interval '2 hours' where id = ${id}`;
    const landed = await follow(link);
    expect(landed.origin).toBe(site());
    expect(landed.hash).toContain("error_code=otp_expired");
  });
});

describe("a magic link", () => {
  it("signs in by link, by code or by token hash, making the account when there is none", async () => {
    const email = freshEmail();
    const { error } = await anonClient().auth.signInWithOtp({ email, options: { data: { name: "Magic" } } });
    expect(error).toBeNull();
    const first = readAuthMail(await mailTo(email));
    const client = anonClient();
    const other = first.code === "000000" ? "000001" : "000000";
    const wrong = await client.auth.verifyOtp({ email, token: other, type: "email" });
    expect([wrong.error?.status, wrong.error?.code]).toEqual([403, "otp_expired"]);
    const byCode = await client.auth.verifyOtp({ email, token: first.code, type: "email" });
    expect(byCode.data.user?.user_metadata.name).toBe("Magic");
    await anonClient().auth.signInWithOtp({ email });
    const token_hash = readAuthMail(await mailTo(email, 2)).link.searchParams.get("token") ?? "";
    const byHash = await anonClient().auth.verifyOtp({ token_hash, type: "magiclink" });
    expect(byHash.data.user?.id).toBe(byCode.data.user?.id);
    const pkce = pkceClient();
    await pkce.auth.signInWithOtp({ email, options: { emailRedirectTo: `${site()}/in` } });
    const code = (await follow(readAuthMail(await mailTo(email, 3)).link)).searchParams.get("code") ?? "";
    expect((await pkce.auth.exchangeCodeForSession(code)).data.user?.email).toBe(email);
  });

  it("makes no account when told not to", async () => {
    const { error } = await anonClient().auth.signInWithOtp({
      email: freshEmail(),
      options: { shouldCreateUser: false },
    });
    expect([error?.status, error?.code]).toEqual([422, "otp_disabled"]);
  });
});

describe("with confirmations switched on", () => {
  let auth: Service;
  let direct: typeof fetch;

  beforeAll(async () => {
    const { config } = stack();
    const keys = await openKeyring(config.dataDir);
    const settings = { ...readAuthSettings(config), confirmEmail: true };
    auth = await createAuthService({ config, keys, sql: database(), log: () => {} }, settings);
    direct = async (input, init) => auth.handle(new Request(input, init));
  });
  afterAll(() => auth.stop());

  const openLink = async (link: URL) => {
    const answer = await direct(link);
    return new URL(answer.headers.get("location") ?? "");
  };

  it("a new account waits for its link", async () => {
    const email = freshEmail();
    const client = pkceClient(direct);
    const { data } = await client.auth.signUp({ email, password: demoPassword });
    expect([data.session, data.user?.confirmed_at]).toEqual([null, undefined]);
    const early = await client.auth.signInWithPassword({ email, password: demoPassword });
    expect([early.error?.status, early.error?.code]).toEqual([400, "email_not_confirmed"]);
    await client.auth.resend({ type: "signup", email });
    await mailTo(email, 2);
    const old = readAuthMail((await mailsTo(email))[1] as Mail).link;
    expect((await openLink(old)).hash).toContain("otp_expired");
    const second = pkceClient(direct);
    await second.auth.signUp({ email, password: demoPassword });
    const landed = await openLink(readAuthMail(await mailTo(email, 3)).link);
    const session = await second.auth.exchangeCodeForSession(landed.searchParams.get("code") ?? "");
    expect(session.data.user?.email_confirmed_at).toBeTruthy();
  });

  it("signing up with a taken address looks like success and changes nothing", async () => {
    const { email, id } = await newEducator();
    const { data, error } = await pkceClient(direct).auth.signUp({ email, password: "other-password" });
    expect([error, data.session, data.user?.identities]).toEqual([null, null, []]);
    expect(data.user?.id).not.toBe(id);
    expect(await mailsTo(email)).toEqual([]);
    expect((await anonClient().auth.signInWithPassword({ email, password: demoPassword })).error).toBeNull();
  });

  it("a new address counts when both mailboxes have agreed", async () => {
    const { email, accessToken, client: plain } = await newEducator();
    const next = freshEmail();
    const client = createClient(stack().status.apiUrl, stack().status.publishableKey, {
      auth: { persistSession: false, autoRefreshToken: false },
      global: { fetch: direct },
    });
    const refresh_token = (await plain.auth.getSession()).data.session?.refresh_token ?? "";
    await client.auth.setSession({ access_token: accessToken, refresh_token });
    const { data } = await client.auth.updateUser({ email: next });
    expect([data.user?.email, data.user?.new_email]).toEqual([email, next]);
    const first = await openLink(readAuthMail(await mailTo(email)).link);
    expect(first.hash).toContain("Confirmation+link+accepted");
    expect((await client.auth.getUser()).data.user?.email).toBe(email);
    await openLink(readAuthMail(await mailTo(next)).link);
    expect((await client.auth.getUser()).data.user?.email).toBe(next);
  });
});
