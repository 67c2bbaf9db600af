import { emailExists } from "./admin.ts";
import { AuthError } from "./auth-error.ts";
import { type AuthTransaction, inAuth, type Row } from "./database.ts";
import { verifyLink } from "./messages.ts";
import { createToken, type OneTimeToken, storeToken } from "./one-time-token.ts";
import { checkPassword, hashPassword } from "./passwords.ts";
import { type AuthRequest, text, wantedRedirect } from "./request.ts";
import {
  findUserByEmail,
  insertUser,
  readEmail,
  readMetadata,
  type UserRow,
  updateUser,
  userJson,
} from "./users.ts";

async function userForLink(
  transaction: AuthTransaction,
  request: AuthRequest,
  email: string,
  passwordHash: string | null,
  isNew: boolean,
): Promise<UserRow> {
  const known = await findUserByEmail(transaction, email);
  if (known && isNew && known.email_confirmed_at) throw emailExists();
  if (known) return known;
  if (!isNew) throw new AuthError(404, "user_not_found", "User with this email not found");
  return insertUser(transaction, {
    email,
    passwordHash: passwordHash ?? "",
    isConfirmed: false,
    userMetadata: readMetadata(request.body.data),
  });
}

type GivenLink = "signup" | "invite" | "magiclink" | "recovery";

async function prepareLink(
  request: AuthRequest,
  type: GivenLink,
): Promise<{ user: Row; email: string; token: OneTimeToken }> {
  const { sql, settings, body } = request;
  const email = readEmail(body.email);
  const password = text(body, "password");
  if (type === "signup") checkPassword(password, settings);
  const passwordHash = password ? await hashPassword(sql, password) : null;
  return inAuth(sql, "generating link", async (transaction) => {
    const isNew = type === "signup" || type === "invite";
    const user = await userForLink(transaction, request, email, passwordHash, isNew);
    const token = createToken(email, settings, false);
    const stored = await storeToken(
      transaction,
      user,
      isNew ? "confirmation_token" : "recovery_token",
      token,
    );
    const invited =
      type === "invite"
        ? await updateUser(transaction, user.id, { invited_at: new Date().toISOString() })
        : stored;
    return { user: await userJson(transaction, invited), email, token };
  });
}

/** `POST /admin/generate_link`: the link that a mail would carry, without a mail. */
export async function generateLink(request: AuthRequest): Promise<Response> {
  const type = text(request.body, "type");
  if (!["signup", "invite", "magiclink", "recovery"].includes(type))
    throw new AuthError(400, "validation_failed", "Password recovery requires a valid link type");
  const { user, token } = await prepareLink(request, type as GivenLink);
  const redirectTo = wantedRedirect(request);
  return Response.json({
    ...user,
    action_link: verifyLink(request.settings, { type: type as GivenLink, token, redirectTo }),
    email_otp: token.code,
    hashed_token: token.hash,
    verification_type: type,
    redirect_to: redirectTo,
  });
}

/** `POST /invite`: makes the account and mails the invitation. */
export async function invite(request: AuthRequest): Promise<Response> {
  const { user, email, token } = await prepareLink(request, "invite");
  await request.postman.send({ to: email, type: "invite", token, redirectTo: wantedRedirect(request) });
  return Response.json(user);
}
