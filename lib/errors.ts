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

  constructor(code: ErrorCode, detail = "", options: { errors?: FieldError[]; cause?: unknown } = {}) {
    super(code, { cause: options.cause });
    this.code = code;
    this.detail = detail;
    this.errors = options.errors;
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
  // Deadlocks, lost connections, no room, being shut down, read only: asking again may help.
  ["40", "database_unavailable"],
  ["08", "database_unavailable"],
  ["53", "database_unavailable"],
  ["55P03", "database_unavailable"],
  ["57", "database_unavailable"],
  ["25006", "database_unavailable"],
  // The Data API could not reach the database; the token was not valid.
  ["PGRST00", "database_unavailable"],
  ["PGRST30", "not_signed_in"],
];

/** The error that a Data API call answered, as an AppError: SQL functions say our own code in `message`. */
export function fromDatabase(error: PostgrestError): AppError {
  if (isErrorCode(error.message)) return new AppError(error.message, error.details ?? "");
  const known = codesOfStates.find(([prefix]) => error.code?.startsWith(prefix))?.[1];
  if (known) return new AppError(known, "", { cause: error });
  if (error.code === "" || error.message.startsWith("TypeError: fetch failed"))
    return new AppError("database_unavailable", "The database did not answer. Try again in a moment.", {
      cause: error,
    });
  return new AppError("internal", "", { cause: error });
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
  };
}
