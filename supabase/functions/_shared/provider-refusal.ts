import type { Failure } from "./failure.ts";

/** The one request that was sent did not succeed. */
export class ProviderRefusal extends Error {
  override name = "ProviderRefusal";
  /** HTTP status, or null when no answer came. */
  readonly status: number | null;
  readonly body: string;
  readonly retryAfterSeconds: number | undefined;
  constructor(status: number | null, body: string, retryAfter: string | null = null) {
    super(status === null ? `No answer from the provider: ${body}` : `The provider answered ${status}`);
    this.status = status;
    this.body = body.slice(0, 500);
    this.retryAfterSeconds = readRetryAfter(retryAfter, body);
  }
  /** True when the request certainly had no effect at the provider. */
  get isCertain(): boolean {
    return this.status !== null && this.status < 500;
  }
}

/** No provider is waited for longer than this, in seconds, whatever it says. */
const longestWait = 3600;
const within = (seconds: number) => Math.min(longestWait, Math.max(0, Math.ceil(seconds)));

/** Seconds to wait, at most an hour: from the header (seconds or a date) or from the words "resets in ~30s". */
export function readRetryAfter(header: string | null, body: string): number | undefined {
  const seconds = Number(header);
  if (header !== null && header.trim() !== "" && !Number.isNaN(seconds)) return within(seconds);
  const date = Date.parse(header ?? "");
  if (!Number.isNaN(date)) return within((date - Date.now()) / 1000);
  const inWords = body.match(/resets in ~?(\d+)\s*s/i)?.[1];
  return inWords === undefined ? undefined : within(Number(inWords));
}

const refused = new Set([401, 402, 403]);

/** What a refused request means for the job. */
export function failureOfRefusal({ status, body, retryAfterSeconds }: ProviderRefusal): Failure {
  const detail = { status, answer: body };
  if (status === null || status >= 500 || status === 408)
    return {
      code: "provider_unreachable",
      message: "The model could not be reached.",
      detail,
      isRetryable: true,
    };
  if (status === 429)
    return {
      code: "provider_busy",
      message: "The models are busy.",
      detail,
      isRetryable: true,
      retryAfterSeconds,
    };
  if (refused.has(status))
    return {
      code: "provider_refused",
      message: "The models are not available now.",
      detail,
      isRetryable: false,
    };
  return {
    code: "provider_rejected_input",
    message: "The model did not take this.",
    detail,
    isRetryable: false,
  };
}
