import { AuthError } from "./auth-error.ts";
import { type AuthTransaction, inAuth } from "./database.ts";
import { readChallenge, saveChallenge } from "./flow-state.ts";
import type { AuthMail } from "./messages.ts";
import { createToken, storeToken } from "./one-time-token.ts";
import { checkPassword, hashPassword, verifyPassword } from "./passwords.ts";
import { type AuthRequest, requireClaims, text, wantedRedirect } from "./request.ts";
import { endSessions } from "./sessions.ts";
import {
  confirmEmail,
  findUser,
  findUserByEmail,
  readEmail,
  readMetadata,
  type UserRow,
  updateUser,
  userJson,
} from "./users.ts";

/** The signed-in user, whose session must still exist. */
async function currentUser(
  transaction: AuthTransaction,
  claims: { sub: string; session_id?: string },
): Promise<UserRow> {
  const user = await findUser(transaction, claims.sub);
  if (!user) throw new AuthError(403, "user_not_found", "User from sub claim in JWT does not exist");
  const [session] = await transaction`
    select id from auth.sessions where id = ${claims.session_id ?? null}::uuid and user_id = ${user.id}`;
  if (!session)
    throw new AuthError(403, "session_not_found", "Session from session_id claim in JWT does not exist");
  return user;
}

/** `GET /user`. */
export async function getUser(request: AuthRequest): Promise<Response> {
  const claims = await requireClaims(request);
  const user = await inAuth(request.sql, "finding user", async (transaction) =>
    userJson(transaction, await currentUser(transaction, claims)),
  );
  return Response.json(user);
}

/** `POST /logout?scope=global|local|others`. */
export async function signOut(request: AuthRequest): Promise<Response> {
  const scope = request.params.get("scope") ?? "global";
  if (scope !== "global" && scope !== "local" && scope !== "others")
    throw new AuthError(400, "validation_failed", `Unsupported logout scope "${scope}"`);
  const claims = await requireClaims(request);
  await inAuth(request.sql, "logging out", async (transaction) => {
    await currentUser(transaction, claims);
    await endSessions(transaction, claims.sub, claims.session_id, scope);
  });
  return new Response(null, { status: 204 });
}

async function changeEmail(
  transaction: AuthTransaction,
  request: AuthRequest,
  user: UserRow,
  email: string,
): Promise<{ user: UserRow; mails: AuthMail[] }> {
  const { settings, body } = request;
  if (await findUserByEmail(transaction, email))
    throw new AuthError(422, "email_exists", "A user with this email address has already been registered");
  if (!settings.confirmEmail) {
    const changed = await updateUser(transaction, user.id, { email });
    return { user: await confirmEmail(transaction, changed), mails: [] };
  }
  const challenge = readChallenge(body);
  if (challenge) await saveChallenge(transaction, user.id, "email_change", challenge);
  const redirectTo = wantedRedirect(request);
  const type = "email_change" as const;
  const toNew = createToken(email, settings, challenge !== null);
  const mails: AuthMail[] = [{ to: email, type, token: toNew, redirectTo }];
  await updateUser(transaction, user.id, {
    email_change: email,
    email_change_confirm_status: 0,
    email_change_token_current: "",
  });
  let changed = await storeToken(transaction, user, "email_change_token_new", toNew);
  if (settings.confirmBothAddresses && user.email) {
    const toCurrent = createToken(user.email, settings, challenge !== null);
    changed = await storeToken(transaction, user, "email_change_token_current", toCurrent);
    mails.push({ to: user.email, type, token: toCurrent, redirectTo });
  }
  return { user: changed, mails };
}

/** `PUT /user`: password, address and metadata. A new password ends the user's other sessions. */
export async function changeUser(request: AuthRequest): Promise<Response> {
  const { sql, body } = request;
  const claims = await requireClaims(request);
  const password = text(body, "password");
  const email = body.email ? readEmail(body.email) : null;
  const metadata = readMetadata(body.data);
  const hash = password ? await newPasswordHash(request, claims.sub, password) : null;
  const outcome = await inAuth(sql, "updating user", async (transaction) => {
    let user = await currentUser(transaction, claims);
    const mails: AuthMail[] = [];
    if (Object.keys(metadata).length > 0) {
      const merged = Object.entries({ ...user.raw_user_meta_data, ...metadata });
      const raw_user_meta_data = Object.fromEntries(merged.filter(([, value]) => value !== null));
      user = await updateUser(transaction, user.id, { raw_user_meta_data });
    }
    if (hash) {
      user = await updateUser(transaction, user.id, { encrypted_password: hash });
      await endSessions(transaction, user.id, claims.session_id, "others");
    }
    if (email && email !== user.email) {
      const changed = await changeEmail(transaction, request, user, email);
      user = changed.user;
      mails.push(...changed.mails);
    }
    return { json: await userJson(transaction, user), mails };
  });
  for (const mail of outcome.mails) await request.postman.send(mail);
  return Response.json(outcome.json);
}

async function newPasswordHash(
  { sql, settings }: AuthRequest,
  userId: string,
  password: string,
): Promise<string> {
  checkPassword(password, settings);
  const user = await inAuth(sql, "finding user", (transaction) => findUser(transaction, userId));
  if (await verifyPassword(sql, password, user?.encrypted_password ?? null))
    throw new AuthError(422, "same_password", "New password should be different from the old password.");
  return hashPassword(sql, password);
}
