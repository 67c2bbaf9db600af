/** What the provider's own words look like: `{title, detail, status}`, and for a bad input the fields. */
interface Problem {
  title?: unknown;
  detail?: unknown;
  invalid_fields?: unknown;
}

function readProblem(body: string): Problem | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && ("detail" in value || "title" in value)
      ? value
      : null;
  } catch {
    return null;
  }
}

/** The one request that was sent did not succeed. */
export class ProviderRefusal extends Error {
  override name = "ProviderRefusal";
  /** HTTP status, or null when no answer came. */
  readonly status: number | null;
  /** The beginning of what was answered. */
  readonly body: string;
  readonly problem: Problem | null;
  readonly retryAfterSeconds: number | undefined;
  /** `now` is the provider's own time, where it said so: Retry-After may be a date. */
  constructor(status: number | null, body: string, retryAfter: string | null = null, now = Date.now()) {
    super(status === null ? `No answer from the provider: ${body}` : `The provider answered ${status}`);
    this.status = status;
    this.body = body.slice(0, 500);
    this.problem = readProblem(body);
    this.retryAfterSeconds = readRetryAfter(retryAfter, body, now);
  }
  /**
   * True when the request certainly had no effect at the provider: it said so in its own words. What a gateway says
   * about a provider that it could not reach, or that did not answer in time, proves nothing.
   */
  get isCertain(): boolean {
    if (this.status === null || this.status === 408 || this.status === 504) return false;
    return this.status < 500 || this.problem !== null;
  }
}

/** No provider is waited for longer than this, in seconds, whatever it says. */
const longestWait = 3600;
const within = (seconds: number) => Math.min(longestWait, Math.max(0, Math.ceil(seconds)));

/** Seconds to wait, at most an hour: from the header (seconds or a date) or from the words "resets in ~30s". */
export function readRetryAfter(header: string | null, body: string, now = Date.now()): number | undefined {
  const seconds = Number(header);
  if (header !== null && header.trim() !== "" && !Number.isNaN(seconds)) return within(seconds);
  const date = Date.parse(header ?? "");
  if (!Number.isNaN(date)) return within((date - now) / 1000);
  const inWords = body.match(/resets in ~?(\d+(?:\.\d+)?)\s*s/i)?.[1];
  return inWords === undefined ? undefined : within(Number(inWords));
}
