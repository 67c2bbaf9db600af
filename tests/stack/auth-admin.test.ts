import { describe, expect, it } from "vitest";
import { anonClient, database, demoPassword, newEducator, serviceClient } from "../setup/stack.ts";
import { follow, mailTo, readAuthMail } from "./mailbox.ts";

const freshEmail = () => `admin-${crypto.randomUUID()}@studio.test`;
const admin = () => serviceClient().auth.admin;

describe("with the secret key one", () => {
  it("makes, finds, changes and deletes users", async () => {
    const email = freshEmail();
    const made = await admin().createUser({
      email,
      password: demoPassword,
      email_confirm: true,
      user_metadata: { name: "Made" },
      app_metadata: { plan: "school" },
    });
    const id = made.data.user?.id ?? "";
    expect(made.data.user?.app_metadata).toEqual({ provider: "email", providers: ["email"], plan: "school" });
    expect((await admin().createUser({ email })).error?.code).toBe("email_exists");
    expect((await admin().getUserById(id)).data.user?.user_metadata.name).toBe("Made");
    const client = anonClient();
    const signedIn = await client.auth.signInWithPassword({ email, password: demoPassword });
    expect(signedIn.error).toBeNull();
    await admin().updateUserById(id, {
      password: "changed-by-admin",
      app_metadata: { plan: null, level: 2 },
    });
    const refreshed = await client.auth.refreshSession();
    expect(refreshed.data.user?.app_metadata).toEqual({ provider: "email", providers: ["email"], level: 2 });
    const deleted = await admin().deleteUser(id);
    expect(deleted.error).toBeNull();
    expect((await client.auth.getUser()).error?.code).toBe("user_not_found");
    expect((await client.auth.refreshSession()).error?.code).toBe("refresh_token_not_found");
    expect((await admin().getUserById(id)).error?.code).toBe("user_not_found");
  });

  it("lists users by page, newest first", async () => {
    // Others sign up meanwhile: the first page is sure to be of these two only where they come last of all.
    const newest: string[] = [];
    for (const years of [20, 10]) {
      const { id } = await newEducator();
      await database()`update auth.users set created_at = now() + make_interval(years => ${years}) where id = ${id}`;
      newest.push(id);
    }
    const first = await admin().listUsers({ page: 1, perPage: 2 });
    expect(first.data.users.map((user) => user.id)).toEqual(newest);
    const { total, nextPage } = first.data as { total: number; nextPage: number };
    expect(total).toBeGreaterThan(2);
    expect(nextPage).toBe(2);
    const all = await admin().listUsers({ page: 1, perPage: 1000 });
    expect(all.data.users.map(({ created_at }) => created_at)).toEqual(
      all.data.users.map(({ created_at }) => created_at).toSorted((a, b) => b.localeCompare(a)),
    );
    for (const id of newest) await admin().deleteUser(id);
  });

  it("bans for a while", async () => {
    const { id, email, client } = await newEducator();
    await admin().updateUserById(id, { ban_duration: "1h" });
    const again = await anonClient().auth.signInWithPassword({ email, password: demoPassword });
    expect(again.error?.code).toBe("user_banned");
    expect((await client.auth.refreshSession()).error?.code).toBe("user_banned");
    await admin().updateUserById(id, { ban_duration: "none" });
    expect((await anonClient().auth.signInWithPassword({ email, password: demoPassword })).error).toBeNull();
  });

  it("gets links without mails, and invites with one", async () => {
    const { email, id } = await newEducator();
    const { data } = await admin().generateLink({ type: "magiclink", email });
    const landed = await follow(new URL(data.properties?.action_link ?? ""));
    expect(landed.hash).toContain("access_token=");
    const code = (await admin().generateLink({ type: "recovery", email })).data.properties?.email_otp ?? "";
    const verified = await anonClient().auth.verifyOtp({ email, token: code, type: "recovery" });
    expect(verified.data.user?.id).toBe(id);
    const guest = freshEmail();
    expect((await admin().inviteUserByEmail(guest)).data.user?.invited_at).toBeTruthy();
    const invited = await follow(readAuthMail(await mailTo(guest)).link);
    expect(invited.hash).toContain("type=invite");
  });
});

describe("without the secret key one", () => {
  it("gets nothing of it", async () => {
    const { client, id } = await newEducator();
    for (const someone of [client, anonClient()]) {
      expect((await someone.auth.admin.listUsers()).error?.status).toBe(403);
      expect((await someone.auth.admin.deleteUser(id)).error?.code).toBe("not_admin");
      expect((await someone.auth.admin.createUser({ email: freshEmail() })).error?.code).toBe("not_admin");
    }
    expect((await client.auth.getUser()).error).toBeNull();
  });
});
