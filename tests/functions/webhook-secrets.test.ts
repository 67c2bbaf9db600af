import { Webhook } from "standardwebhooks";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Tools } from "../../supabase/functions/_shared/tools.ts";
import { openSecretBook, type SecretBook } from "../../supabase/functions/replicate-webhook/secrets.ts";

const secretOf = (text: string) => `whsec_${Buffer.from(text.padEnd(24)).toString("base64")}`;
const [old, fresh, foreign] = ["old", "new", "foreign"].map(secretOf) as [string, string, string];
const body = "{}";
const minutes = (count: number) => count * 60_000;

function signedWith(secret: string): Headers {
  const at = new Date();
  return new Headers({
    "webhook-id": "msg_1",
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(secret).sign("msg_1", at, body),
  });
}

let now: number;
let asked: number;
/** The secret of the account at the provider; null while it cannot be had. */
let account: string | null;
let book: SecretBook;

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  [now, asked, account] = [0, 0, old];
  book = openSecretBook(() => now);
});

function source(webhookSecrets: string[] = []): Pick<Tools, "environment" | "provider"> {
  const provider = {
    async getWebhookSecret() {
      asked += 1;
      if (!account) throw new Error("The provider is away");
      return account;
    },
  };
  return { environment: { webhookSecrets }, provider } as unknown as Tools;
}
const isGenuine = (secret: string, given?: string[]) =>
  book.isGenuine(body, signedWith(secret), source(given));

describe("secrets of the environment", () => {
  it("are both believed while one is being replaced, and the provider is not asked", async () => {
    expect(await isGenuine(old, [old, fresh])).toBe(true);
    expect(await isGenuine(fresh, [old, fresh])).toBe(true);
    expect(await isGenuine(foreign, [old, fresh])).toBe(false);
    expect(asked).toBe(0);
  });
});

describe("the secret of the provider's account", () => {
  it("is asked for once, however many messages come at the same time", async () => {
    expect(await Promise.all([1, 2, 3, 4].map(() => isGenuine(old)))).toEqual([true, true, true, true]);
    expect(await isGenuine(old)).toBe(true);
    expect(asked).toBe(1);
  });

  it("is asked for anew when a signature does not fit, at most once a minute", async () => {
    await isGenuine(old);
    account = fresh;
    for (let turn = 0; turn < 50; turn += 1) expect(await isGenuine(foreign)).toBe(false);
    expect(asked).toBe(1);
    now = minutes(1);
    expect(await isGenuine(fresh)).toBe(true);
    expect(asked).toBe(2);
  });

  it("is believed for five more minutes after it was replaced: messages are still on their way", async () => {
    await isGenuine(old);
    account = fresh;
    now = minutes(1);
    await isGenuine(fresh);
    expect(await isGenuine(old)).toBe(true);
    now = minutes(6);
    expect(await isGenuine(old)).toBe(false);
    expect(await isGenuine(fresh)).toBe(true);
  });

  it("is needed: while it cannot be had nothing is believed, and a minute later it is asked for again", async () => {
    account = null;
    expect(await isGenuine(old)).toBe(false);
    account = old;
    expect(await isGenuine(old)).toBe(false);
    now = minutes(1);
    expect(await isGenuine(old)).toBe(true);
  });
});
