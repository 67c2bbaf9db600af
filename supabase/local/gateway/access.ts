import type { Keyring } from "../keyring.ts";
import type { Service } from "../service.ts";

/** Pages of Auth that a mail client or a browser opens without any header. */
const openAuthPaths = /^\/auth\/v1\/(verify|callback|authorize|\.well-known\/.*|sso\/saml\/.*)$/;

function refusal(message: string, hint: string): Response {
  return Response.json({ message, hint }, { status: 401, headers: { "www-authenticate": "Key" } });
}

/** Storage and Functions decide for themselves who needs a key: public objects, signed URLs and webhooks need none. */
function needsKey(prefix: Service["prefix"], path: string): boolean {
  if (prefix === "storage" || prefix === "functions") return false;
  return prefix !== "auth" || !openAuthPaths.test(path);
}

/**
 * The API-key check of the hosted gateway. Returns the refusal, or null when the request may pass. A key in the query
 * (`?apikey=`) counts as one in the header; secret keys are refused from browsers.
 */
export function refuseWithoutKey(
  prefix: Service["prefix"],
  url: URL,
  headers: Headers,
  keys: Keyring,
): Response | null {
  const fromQuery = url.searchParams.get("apikey");
  if (fromQuery && !headers.has("apikey")) headers.set("apikey", fromQuery);
  const key = headers.get("apikey");
  const claims = key ? keys.claimsOfKey(key) : null;
  if (claims?.role === "service_role" && headers.get("user-agent")?.startsWith("Mozilla/5.0"))
    return refusal(
      "Forbidden use of secret API key in browser",
      "Secret API keys can only be used in a protected environment and should never be used in a browser. Delete this secret API key immediately.",
    );
  if (!needsKey(prefix, url.pathname)) return null;
  if (!key)
    return refusal("No API key found in request", "No `apikey` request header or url param was found.");
  if (!claims)
    return refusal("Invalid API key", "Double check your Supabase `anon` or `service_role` API key.");
  return null;
}
