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

const codesOfSqlStates: Record<string, ErrorCode> = {
  "23505": "bad_request",
  "23514": "validation_failed",
  "22P02": "bad_request",
  "42501": "forbidden",
  "57014": "database_unavailable",
  "53300": "database_unavailable",
  "25006": "database_unavailable",
};

/** The error that a Data API call answered, as an AppError: SQL functions say our own code in `message`. */
export function fromDatabase(error: PostgrestError): AppError {
  if (isErrorCode(error.message)) return new AppError(error.message, error.details ?? "");
  const known = codesOfSqlStates[error.code];
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
