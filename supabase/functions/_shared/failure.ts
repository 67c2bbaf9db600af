/** How an attempt at a job ended badly: what `fail_job` is told. The message is for people and names no secret. */
export interface Failure {
  code: string;
  message: string;
  /** Technical words for support: no secrets, no prompts. */
  detail?: Record<string, unknown>;
  isRetryable: boolean;
  /** How many retries this failure is worth, when that is less than what the job may have. */
  maxRetries?: number;
  retryAfterSeconds?: number;
}

/** Thrown to end an attempt with a known failure. */
export class JobFailure extends Error {
  override name = "JobFailure";
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(`${failure.code}: ${failure.message}`);
    this.failure = failure;
  }
}

/** The same failure, final when it is worth no more retries than there were. */
export function afterRetries(failure: Failure, retries: number): Failure {
  return {
    ...failure,
    isRetryable: failure.isRetryable && retries < (failure.maxRetries ?? Number.POSITIVE_INFINITY),
  };
}

/** The failure to record for any thrown value; what nobody foresaw may be tried again. */
export function toFailure(error: unknown): Failure {
  if (error instanceof JobFailure) return error.failure;
  const { name, message } = error instanceof Error ? error : { name: typeof error, message: String(error) };
  return {
    code: "internal",
    message: "Something went wrong on our side.",
    detail: { name, message: message.slice(0, 500) },
    isRetryable: true,
  };
}
