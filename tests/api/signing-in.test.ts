import { beforeAll, describe, expect, it } from "vitest";
import { call } from "../fixtures/studio.ts";
import { database, demoPassword, type NewEducator, newEducator, stack } from "../setup/stack.ts";

let educator: NewEducator;

beforeAll(async () => {
  educator = await newEducator();
});

describe("signing in", () => {
  it("answers a session to the right password and says nothing more to a wrong one", async () => {
    const good = await call<{ session: { access_token: string; expires_at: number } }>(
      null,
      "POST",
      "/api/login",
      {
        email: "educator@studio.test",
        password: demoPassword,
      },
    );
    expect(good.status).toBe(200);
    expect(good.body.session.expires_at * 1000 - Date.now()).toBeGreaterThan(23 * 3_600_000);
    const me = await call<{ email: string; role: string }>(
      { accessToken: good.body.session.access_token },
      "GET",
      "/api/users/me",
    );
    expect(me.body).toMatchObject({ email: "educator@studio.test", role: "educator" });
    for (const email of ["educator@studio.test", "nobody@studio.test"]) {
      const bad = await call<{ code: string }>(null, "POST", "/api/login", {
        email,
        password: "wrong-password",
      });
      expect([bad.status, bad.body.code]).toEqual([401, "invalid_credentials"]);
    }
  });

  it("makes an account once", async () => {
    const email = `new-${crypto.randomUUID()}@studio.test`;
    const made = await call<{ user: { email: string }; session: { refresh_token: string } }>(
      null,
      "POST",
      "/api/register",
      { email, password: demoPassword, name: "Zoé" },
    );
    expect(made.status).toBe(201);
    expect(made.body.user.email).toBe(email);
    expect(made.body.session.refresh_token).toMatch(/\S/);
    const twice = await call<{ code: string }>(null, "POST", "/api/register", {
      email,
      password: demoPassword,
    });
    expect([twice.status, twice.body.code]).toEqual([409, "email_taken"]);
    const short = await call(null, "POST", "/api/register", { email: `x${email}`, password: "short" });
    expect(short.status).toBe(422);
    const noMail = await call(null, "POST", "/api/register", { email: "no-address", password: demoPassword });
    expect(noMail.status).toBe(422);
  });

  it("is asked of every token that is not ours", async () => {
    const [header, payload] = educator.accessToken.split(".");
    const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
    const swapped = `${header}.${Buffer.from(
      JSON.stringify({ sub: crypto.randomUUID(), role: "service_role", exp: 9_999_999_999 }),
    ).toString("base64url")}.${educator.accessToken.split(".")[2]}`;
    for (const accessToken of [none, swapped, "x", stack().status.publishableKey, `${educator.accessToken}x`])
      expect((await call({ accessToken }, "GET", "/api/drafts")).status).toBe(401);
  });

  it("is asked of an account that is gone, whatever token it left", async () => {
    const gone = await newEducator();
    await database()`delete from auth.users where id = ${gone.id}`;
    expect((await call(gone, "POST", "/api/drafts", { theme: "farm" })).status).toBe(401);
    expect((await call(gone, "GET", "/api/jobs")).status).toBe(401);
  });

  it("does not let another site use the cookie of the browser", async () => {
    const login = await call(null, "POST", "/api/login", {
      email: "second@studio.test",
      password: demoPassword,
    });
    const cookie = login.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    expect((await call(null, "GET", "/api/drafts", undefined, { cookie })).status).toBe(200);
    const foreign = { cookie, origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
    expect((await call(null, "POST", "/api/drafts", { theme: "farm" }, foreign)).status).toBe(403);
    expect(
      (await call(null, "POST", "/api/drafts", { theme: "farm" }, { cookie, origin: "null" })).status,
    ).toBe(403);
    const theirs = { email: "second@studio.test", password: demoPassword };
    expect((await call(null, "POST", "/api/login", theirs, foreign)).status).toBe(403);
    const own = { cookie, origin: stack().status.studioUrl };
    expect((await call(null, "POST", "/api/drafts", { theme: "farm" }, own)).status).toBe(201);
  });
});
