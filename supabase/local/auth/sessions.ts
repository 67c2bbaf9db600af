import { randomBytes } from "node:crypto";
import type { Keyring } from "../keyring.ts";
import { AuthError } from "./auth-error.ts";
import type { AuthTransaction, Row } from "./database.ts";
import type { AuthSettings } from "./settings.ts";
import { findUser, type UserRow, updateUser, userJson } from "./users.ts";

/** How someone proved who they are, for the `amr` claim. */
export type SignInMethod =
  | "password"
  | "otp"
  | "magiclink"
  | "recovery"
  | "email/signup"
  | "invite"
  | "email_change";

/** What every sign-in and refresh answers. */
export interface SessionJson {
  access_token: string;
  token_type: "bearer";
  expires_in: number;
  expires_at: number;
  refresh_token: string;
  user: Row;
}

/** What a session needs besides the database. */
export interface SessionIssuer {
  keys: Keyring;
  settings: AuthSettings;
}

async function insertRefreshToken(
  transaction: AuthTransaction,
  sessionId: string,
  userId: string,
  parent: string | null,
): Promise<string> {
  const token = randomBytes(15).toString("base64url");
  await transaction`
    insert into auth.refresh_tokens (token, user_id, session_id, revoked, parent, created_at, updated_at)
    values (${token}, ${userId}, ${sessionId}, false, ${parent}, now(), now())`;
  return token;
}

async function issue(
  transaction: AuthTransaction,
  { keys, settings }: SessionIssuer,
  user: UserRow,
  sessionId: string,
  refreshToken: string,
): Promise<SessionJson> {
  const methods = await transaction<{ method: string; timestamp: number }[]>`
    select authentication_method as method, extract(epoch from updated_at)::int as timestamp
    from auth.mfa_amr_claims where session_id = ${sessionId} order by updated_at desc`;
  const issuedAt = Math.floor(Date.now() / 1000);
  const expiresAt = issuedAt + settings.accessTokenSeconds;
  const accessToken = await keys.sign({
    iss: settings.issuer,
    sub: user.id,
    aud: user.aud ?? "authenticated",
    exp: expiresAt,
    iat: issuedAt,
    email: user.email ?? "",
    phone: user.phone ?? "",
    app_metadata: user.raw_app_meta_data ?? {},
    user_metadata: user.raw_user_meta_data ?? {},
    role: user.role || "authenticated",
    aal: "aal1",
    amr: methods.map(({ method, timestamp }) => ({ method, timestamp })),
    session_id: sessionId,
    is_anonymous: user.is_anonymous,
  });
  return {
    access_token: accessToken,
    token_type: "bearer",
    expires_in: settings.accessTokenSeconds,
    expires_at: expiresAt,
    refresh_token: refreshToken,
    user: await userJson(transaction, user),
  };
}

/** Refuses a banned user. */
export function refuseBanned(user: UserRow): void {
  if (user.banned_until && Date.parse(user.banned_until) > Date.now())
    throw new AuthError(400, "user_banned", "User is banned");
}

/** Opens a session for someone who has just proved who they are. */
export async function openSession(
  transaction: AuthTransaction,
  issuer: SessionIssuer,
  user: UserRow,
  method: SignInMethod,
  userAgent: string | null,
): Promise<SessionJson> {
  refuseBanned(user);
  const sessionId = crypto.randomUUID();
  await transaction`
    insert into auth.sessions (id, user_id, created_at, updated_at, aal, user_agent)
    values (${sessionId}, ${user.id}, now(), now(), 'aal1', ${userAgent})`;
  await transaction`
    insert into auth.mfa_amr_claims (session_id, created_at, updated_at, authentication_method)
    values (${sessionId}, now(), now(), ${method})`;
  const current = await updateUser(transaction, user.id, { last_sign_in_at: new Date().toISOString() });
  const refreshToken = await insertRefreshToken(transaction, sessionId, user.id, null);
  return issue(transaction, issuer, current, sessionId, refreshToken);
}

interface TokenRow {
  token: string;
  session_id: string;
  user_id: string;
  revoked: boolean;
  age_seconds: number;
}

/**
 * Rotates a refresh token. A token that was rotated already gives the session's current one when the current one is
 * its child (the answer got lost) or within the reuse interval (two tabs at once); later it is taken for stolen:
 * the refusal is returned, not thrown, because ending the session must be committed with it.
 */
export async function refreshSession(
  transaction: AuthTransaction,
  issuer: SessionIssuer,
  refreshToken: string,
): Promise<SessionJson | AuthError> {
  const [known] = await transaction<{ session_id: string }[]>`
    select session_id from auth.refresh_tokens where token = ${refreshToken}`;
  const notFound = new AuthError(
    400,
    "refresh_token_not_found",
    "Invalid Refresh Token: Refresh Token Not Found",
  );
  if (!known?.session_id) throw notFound;
  // One refresh of a session at a time: the second tab sees what the first has done.
  await transaction`select from auth.sessions where id = ${known.session_id} for update`;
  const [used] = await transaction<TokenRow[]>`
    select token, session_id, user_id, revoked, extract(epoch from clock_timestamp() - updated_at)::float8 as age_seconds
    from auth.refresh_tokens where token = ${refreshToken}`;
  const user = used && (await findUser(transaction, used.user_id));
  if (!used || !user) throw notFound;
  refuseBanned(user);
  const next = await nextToken(transaction, used, issuer.settings.reuseSeconds);
  if (next instanceof AuthError) return next;
  await transaction`
    update auth.sessions set refreshed_at = now() at time zone 'utc', updated_at = now() where id = ${used.session_id}`;
  return issue(transaction, issuer, user, used.session_id, next);
}

async function nextToken(
  transaction: AuthTransaction,
  used: TokenRow,
  reuseSeconds: number,
): Promise<string | AuthError> {
  if (!used.revoked) {
    await transaction`update auth.refresh_tokens set revoked = true, updated_at = now() where token = ${used.token}`;
    return insertRefreshToken(transaction, used.session_id, used.user_id, used.token);
  }
  const [active] = await transaction<{ token: string; parent: string | null }[]>`
    select token, parent from auth.refresh_tokens
    where session_id = ${used.session_id} and not revoked order by id desc limit 1`;
  if (active && (active.parent === used.token || used.age_seconds <= reuseSeconds)) return active.token;
  await transaction`update auth.refresh_tokens set revoked = true, updated_at = now()
    where session_id = ${used.session_id} and not revoked`;
  return new AuthError(400, "refresh_token_already_used", "Invalid Refresh Token: Already Used");
}

/** Ends sessions: this one, all of the user's, or all but this one. Their refresh tokens go with them. */
export async function endSessions(
  transaction: AuthTransaction,
  userId: string,
  sessionId: string | undefined,
  scope: "local" | "global" | "others",
): Promise<void> {
  const here = sessionId ?? null;
  await transaction`
    delete from auth.sessions where user_id = ${userId} and case ${scope}
      when 'local' then id = ${here}::uuid when 'others' then id is distinct from ${here}::uuid else true end`;
}
