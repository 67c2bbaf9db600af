import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { isSigned } from "../../supabase/functions/replicate-webhook/verify-signature.ts";

const secretOf = (text: string) => `whsec_${Buffer.from(text.padEnd(24)).toString("base64")}`;
const secret = secretOf("ours");
const other = secretOf("another");
const body = JSON.stringify({ id: "p1", status: "succeeded", output: "é" });

function headersFor(text: string, options: { secret?: string; at?: Date; id?: string } = {}): Headers {
  const { at = new Date(), id = "msg_1" } = options;
  const signature = new Webhook(options.secret ?? secret).sign(id, at, text);
  const seconds = String(Math.floor(at.getTime() / 1000));
  return new Headers({ "webhook-id": id, "webhook-timestamp": seconds, "webhook-signature": signature });
}
const minutes = (count: number) => new Date(Date.now() + count * 60_000);

describe("a webhook is believed", () => {
  it("when one of the secrets signed it, also while a secret is being replaced", () => {
    expect(isSigned(body, headersFor(body), [secret])).toBe(true);
    expect(isSigned(body, headersFor(body), [other, secret])).toBe(true);
    const both = headersFor(body);
    const old = headersFor(body, { secret: other }).get("webhook-signature");
    both.set("webhook-signature", `${old} ${both.get("webhook-signature")}`);
    expect(isSigned(body, both, [secret])).toBe(true);
  });

  it("within five minutes of its time, not six", () => {
    for (const count of [-4, 4])
      expect(isSigned(body, headersFor(body, { at: minutes(count) }), [secret])).toBe(true);
    for (const count of [-6, 6, -5_256_000])
      expect(isSigned(body, headersFor(body, { at: minutes(count) }), [secret])).toBe(false);
  });
});

describe("a webhook is not believed", () => {
  it("when no secret is known", () => {
    expect(isSigned(body, headersFor(body), [])).toBe(false);
    expect(isSigned(body, headersFor(body), [""])).toBe(false);
    expect(isSigned(body, headersFor(body), ["whsec_"])).toBe(false);
  });

  it("when another secret signed it, or one byte, the id or the time was changed", () => {
    expect(isSigned(body, headersFor(body, { secret: other }), [secret])).toBe(false);
    expect(isSigned(`${body} `, headersFor(body), [secret])).toBe(false);
    const at = new Date();
    for (const [name, value] of [
      ["webhook-id", "msg_2"],
      ["webhook-timestamp", String(Math.floor(at.getTime() / 1000) + 1)],
    ] as const) {
      const headers = headersFor(body, { at });
      headers.set(name, value);
      expect(isSigned(body, headers, [secret])).toBe(false);
    }
  });

  it("when a header is missing or makes no sense", () => {
    for (const name of ["webhook-id", "webhook-timestamp", "webhook-signature"]) {
      const headers = headersFor(body);
      headers.delete(name);
      expect(isSigned(body, headers, [secret])).toBe(false);
      for (const value of ["", "v1", "v1,", "v1a,AAAA", ",,,", "v1,!!!!", "NaN"]) {
        headers.set(name, value);
        expect(isSigned(body, headers, [secret])).toBe(false);
      }
    }
  });
});
