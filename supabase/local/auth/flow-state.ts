import { createHash, timingSafeEqual } from "node:crypto";
import { AuthError } from "./auth-error.ts";
import type { AuthTransaction } from "./database.ts";

const codeSeconds = 300;

/** The half of PKCE that a client sends before a mail leaves; the verifier stays in its browser. */
export interface Challenge {
  value: string;
  method: "s256" | "plain";
}

/** Reads `code_challenge` and `code_challenge_method` of a body; null when it is not a PKCE request. */
export function readChallenge(body: Record<string, unknown>): Challenge | null {
  const value = body.code_challenge;
  const method = String(body.code_challenge_method ?? "").toLowerCase();
  if (!value && !method) return null;
  if (typeof value !== "string" || (method !== "s256" && method !== "plain"))
    throw new AuthError(
      400,
      "validation_failed",
      "PKCE flow requires code_challenge_method and code_challenge",
    );
  if (!/^[\w.~-]{43,128}$/.test(value))
    throw new AuthError(400, "validation_failed", "code challenge has to be between 43 and 128 characters");
  return { value, method };
}

/** Remembers the challenge until the mailed link is opened. */
export async function saveChallenge(
  transaction: AuthTransaction,
  userId: string,
  purpose: string,
  challenge: Challenge,
): Promise<void> {
  await transaction`
    insert into auth.flow_state (user_id, auth_code, code_challenge, code_challenge_method, provider_type,
      authentication_method)
    values (${userId}, ${crypto.randomUUID()}, ${challenge.value}, ${challenge.method}, 'email', ${purpose})`;
}

/** The code that the redirect carries in place of a session. Throws when no PKCE request is waiting for it. */
export async function issueAuthCode(
  transaction: AuthTransaction,
  userId: string,
  purpose: string,
): Promise<string> {
  const [row] = await transaction<{ auth_code: string }[]>`
    update auth.flow_state set auth_code_issued_at = now(), updated_at = now() where id = (
      select id from auth.flow_state where user_id = ${userId} and authentication_method = ${purpose}
        and auth_code_issued_at is null order by created_at desc limit 1)
    returning auth_code`;
  if (!row) throw new AuthError(404, "flow_state_not_found", "No valid flow state found for user");
  return row.auth_code;
}

function fits(challenge: string, method: string, verifier: string): boolean {
  const computed = method === "s256" ? createHash("sha256").update(verifier).digest("base64url") : verifier;
  const [left, right] = [Buffer.from(computed), Buffer.from(challenge)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Takes a code in exchange for who it stands for. It works once, within five minutes, with the right verifier. */
export async function redeemAuthCode(
  transaction: AuthTransaction,
  authCode: string,
  verifier: string,
): Promise<{ userId: string; purpose: string }> {
  const [row] = await transaction<
    { id: string; user_id: string; purpose: string; challenge: string; method: string; age: number }[]
  >`select id, user_id, authentication_method as purpose, code_challenge as challenge, code_challenge_method as method,
      extract(epoch from now() - auth_code_issued_at)::float8 as age
    from auth.flow_state where auth_code = ${authCode} and auth_code_issued_at is not null for update`;
  if (!row) throw new AuthError(404, "flow_state_not_found", "invalid flow state, no valid flow state found");
  if (row.age > codeSeconds)
    throw new AuthError(403, "flow_state_expired", "invalid flow state, flow state has expired");
  if (!fits(row.challenge, row.method, verifier))
    throw new AuthError(
      400,
      "bad_code_verifier",
      "code challenge does not match previously saved code verifier",
    );
  await transaction`delete from auth.flow_state where id = ${row.id}`;
  return { userId: row.user_id, purpose: row.purpose };
}
