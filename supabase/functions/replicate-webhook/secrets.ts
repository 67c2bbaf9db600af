import { log } from "../_shared/log.ts";
import type { Tools } from "../_shared/tools.ts";
import { isSigned } from "./verify-signature.ts";

const minute = 60_000;
/** A message that is on its way while the provider's secret is replaced still bears the old one. */
const overlap = 5 * minute;

type Source = Pick<Tools, "environment" | "provider">;
type Clock = () => number;

/** Tells the provider's messages from others. */
export interface SecretBook {
  /** True when the provider signed this body. Where there is no secret to tell by, nothing is believed. */
  isGenuine(body: string, headers: Headers, source: Source): Promise<boolean>;
}

/**
 * Knows the secrets of the environment, else that of the provider's account, asked for when it is needed first and
 * again, at most once a minute, when a signature does not fit: it may have been replaced. `clock` in milliseconds.
 */
export function openSecretBook(clock: Clock = () => performance.now()): SecretBook {
  const stillUsed = Number.POSITIVE_INFINITY;
  let known: { secret: string; replacedAt: number }[] = [];
  let lastAsked: { at: number; answer: Promise<boolean> } | undefined;

  async function ask({ provider }: Source): Promise<boolean> {
    try {
      const secret = await provider.getWebhookSecret();
      if (known.some((entry) => entry.secret === secret && entry.replacedAt === stillUsed)) return false;
      for (const entry of known) entry.replacedAt = Math.min(entry.replacedAt, clock());
      known.push({ secret, replacedAt: stillUsed });
      return true;
    } catch (error) {
      log("webhook secret unavailable", { error: String(error).slice(0, 200) });
      return false;
    }
  }

  /** True when there is a new secret. Those who come while it is being asked for wait for the same answer. */
  function refresh(source: Source): Promise<boolean> {
    if (!lastAsked || clock() - lastAsked.at >= minute) lastAsked = { at: clock(), answer: ask(source) };
    return lastAsked.answer;
  }

  function current(): string[] {
    known = known.filter(({ replacedAt }) => clock() - replacedAt < overlap);
    return known.map(({ secret }) => secret);
  }

  return {
    async isGenuine(body, headers, source) {
      const given = source.environment.webhookSecrets;
      if (given.length > 0) return isSigned(body, headers, given);
      if (isSigned(body, headers, current())) return true;
      return (await refresh(source)) && isSigned(body, headers, current());
    },
  };
}
