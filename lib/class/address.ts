/**
 * Where a request came from, as far as the studio knows: what the last machine on the way wrote down. What stands before
 * it was sent along by whoever asks, who may write anything there. Empty where nothing is known.
 */
export function addressOf(headers: Pick<Headers, "get">): string {
  const way = headers.get("x-forwarded-for")?.split(",") ?? [];
  return (way.at(-1)?.trim() || headers.get("x-real-ip")?.trim() || "").slice(0, 100);
}
