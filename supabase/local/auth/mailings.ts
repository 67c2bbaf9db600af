import { AuthError } from "./auth-error.ts";
import { inAuth } from "./database.ts";
import { readChallenge, saveChallenge } from "./flow-state.ts";
import type { AuthMail } from "./messages.ts";
import { createToken, storeToken } from "./one-time-token.ts";
import { type AuthRequest, text, wantedRedirect } from "./request.ts";
import { prepareConfirmation } from "./sign-up.ts";
import { findUserByEmail, insertUser, readEmail, readMetadata } from "./users.ts";

type Unaddressed = Omit<AuthMail, "redirectTo">;

async function sendWhenFound(request: AuthRequest, mail: Unaddressed | null): Promise<Response> {
  if (mail) await request.postman.send({ ...mail, redirectTo: wantedRedirect(request) });
  return Response.json({});
}

/** `POST /recover`: mails a link to a new password. An unknown address gets the same answer and no mail. */
export async function recover(request: AuthRequest): Promise<Response> {
  const email = readEmail(request.body.email);
  const challenge = readChallenge(request.body);
  const mail = await inAuth(request.sql, "saving recovery token", async (transaction) => {
    const user = await findUserByEmail(transaction, email);
    if (!user) return null;
    const token = createToken(email, request.settings, challenge !== null);
    if (challenge) await saveChallenge(transaction, user.id, "recovery", challenge);
    await storeToken(transaction, user, "recovery_token", token);
    return { to: email, type: "recovery" as const, token };
  });
  return sendWhenFound(request, mail);
}

/** `POST /otp`: mails a sign-in link and code, making the account first unless `create_user` is false. */
export async function sendMagicLink(request: AuthRequest): Promise<Response> {
  const { settings, body } = request;
  if (body.phone) throw new AuthError(400, "phone_provider_disabled", "Unsupported phone provider");
  const email = readEmail(body.email);
  const challenge = readChallenge(body);
  const mail = await inAuth(request.sql, "saving new user", async (transaction) => {
    const known = await findUserByEmail(transaction, email);
    if (!known && (body.create_user === false || !settings.allowSignUp))
      throw new AuthError(422, "otp_disabled", "Signups not allowed for otp");
    const user =
      known ??
      (await insertUser(transaction, {
        email,
        passwordHash: "",
        isConfirmed: !settings.confirmEmail,
        userMetadata: readMetadata(body.data),
      }));
    if (!user.email_confirmed_at) {
      const { token } = await prepareConfirmation(transaction, request, user, challenge);
      return { to: email, type: "signup" as const, token };
    }
    const token = createToken(email, settings, challenge !== null);
    if (challenge) await saveChallenge(transaction, user.id, "magiclink", challenge);
    await storeToken(transaction, user, "recovery_token", token);
    return { to: email, type: "magiclink" as const, token };
  });
  return sendWhenFound(request, mail);
}

/** `POST /resend`: mails the confirmation of a sign-up or of an address change once more. */
export async function resend(request: AuthRequest): Promise<Response> {
  const type = text(request.body, "type");
  if (type !== "signup" && type !== "email_change")
    throw new AuthError(400, "validation_failed", "Missing one of these types: signup, email_change");
  const email = readEmail(request.body.email);
  const mail = await inAuth(
    request.sql,
    "saving confirmation",
    async (transaction): Promise<Unaddressed | null> => {
      const user = await findUserByEmail(transaction, email);
      if (!user) return null;
      if (type === "signup") {
        if (user.email_confirmed_at) return null;
        const { token } = await prepareConfirmation(transaction, request, user, readChallenge(request.body));
        return { to: email, type, token };
      }
      if (!user.email_change) return null;
      const token = createToken(user.email_change, request.settings, false);
      await storeToken(transaction, user, "email_change_token_new", token);
      return { to: user.email_change, type, token };
    },
  );
  return sendWhenFound(request, mail);
}
