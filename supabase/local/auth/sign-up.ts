import { AuthError } from "./auth-error.ts";
import { type AuthTransaction, inAuth, type Row } from "./database.ts";
import { type Challenge, readChallenge, saveChallenge } from "./flow-state.ts";
import { createToken, type OneTimeToken, storeToken } from "./one-time-token.ts";
import { checkPassword, hashPassword } from "./passwords.ts";
import { type AuthRequest, text, wantedRedirect } from "./request.ts";
import { openSession } from "./sessions.ts";
import { findUserByEmail, insertUser, readEmail, readMetadata, type UserRow, userJson } from "./users.ts";

/** Stores a confirmation for the user and the PKCE challenge that waits for it. */
export async function prepareConfirmation(
  transaction: AuthTransaction,
  request: AuthRequest,
  user: UserRow,
  challenge: Challenge | null,
): Promise<{ user: UserRow; token: OneTimeToken }> {
  const token = createToken(user.email ?? "", request.settings, challenge !== null);
  if (challenge) await saveChallenge(transaction, user.id, "email/signup", challenge);
  return { user: await storeToken(transaction, user, "confirmation_token", token), token };
}

/** Looks like a fresh user, so that nobody learns which addresses are taken. */
function pretendUser(email: string, metadata: Row): Row {
  const now = new Date().toISOString();
  return {
    id: crypto.randomUUID(),
    aud: "authenticated",
    role: "",
    email,
    phone: "",
    confirmation_sent_at: now,
    app_metadata: { provider: "email", providers: ["email"] },
    user_metadata: metadata,
    identities: [],
    created_at: now,
    updated_at: now,
    is_anonymous: false,
  };
}

/** `POST /signup`. */
export async function signUp(request: AuthRequest): Promise<Response> {
  const { sql, settings, body, headers, postman } = request;
  if (!settings.allowSignUp)
    throw new AuthError(422, "signup_disabled", "Signups not allowed for this instance");
  if (!body.email && !body.phone && !body.password)
    throw new AuthError(422, "anonymous_provider_disabled", "Anonymous sign-ins are disabled");
  if (body.phone) throw new AuthError(400, "phone_provider_disabled", "Phone signups are disabled");
  const email = readEmail(body.email);
  const password = text(body, "password");
  if (password === "") throw new AuthError(400, "validation_failed", "Signup requires a valid password");
  checkPassword(password, settings);
  const metadata = readMetadata(body.data);
  const challenge = readChallenge(body);
  const passwordHash = await hashPassword(sql, password);
  const outcome = await inAuth(sql, "saving new user", async (transaction) => {
    const known = await findUserByEmail(transaction, email);
    if (known && !settings.confirmEmail)
      throw new AuthError(422, "user_already_exists", "User already registered");
    if (known?.email_confirmed_at) return { answer: pretendUser(email, metadata) };
    const user =
      known ??
      (await insertUser(transaction, {
        email,
        passwordHash,
        isConfirmed: !settings.confirmEmail,
        userMetadata: metadata,
      }));
    if (!settings.confirmEmail)
      return {
        answer: await openSession(transaction, request, user, "password", headers.get("user-agent")),
      };
    const prepared = await prepareConfirmation(transaction, request, user, challenge);
    return { answer: await userJson(transaction, prepared.user), token: prepared.token };
  });
  if (outcome.token)
    await postman.send({
      to: email,
      type: "signup",
      token: outcome.token,
      redirectTo: wantedRedirect(request),
    });
  return Response.json(outcome.answer);
}
