import { AuthError } from "./auth-error.ts";
import { inAuth } from "./database.ts";
import { redeemAuthCode } from "./flow-state.ts";
import { verifyPassword } from "./passwords.ts";
import { type AuthRequest, text } from "./request.ts";
import { openSession, refreshSession, type SignInMethod } from "./sessions.ts";
import { findUser, findUserByEmail } from "./users.ts";

async function byPassword(request: AuthRequest): Promise<Response> {
  const { sql, body, headers } = request;
  const email = text(body, "email").trim().toLowerCase();
  const password = text(body, "password");
  if (email === "") throw new AuthError(400, "validation_failed", "missing email or phone");
  const found = await inAuth(sql, "querying schema", (transaction) => findUserByEmail(transaction, email));
  const isRight = await verifyPassword(sql, password, found?.encrypted_password ?? null);
  if (!found || !isRight) throw new AuthError(400, "invalid_credentials", "Invalid login credentials");
  if (!found.email_confirmed_at) throw new AuthError(400, "email_not_confirmed", "Email not confirmed");
  const session = await inAuth(sql, "granting user", async (transaction) => {
    const user = await findUser(transaction, found.id);
    if (!user) throw new AuthError(400, "invalid_credentials", "Invalid login credentials");
    return openSession(transaction, request, user, "password", headers.get("user-agent"));
  });
  return Response.json(session);
}

async function byRefreshToken(request: AuthRequest): Promise<Response> {
  const refreshToken = text(request.body, "refresh_token");
  if (refreshToken === "") throw new AuthError(400, "validation_failed", "refresh_token required");
  const outcome = await inAuth(request.sql, "granting user", (transaction) =>
    refreshSession(transaction, request, refreshToken),
  );
  if (outcome instanceof AuthError) throw outcome;
  return Response.json(outcome);
}

async function byPkce(request: AuthRequest): Promise<Response> {
  const code = text(request.body, "auth_code");
  const verifier = text(request.body, "code_verifier");
  if (code === "" || verifier === "")
    throw new AuthError(
      400,
      "validation_failed",
      "invalid request: both auth code and code verifier should be non-empty",
    );
  const session = await inAuth(request.sql, "granting user", async (transaction) => {
    const { userId, purpose } = await redeemAuthCode(transaction, code, verifier);
    const user = await findUser(transaction, userId);
    if (!user) throw new AuthError(404, "user_not_found", "User not found");
    const agent = request.headers.get("user-agent");
    return openSession(transaction, request, user, purpose as SignInMethod, agent);
  });
  return Response.json(session);
}

/** `POST /token?grant_type=password|refresh_token|pkce`. */
export async function grantToken(request: AuthRequest): Promise<Response> {
  const grant = request.params.get("grant_type");
  if (grant === "password") return byPassword(request);
  if (grant === "refresh_token") return byRefreshToken(request);
  if (grant === "pkce") return byPkce(request);
  throw new AuthError(400, "validation_failed", "unsupported_grant_type");
}
