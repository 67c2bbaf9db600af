import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { openKeyring } from "../../supabase/local/keyring.ts";
import { newEducator, serviceClient, stack } from "../setup/stack.ts";

const url = (name: string) => `${stack().status.functionsUrl}/${name}`;
const post = (name: string, headers: Record<string, string> = {}, body = "{}") =>
  fetch(url(name), { method: "POST", headers: { "content-type": "application/json", ...headers }, body });

describe.each(["generation-worker", "job-scheduler"])("the door of %s", (name) => {
  it("opens for the secret key alone", async () => {
    const { publishableKey, secretKey } = stack().status;
    const { accessToken } = await newEducator();
    const refused: Record<string, string>[] = [
      {},
      { apikey: publishableKey },
      { apikey: "sb_secret_made-up" },
      { authorization: `Bearer ${accessToken}`, apikey: publishableKey },
      { authorization: `Bearer ${secretKey}` },
    ];
    for (const headers of refused) expect((await post(name, headers)).status).toBe(401);
    expect((await post(name, { apikey: secretKey })).status).toBe(200);
  });

  it("takes nothing but POST", async () => {
    const answer = await fetch(url(name), { headers: { apikey: stack().status.secretKey } });
    expect(answer.status).toBe(405);
  });

  it("says what it did to a supabase-js client with the secret key", async () => {
    const report = async () => (await serviceClient().functions.invoke(name, { body: {} })).data ?? {};
    const word = name === "job-scheduler" ? "predictions" : "claimed";
    await expect.poll(async () => Object.keys(await report())).toContain(word);
  });
});

describe("the door of replicate-webhook", () => {
  async function signed(body: string): Promise<Record<string, string>> {
    const { webhookSecret } = await openKeyring(stack().config.dataDir);
    const at = new Date();
    return {
      "webhook-id": "msg_1",
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": new Webhook(webhookSecret).sign("msg_1", at, body),
    };
  }
  const name = `replicate-webhook?prediction=${crypto.randomUUID()}`;
  const body = JSON.stringify({ id: "p1", status: "succeeded", output: [] });

  it("refuses what is not signed, whatever key comes with it", async () => {
    const { secretKey } = stack().status;
    expect((await post(name, {}, body)).status).toBe(401);
    expect((await post(name, { apikey: secretKey, authorization: `Bearer ${secretKey}` }, body)).status).toBe(
      401,
    );
    expect((await post(name, await signed(`${body} `), body)).status).toBe(401);
  });

  it("takes a signed message about nothing that we know, and wants no second one", async () => {
    const answer = await post(name, await signed(body), body);
    expect([answer.status, await answer.json()]).toEqual([200, { outcome: "unknown" }]);
  });

  it("takes a signed message that it cannot read", async () => {
    for (const text of ["", "null", "{}", "[", JSON.stringify({ id: 7 })]) {
      const answer = await post(name, await signed(text), text);
      expect([answer.status, await answer.json()]).toEqual([200, { outcome: "unreadable" }]);
    }
    const answer = await post("replicate-webhook?prediction=1", await signed(body), body);
    expect(await answer.json()).toEqual({ outcome: "unreadable" });
  });

  it("refuses a body that is too large", async () => {
    const large = "x".repeat(3_000_000);
    expect((await post(name, await signed(large), large)).status).toBe(413);
  });
});
