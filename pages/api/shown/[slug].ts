import { randomUUID } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import { storedTheme, themeCookie } from "@/lib/account/preferences";
import { fallbackLanguage, languageCookie, preferredLanguage, storedLanguage } from "@/lib/i18n/language";
import { contentSecurityPolicy, pageHeaders } from "@/lib/security/headers";
import { sendPage } from "@/lib/shown-pages/answer";
import { lostPage, shownPages, variantOf } from "@/lib/shown-pages/shown";
import { awayHtml } from "@/lib/supabase/away-html";

export const config = { api: { bodyParser: false } };

/** As the database has them: no other address can be anybody's. */
const address = /^(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The page of a universe, at `/u/<slug>` (next.config.ts): from memory, pressed beforehand. A door of this kind, since it is the only one
 * through which Next lets an answer that is pressed already (docs/decisions/0018).
 */
export default async function handler(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    return void response.writeHead(405).end();
  }
  const slug = String(request.query.slug);
  const language =
    storedLanguage(request.cookies[languageCookie]) ??
    preferredLanguage(request.headers["accept-language"] ?? null) ??
    fallbackLanguage;
  const variant = variantOf(language, storedTheme(request.cookies[themeCookie]));
  try {
    const answer = address.test(slug) ? await shownPages().read(slug, variant) : ({ kind: "none" } as const);
    if (answer.kind === "page") return sendPage(request, response, answer.page);
    // A browser that kept the way from one address to another would go in circles once somebody takes the first one back.
    if (answer.kind === "moved") {
      response.writeHead(308, { location: `/u/${answer.slug}`, "cache-control": "no-store" }).end();
      return;
    }
    sendPage(request, response, await lostPage(variant), 404);
  } catch (error) {
    console.error(JSON.stringify({ level: "error", path: `/u/${slug}`, cause: String(error) }));
    const nonce = randomUUID().replaceAll("-", "");
    response.writeHead(503, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentSecurityPolicy({ nonce }),
      "retry-after": "5",
      "cache-control": "no-store",
    });
    response.end(awayHtml(language, nonce));
  }
}
