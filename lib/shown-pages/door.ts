import { randomUUID } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import { storedTheme, themeCookie } from "../account/preferences.ts";
import type { Language } from "../contract/languages.ts";
import { fallbackLanguage, languageCookie, preferredLanguage, storedLanguage } from "../i18n/language.ts";
import { contentSecurityPolicy, pageHeaders } from "../security/headers.ts";
import { awayHtml } from "../supabase/away-html.ts";
import { mayBeFramed } from "../universes/companion-pages.ts";
import { readShelfView, shelfAddress } from "../universes/shelf-view.ts";
import { sendPage } from "./answer.ts";
import type { Reader } from "./render.ts";
import type { SealedPage } from "./seal.ts";
import { shelfPages } from "./shelf.ts";
import { isAddress, lostPage, type Stage, shownPages, variantOf } from "./shown.ts";

/** A page, that there is nothing, as a page says it, or where it has gone. */
type Reply = { page: SealedPage; status: 200 | 404 } | { movedTo: string };

type Query = NextApiRequest["query"];

function readerOf({ cookies, headers }: NextApiRequest): Reader & { language: Language } {
  const language =
    storedLanguage(cookies[languageCookie]) ??
    preferredLanguage(headers["accept-language"] ?? null) ??
    fallbackLanguage;
  return { language, theme: storedTheme(cookies[themeCookie]) };
}

/** A door that answers with a page from memory, pressed beforehand; `pathOf` names it, and `find` finds it. */
function openDoor(pathOf: (query: Query) => string, find: (query: Query, reader: Reader) => Promise<Reply>) {
  return async (request: NextApiRequest, response: NextApiResponse): Promise<void> => {
    for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("allow", "GET, HEAD");
      return void response.writeHead(405).end();
    }
    const reader = readerOf(request);
    try {
      const reply = await find(request.query, reader);
      if ("page" in reply) return sendPage(request, response, reply.page, reply.status);
      // A browser that kept the way from one address to another would go in circles once somebody takes the first one back.
      response.writeHead(308, { location: reply.movedTo, "cache-control": "no-store" }).end();
    } catch (error) {
      const path = pathOf(request.query);
      console.error(JSON.stringify({ level: "error", path, cause: String(error) }));
      const nonce = randomUUID().replaceAll("-", "");
      response.writeHead(503, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": contentSecurityPolicy({ nonce }, mayBeFramed(path)),
        "retry-after": "5",
        "cache-control": "no-store",
      });
      response.end(awayHtml(reader.language, nonce));
    }
  };
}

// A page of the development server listens to a channel of its own, which only its first reader has.
const isKept = process.env.NODE_ENV !== "development";

/** The page of the universe that the query calls `slug`. */
export const doorTo = (stage: Stage) =>
  openDoor(
    ({ slug }) => `/${stage}/${slug}`,
    async (query, { language, theme }) => {
      const slug = String(query.slug);
      if (!isKept) shownPages().forget(slug);
      const variant = variantOf(language, theme, stage);
      const answer = isAddress(slug) ? await shownPages().read(slug, variant) : ({ kind: "none" } as const);
      if (answer.kind === "page") return { page: answer.page, status: 200 };
      if (answer.kind === "moved") return { movedTo: `/${stage}/${answer.slug}` };
      return { page: await lostPage(variant), status: 404 };
    },
  );

/** The shelf as the query narrows it; what an address has wrong or too much makes no page of its own. */
export const doorToShelf = () =>
  openDoor(
    (query) => shelfAddress(readShelfView(query)),
    async (query, reader) => {
      if (!isKept) shelfPages().forget();
      const view = readShelfView(query);
      const address = shelfAddress(view, { page: view.page });
      return { page: await shelfPages().read(address, reader), status: 200 };
    },
  );
