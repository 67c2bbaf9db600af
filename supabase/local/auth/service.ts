import type { Service, StackContext } from "../service.ts";
import { changeUser, getUser, signOut } from "./account.ts";
import { changeUserAsAdmin, createUser, deleteUser, listUsers, showUser } from "./admin.ts";
import { generateLink, invite } from "./admin-links.ts";
import { AuthError } from "./auth-error.ts";
import { grantToken } from "./grants.ts";
import { recover, resend, sendMagicLink } from "./mailings.ts";
import { createPostman } from "./messages.ts";
import { type AuthRequest, type Handler, readBody, requireAdmin } from "./request.ts";
import { type AuthSettings, readAuthSettings } from "./settings.ts";
import { signUp } from "./sign-up.ts";
import { followLink, verifyCode } from "./verify.ts";

const routes: Record<string, Handler> = {
  "POST /signup": signUp,
  "POST /token": grantToken,
  "POST /otp": sendMagicLink,
  "POST /magiclink": sendMagicLink,
  "POST /recover": recover,
  "POST /resend": resend,
  "POST /verify": verifyCode,
  "GET /verify": followLink,
  "GET /user": getUser,
  "PUT /user": changeUser,
  "POST /logout": signOut,
  "GET /settings": showSettings,
  "GET /health": async () =>
    Response.json({ version: "embedded", name: "GoTrue", description: "MagikSwipe Studio" }),
  "GET /.well-known/jwks.json": async ({ keys }) =>
    Response.json(keys.jwks, { headers: { "cache-control": "public, max-age=600" } }),
  "POST /invite": asAdmin(invite),
  "POST /admin/generate_link": asAdmin(generateLink),
  "POST /admin/users": asAdmin(createUser),
  "GET /admin/users": asAdmin(listUsers),
};

const userRoutes: Record<string, (request: AuthRequest, id: string) => Promise<Response>> = {
  GET: showUser,
  PUT: changeUserAsAdmin,
  DELETE: deleteUser,
};

function asAdmin(handler: Handler): Handler {
  return async (request) => {
    await requireAdmin(request);
    return handler(request);
  };
}

async function showSettings({ settings }: AuthRequest): Promise<Response> {
  return Response.json({
    external: { anonymous_users: false, email: true, phone: false },
    disable_signup: !settings.allowSignUp,
    mailer_autoconfirm: !settings.confirmEmail,
    phone_autoconfirm: false,
    sms_provider: "",
    saml_enabled: false,
  });
}

function findHandler(method: string, path: string): Handler {
  const handler = routes[`${method} ${path}`];
  if (handler) return handler;
  const id = /^\/admin\/users\/([^/]+)$/.exec(path)?.[1];
  const forUser = userRoutes[method];
  if (id && forUser) return asAdmin((request) => forUser(request, id));
  throw new AuthError(404, "not_found", "This endpoint does not exist in the embedded Auth");
}

/**
 * Auth. Stands in for GoTrue on the hosted tables: e-mail and password, magic links, recovery, PKCE, refresh with
 * reuse detection, sign-out scopes, users for the secret key. Tokens are ES256 with `kid`, checked against the JWKS.
 * It differs in what it leaves out: phones, OAuth and SSO providers, anonymous users, multi-factor, reauthentication
 * nonces, hooks, captcha and rate limits.
 */
export async function createAuthService(
  { config, keys, sql, log }: StackContext,
  settings: AuthSettings = readAuthSettings(config),
): Promise<Service> {
  const postman = createPostman(config, settings);
  return {
    prefix: "auth",
    async handle(request) {
      const url = new URL(request.url);
      const path = url.pathname.replace(/^\/auth\/v1/, "").replace(/\/$/, "");
      const { method, headers } = request;
      try {
        const handler = findHandler(method === "HEAD" ? "GET" : method, path);
        const body = await readBody(request);
        const params = url.searchParams;
        const answer = await handler({ sql, keys, settings, postman, method, path, params, headers, body });
        if (!answer.headers.has("cache-control")) answer.headers.set("cache-control", "no-store");
        return answer;
      } catch (error) {
        if (!(error instanceof AuthError)) throw error;
        if (error.status >= 500) log("auth", error.message, { path, cause: String(error.cause ?? "") });
        return error.toResponse();
      }
    },
    async stop() {
      postman.stop();
    },
  };
}
