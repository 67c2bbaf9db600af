const home = "/drafts";

/** Where to go after signing in: a path of ours, never another site. */
export function safeNext(next: string | string[] | null | undefined): string {
  if (typeof next !== "string" || !next.startsWith("/") || /[\\\p{Cc}]/u.test(next)) return home;
  const url = new URL(next, "http://studio.invalid");
  return url.host === "studio.invalid" ? `${url.pathname}${url.search}${url.hash}` : home;
}
