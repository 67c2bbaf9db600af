import { randomUUID } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import { storedTheme, themeCookie } from "../account/preferences.ts";
import { fallbackLanguage, languageCookie, preferredLanguage, storedLanguage } from "../i18n/language.ts";
import { contentSecurityPolicy, pageHeaders } from "../security/headers.ts";
import { awayHtml } from "../supabase/away-html.ts";
import { mayBeFramed } from "../universes/companion-pages.ts";
import { sendPage } from "./answer.ts";
import { isAddress, lostPage, type Stage, shownPages, variantOf } from "./shown.ts";

/** A door that answers with the page of the universe that the query calls `slug`: from memory, pressed beforehand. */
export function doorTo(stage: Stage) {
  return async (request: NextApiRequest, response: NextApiResponse): Promise<void> => {
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
    // A page of the development server listens to a channel of its own, which only its first reader has.
    if (process.env.NODE_ENV === "development") shownPages().forget(slug);
    const variant = variantOf(language, storedTheme(request.cookies[themeCookie]), stage);
    try {
      const answer = isAddress(slug) ? await shownPages().read(slug, variant) : ({ kind: "none" } as const);
      if (answer.kind === "page") return sendPage(request, response, answer.page);
      // A browser that kept the way from one address to another would go in circles once somebody takes the first one back.
      if (answer.kind === "moved") {
        response.writeHead(308, { location: `/${stage}/${answer.slug}`, "cache-control": "no-store" }).end();
        return;
      }
      sendPage(request, response, await lostPage(variant), 404);
    } catch (error) {
      const path = `/${stage}/${slug}`;
      console.error(JSON.stringify({ level: "error", path, cause: String(error) }));
      const nonce = randomUUID().replaceAll("-", "");
      response.writeHead(503, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": contentSecurityPolicy({ nonce }, mayBeFramed(path)),
        "retry-after": "5",
        "cache-control": "no-store",
      });
      response.end(awayHtml(language, nonce));
    }
  };
}
