const home = "/drafts";

/** Where to go after signing in: a path of ours, never another site. */
export function safeNext(next: string | string[] | null | undefined): string {
  if (typeof next !== "string" || !next.startsWith("/") || /[\\\p{Cc}]/u.test(next)) return home;
  const url = new URL(next, "http://studio.invalid");
  // "/..//evil.test" keeps our host, but its path alone would name another one.
  const isOurs = url.host === "studio.invalid" && !url.pathname.startsWith("//");
  return isOurs ? `${url.pathname}${url.search}${url.hash}` : home;
}
