import postgres from "postgres";
import { ApiError } from "./api-error.ts";

const exact: Record<string, number> = {
  "21000": 400,
  "22023": 400,
  "23503": 409,
  "23505": 409,
  "25006": 405,
  "42883": 404,
  "42P01": 404,
  "42P17": 500,
  "53400": 500,
  P0001: 400,
};

const byClass: Record<string, number> = {
  "08": 503,
  "09": 500,
  "0L": 403,
  "0P": 403,
  "21": 500,
  "22": 400,
  "23": 400,
  "25": 500,
  "28": 403,
  "2D": 500,
  "38": 500,
  "39": 500,
  "3B": 500,
  "40": 500,
  "53": 503,
  "54": 500,
  "55": 500,
  "57": 500,
  "58": 500,
  F0: 500,
  HV: 500,
  P0: 500,
  XX: 500,
};

/** The HTTP status PostgREST gives to an SQLSTATE; `42501` is 401 for someone who is not signed in. */
export function statusOfSqlState(code: string, isAnonymous: boolean): number {
  const custom = /^PT([1-5]\d\d)$/.exec(code)?.[1];
  if (custom) return Number(custom);
  if (code === "42501") return isAnonymous ? 401 : 403;
  return exact[code] ?? byClass[code.slice(0, 2)] ?? 400;
}

interface RaisedError {
  code?: string;
  message?: string;
  details?: string;
  hint?: string;
}

/** `raise sqlstate 'PGRST'` carries the whole answer as JSON in message and detail. */
function raisedAnswer(error: postgres.PostgresError): ApiError {
  try {
    const body = JSON.parse(error.message) as RaisedError;
    const extra = JSON.parse(error.detail ?? "{}") as { status?: number; headers?: Record<string, string> };
    return new ApiError(
      extra.status ?? 500,
      body.code ?? "PGRST",
      body.message ?? "",
      body.details ?? null,
      body.hint ?? null,
      extra.headers,
    );
  } catch {
    return new ApiError(
      500,
      "PGRST121",
      "Could not parse JSON in the \"RAISE SQLSTATE 'PGRST'\" error",
      error.detail ?? null,
    );
  }
}

const connectionLost = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
]);

/** Turns what the database threw into the answer for the caller. Anything else is returned unchanged, to be logged. */
export function toApiError(error: unknown, isAnonymous: boolean): unknown {
  if (error instanceof Error && connectionLost.has((error as NodeJS.ErrnoException).code ?? ""))
    return new ApiError(503, "PGRST001", "Database client error. Retrying the connection.", null, null, {
      "retry-after": "1",
    });
  if (!(error instanceof postgres.PostgresError)) return error;
  if (error.code === "PGRST") return raisedAnswer(error);
  return new ApiError(
    statusOfSqlState(error.code, isAnonymous),
    error.code,
    error.message,
    error.detail ?? null,
    error.hint ?? null,
    isAnonymous && error.code === "42501" ? { "www-authenticate": "Bearer" } : {},
  );
}
