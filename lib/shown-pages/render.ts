import { env } from "../env.ts";
import { contentSecurityPolicy } from "../security/headers.ts";
import { mayBeFramed } from "../universes/companion-pages.ts";
import { keyHeader, pageKey } from "./page-key.ts";
import { putPictureFirst } from "./picture-first.ts";
import { hashOf, readAllowed, type SealedPage, sealPage } from "./seal.ts";

/** How long somebody waits for a page to be made, in milliseconds. */
const renderMs = 10_000;

/** What of a visitor changes what they see. */
export interface Reader {
  language: string;
  theme: string;
}

function ownAddress(): string {
  const port = process.env.PORT;
  return port ? `http://127.0.0.1:${port}` : env().studioUrl;
}

/** A style sheet of the application. Throws unless it is there. */
async function readSheet(path: string): Promise<string> {
  const answer = await fetch(new URL(path, ownAddress()), { signal: AbortSignal.timeout(renderMs) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
}

/**
 * Has the application itself make a page, as for one visitor, and makes it one for all; that there is nothing at its address, where
 * `isLost`. Throws when it makes another.
 */
export async function renderPage(
  path: string,
  { language, theme }: Reader,
  isLost = false,
): Promise<SealedPage> {
  const status = isLost ? 404 : 200;
  const answer = await fetch(new URL(path, ownAddress()), {
    headers: {
      // Without the right key there is nothing at any of these addresses.
      [keyHeader]: isLost ? "none" : pageKey(),
      accept: "text/html",
      "accept-language": language,
      cookie: `theme=${theme}`,
    },
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(renderMs),
  });
  const html = await answer.text();
  const policy = answer.headers.get("content-security-policy") ?? "";
  const nonce = policy.match(/'nonce-([0-9a-f]{32})'/)?.[1];
  // What fails while a page is made, Next leaves to the browser to try again, with a status that says nothing of it.
  const isWhole = answer.status === status && !html.includes('<html id="__next_error__"');
  if (!isWhole || !nonce) throw new Error(`${path} was not made (status ${answer.status})`);
  // The development server writes scripts that it changes later on.
  if (process.env.NODE_ENV === "development") return sealPage(html, policy);
  const { html: plain, scripts, styles } = readAllowed(html, nonce);
  const { html: painted, style, script } = await putPictureFirst(plain, readSheet);
  const allowed = {
    scripts: script === null ? scripts : [...scripts, hashOf(script)],
    styles: style === null ? styles : [...styles, hashOf(style)],
  };
  return sealPage(painted, contentSecurityPolicy(allowed, mayBeFramed(path)));
}
