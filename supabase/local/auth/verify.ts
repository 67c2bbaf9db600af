import { AuthError } from "./auth-error.ts";
import { type AuthTransaction, inAuth } from "./database.ts";
import { issueAuthCode } from "./flow-state.ts";
import { type FoundToken, type LinkType, pkcePrefix, takeToken } from "./one-time-token.ts";
import { type AuthRequest, text, wantedRedirect } from "./request.ts";
import { openSession, type SessionJson, type SignInMethod } from "./sessions.ts";
import { confirmEmail, readEmail, type UserRow, updateUser } from "./users.ts";

const linkTypes = new Set<string>(["signup", "invite", "magiclink", "recovery", "email_change", "email"]);

/** Under which name a PKCE request waits for its link to be opened. */
const purposes: Record<TokenColumnPurpose, SignInMethod> = {
  signup: "email/signup",
  invite: "invite",
  magiclink: "magiclink",
  recovery: "recovery",
  email_change: "email_change",
};
type TokenColumnPurpose = Exclude<LinkType, "email">;

function readType(value: string | null): LinkType {
  if (value && linkTypes.has(value)) return value as LinkType;
  throw new AuthError(400, "validation_failed", "Verify requires a verification type");
}

/** Does what the token was for. Null when a change of address still waits for the other mailbox. */
async function complete(
  transaction: AuthTransaction,
  request: AuthRequest,
  { user, column }: FoundToken,
): Promise<UserRow | null> {
  if (column === "confirmation_token" || column === "recovery_token") return confirmEmail(transaction, user);
  const waits =
    request.settings.confirmBothAddresses &&
    user.email_change_token_current + (user.email_change_token_new ?? "");
  if (waits) {
    await updateUser(transaction, user.id, { email_change_confirm_status: 1 });
    return null;
  }
  const changed = await updateUser(transaction, user.id, {
    email: user.email_change,
    email_change: "",
    email_change_token_new: "",
    email_change_token_current: "",
    email_change_confirm_status: 0,
  });
  return confirmEmail(transaction, changed);
}

function methodOf(type: LinkType): SignInMethod {
  return type === "magiclink" || type === "email" ? "otp" : purposes[type as TokenColumnPurpose];
}

/** `POST /verify`: a typed code (`email` and `token`) or a `token_hash` becomes a session. */
export async function verifyCode(request: AuthRequest): Promise<Response> {
  const { body, sql, settings, headers } = request;
  const type = readType(text(body, "type"));
  const hash = text(body, "token_hash");
  const proof = hash ? { hash } : { email: readEmail(body.email), code: text(body, "token") };
  const session = await inAuth(sql, "confirming user", async (transaction) => {
    const found = await takeToken(transaction, type, proof, settings);
    const user = await complete(transaction, request, found);
    return user && openSession(transaction, request, user, methodOf(type), headers.get("user-agent"));
  });
  if (session) return Response.json(session);
  return Response.json({
    code: 200,
    msg: "Confirmation link accepted. Please proceed to confirm link sent to the other email",
  });
}

function redirect(target: string, query: Record<string, string>, fragment: Record<string, string>): Response {
  const url = new URL(target);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  if (Object.keys(fragment).length) url.hash = new URLSearchParams(fragment).toString();
  return new Response(null, { status: 303, headers: { location: url.href, "cache-control": "no-store" } });
}

function sessionFragment(session: SessionJson, type: LinkType): Record<string, string> {
  return {
    access_token: session.access_token,
    expires_at: String(session.expires_at),
    expires_in: String(session.expires_in),
    refresh_token: session.refresh_token,
    token_type: session.token_type,
    type,
  };
}

/** `GET /verify`: the mailed link. Leads on to the site with a session in the fragment, or with a PKCE code. */
export async function followLink(request: AuthRequest): Promise<Response> {
  const { params, sql, settings, headers } = request;
  const target = wantedRedirect(request);
  const hash = params.get("token_hash") || params.get("token") || "";
  const isPkce = hash.startsWith(pkcePrefix);
  try {
    const type = readType(params.get("type"));
    const outcome = await inAuth(sql, "confirming user", async (transaction) => {
      const found = await takeToken(transaction, type, { hash }, settings);
      const user = await complete(transaction, request, found);
      if (!user) return null;
      if (!isPkce) return openSession(transaction, request, user, methodOf(type), headers.get("user-agent"));
      return issueAuthCode(transaction, user.id, purposes[type as TokenColumnPurpose]);
    });
    if (outcome === null)
      return redirect(
        target,
        {},
        {
          message: "Confirmation link accepted. Please proceed to confirm link sent to the other email",
        },
      );
    if (typeof outcome === "string") return redirect(target, { code: outcome }, {});
    return redirect(target, {}, sessionFragment(outcome, type));
  } catch (error) {
    if (!(error instanceof AuthError) || error.status >= 500) throw error;
    const isOld = error.code === "otp_expired";
    const problem = {
      error: "access_denied",
      error_code: error.code,
      error_description: isOld ? "Email link is invalid or has expired" : error.message,
    };
    return redirect(target, isPkce ? problem : {}, problem);
  }
}
