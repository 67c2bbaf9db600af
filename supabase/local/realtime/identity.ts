import { decodeJwt } from "jose";
import type { Claims, Keyring } from "../keyring.ts";

/** Who speaks on a channel, and until when. */
export interface Identity {
  claims: Claims;
  /** The user's token, or null when the API key of the connection speaks. */
  token: string | null;
  /** Milliseconds since 1970; null never ends. */
  expiresAt: number | null;
}

/** Thrown when a token says nothing that we trust; the message is for the client. */
export class InvalidToken extends Error {}

/**
 * Decides who a channel acts for. A missing token or an `sb_` key means the connection's own claims, as hosted
 * Realtime has it. Throws {@link InvalidToken} for a token that is expired or not ours.
 */
export async function identify(
  keys: Pick<Keyring, "verify">,
  token: string | null | undefined,
  connection: Identity,
): Promise<Identity> {
  if (!token || token.startsWith("sb_")) return connection;
  const claims = await keys.verify(token);
  if (!claims) throw new InvalidToken(whyInvalid(token));
  return { claims, token, expiresAt: claims.exp === undefined ? null : claims.exp * 1000 };
}

function whyInvalid(token: string): string {
  try {
    const { exp } = decodeJwt(token);
    const secondsAgo = Math.floor(Date.now() / 1000) - (exp ?? Number.POSITIVE_INFINITY);
    return secondsAgo >= 0
      ? `Token has expired ${secondsAgo} seconds ago`
      : "Failed to validate JWT signature";
  } catch {
    return "The token provided is not a valid JWT";
  }
}
