import type { AuthSettings } from "./settings.ts";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** `*` stands for anything but a dot or a slash, `**` for anything, `?` for one character. */
function matchesPattern(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*\*|\*|\?/g, (sign) => (sign === "**" ? ".*" : sign === "*" ? "[^./]*" : "[^./]"));
  return new RegExp(`^${source}$`).test(text);
}

function isAllowed(text: string, { siteUrl, redirectUrls }: AuthSettings): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const site = new URL(siteUrl);
  const isLoopback = loopback.has(url.hostname) && loopback.has(site.hostname);
  if (url.protocol === site.protocol && (url.hostname === site.hostname || isLoopback)) return true;
  const plain = `${url.protocol}//${url.host}${url.pathname}`;
  return redirectUrls.some((pattern) => matchesPattern(pattern, text) || matchesPattern(pattern, plain));
}

/** Where a link may lead: the wanted address when the allow list has it, else the site. */
export function safeRedirect(settings: AuthSettings, ...wanted: (string | null | undefined)[]): string {
  return wanted.find((text) => text && isAllowed(text, settings)) ?? settings.siteUrl;
}
