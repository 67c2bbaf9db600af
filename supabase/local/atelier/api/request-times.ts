const maxWaitSeconds = 60;
const minLifetimeSeconds = 5;

/** Milliseconds that `Prefer: wait[=n]` asks the request to stay open, at most a minute; null when it does not ask. */
export function readWait(prefer: string | undefined): number | null {
  const match = prefer?.match(/(?:^|[,;\s])wait(?:\s*=\s*"?(\d+)"?)?(?=$|[,;\s])/i);
  if (!match) return null;
  const seconds = match[1] === undefined ? maxWaitSeconds : Number(match[1]);
  return Math.min(Math.max(seconds, 1), maxWaitSeconds) * 1000;
}

/**
 * Milliseconds of a `Cancel-After` such as `90`, `90s`, `15m` or `1h30m45s`; null without the header. Throws a message
 * for people when it cannot be read or is under five seconds.
 */
export function readLifetime(cancelAfter: string | undefined): number | null {
  if (cancelAfter === undefined) return null;
  const text = cancelAfter.trim();
  const match = text.match(/^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/);
  if (!match || text === "") throw new Error("Cancel-After must be a duration such as 30s, 5m or 1h30m45s");
  const [, hours = "0", minutes = "0", seconds = "0"] = match;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (total < minLifetimeSeconds)
    throw new Error(`Cancel-After must be at least ${minLifetimeSeconds} seconds`);
  return total * 1000;
}
