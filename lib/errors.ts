import type { PostgrestError } from "@supabase/supabase-js";
import { type ErrorCode, errorCodes, isErrorCode } from "./contract/errors.ts";

export interface FieldError {
  /** Dotted path of the field, for example `languages.0`. */
  path: string;
  message: string;
}

/** An error with a stable code; doors turn it into problem+json. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly errors: FieldError[] | undefined;
  /** From when the same request may pass, where that is known. */
  readonly retryAt: Date | undefined;

  constructor(
    code: ErrorCode,
    detail = "",
    options: { errors?: FieldError[] | undefined; cause?: unknown; retryAt?: Date | undefined } = {},
  ) {
    super(code, { cause: options.cause });
    this.code = code;
    this.detail = detail;
    this.errors = options.errors;
    this.retryAt = options.retryAt;
  }
}

/** By SQLSTATE or code of the Data API, or by the first characters of one: the first entry that fits counts. */
const codesOfStates: [prefix: string, code: ErrorCode][] = [
  ["23514", "validation_failed"],
  ["23502", "validation_failed"],
  ["23505", "bad_request"],
  // What it belongs to is gone since.
  ["23503", "not_found"],
  ["42501", "forbidden"],
  // What was asked for is no value of its type, or out of its range.
  ["22", "bad_request"],
  // A replica, or a disk that is nearly full: nothing is lost, and reading goes on.
  ["25006", "database_read_only"],
  ["53100", "database_read_only"],
  // Deadlocks, lost connections, no slot, being shut down: asking again may help.
  ["40", "database_unavailable"],
  ["08", "database_unavailable"],
  ["53", "database_unavailable"],
  ["55P03", "database_unavailable"],
  ["57", "database_unavailable"],
  // The Data API could not reach the database; the token was not valid.
  ["PGRST00", "database_unavailable"],
  ["PGRST30", "not_signed_in"],
];

/** SQL functions say in the hint from when a refused request may pass; other hints are for programmers. */
function readRetryAt(hint: string | null | undefined): Date | undefined {
  if (!hint || !/^\d{4}-\d\d-\d\d[T ]/.test(hint)) return undefined;
  const at = new Date(hint.replace(" ", "T").replace(/[+-]\d\d$/, "$&:00"));
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** A refusal that is about fields says in the hint which: `[{path, message}]`. */
function readFieldErrors(hint: string | null | undefined): FieldError[] | undefined {
  if (!hint?.startsWith("[{")) return undefined;
  try {
    return JSON.parse(hint) as FieldError[];
  } catch {
    return undefined;
  }
}

/** The error that a Data API call answered, as an AppError: SQL functions say our own code in `message`. */
export function fromDatabase(error: PostgrestError): AppError {
  if (isErrorCode(error.message))
    return new AppError(error.message, error.details ?? "", {
      retryAt: readRetryAt(error.hint),
      errors: readFieldErrors(error.hint),
    });
  const known = codesOfStates.find(([prefix]) => error.code?.startsWith(prefix))?.[1];
  if (known) return new AppError(known, "", { cause: error });
  if (error.code === "" || error.message.startsWith("TypeError: fetch failed"))
    return new AppError("database_unavailable", "The database did not answer. Try again in a moment.", {
      cause: error,
    });
  return new AppError("internal", "", { cause: error });
}

/**
 * Seconds for the header `Retry-After`, at least 1: until the error says that it may pass, and a little while when
 * something of ours is away. Null where asking again is no use.
 */
export function retryAfterSeconds(error: AppError, now = Date.now()): number | null {
  if (error.retryAt) return Math.max(1, Math.ceil((error.retryAt.getTime() - now) / 1000));
  return errorCodes[error.code].status === 503 ? 5 : null;
}

/** The problem+json body of an error (RFC 9457). */
export function problem(error: AppError) {
  const { status, title } = errorCodes[error.code];
  return {
    type: `/api/docs/errors#${error.code}`,
    title,
    status,
    detail: error.detail || title,
    code: error.code,
    ...(error.errors ? { errors: error.errors } : {}),
    ...(error.retryAt ? { retry_at: error.retryAt.toISOString() } : {}),
  };
}
