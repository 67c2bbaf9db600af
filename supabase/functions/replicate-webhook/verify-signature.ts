import { Webhook } from "standardwebhooks";

const headerNames = ["webhook-id", "webhook-timestamp", "webhook-signature"];

/** True when one of the secrets signed exactly this body within the last five minutes. No secret: never. */
export function isSigned(body: string, headers: Headers, secrets: readonly string[]): boolean {
  const given = Object.fromEntries(headerNames.map((name) => [name, headers.get(name) ?? ""]));
  return secrets.some((secret) => {
    try {
      new Webhook(secret).verify(body, given, { jsonParse: false });
      return true;
    } catch {
      return false;
    }
  });
}
