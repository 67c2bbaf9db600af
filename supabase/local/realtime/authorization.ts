import { type Identity, identify } from "./identity.ts";
import type { Platform } from "./platform.ts";
import { askPolicies, type Extension, openAccess, type TopicAccess } from "./policies.ts";
import { Unauthorized } from "./refusal.ts";

/** No timer of Node may be longer than 24 days, and clocks are set; so the end of a token is looked at again. */
const longestTimerMs = 5 * 60_000;

interface Asked {
  topic: string;
  isPrivate: boolean;
  /** Policies are asked about presence only where the client wants it. */
  extensions: Extension[];
  headers: Record<string, unknown>;
  connection: Identity;
}

/** Who acts on a channel, what the policies let them do there, and the end of their token. */
export class Authorization {
  identity: Identity;
  access: TopicAccess = openAccess;
  readonly #platform: Platform;
  readonly #asked: Asked;
  readonly #onExpired: (message: string) => void;
  #expiry: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(platform: Platform, asked: Asked, onExpired: (message: string) => void) {
    this.#platform = platform;
    this.#asked = asked;
    this.#onExpired = onExpired;
    this.identity = asked.connection;
  }

  /** Takes over a token, and asks the policies again under it. Throws when the channel must not go on. */
  async use(token: string | null): Promise<void> {
    const { topic, isPrivate, extensions, headers, connection } = this.#asked;
    const identity = await identify(this.#platform.keys, token, connection);
    if (isPrivate) {
      const asking = { claims: identity.claims, topic, headers };
      const access = await askPolicies(this.#platform.sql, asking, extensions);
      if (!extensions.some((extension) => access.reads(extension))) throw new Unauthorized();
      this.access = access;
    }
    this.identity = identity;
    this.#watchExpiry();
  }

  /** Ends the watch over the token. */
  end(): void {
    this.#isOver = true;
    clearTimeout(this.#expiry);
  }

  #watchExpiry(): void {
    clearTimeout(this.#expiry);
    const { expiresAt } = this.identity;
    if (expiresAt === null || this.#isOver) return;
    const left = expiresAt - Date.now();
    const next = () => {
      if (left > longestTimerMs) this.#watchExpiry();
      else this.#onExpired("InvalidJWTToken: Token has expired 0 seconds ago");
    };
    this.#expiry = setTimeout(next, Math.max(0, Math.min(left, longestTimerMs)));
    this.#expiry.unref();
  }
}
