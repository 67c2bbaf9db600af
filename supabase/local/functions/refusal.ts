/** Errors that the platform answers in place of a function: the word, the status and who it stands for upstream. */
const statuses = {
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  UNAUTHORIZED_NO_AUTH_HEADER: 401,
  UNAUTHORIZED_INVALID_JWT_FORMAT: 401,
  UNAUTHORIZED_ASYMMETRIC_JWT: 401,
  UNAUTHORIZED_UNSUPPORTED_TOKEN_ALGORITHM: 401,
  BOOT_ERROR: 503,
  IDLE_TIMEOUT: 504,
  WORKER_ERROR: 500,
  WORKER_RESOURCE_LIMIT: 546,
  /** Ours: the Deno process was killed from outside, which hosted callers see as an unavailable runtime. */
  SERVICE_UNAVAILABLE: 503,
} as const;

export type RefusalCode = keyof typeof statuses;

/** Lets browsers read the refusal, as the hosted gateway does: no function ran that could have said so. */
const cors = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, x-client-info, apikey, content-type",
  "access-control-expose-headers": "sb-error-code",
};

/** The hosted error contract: `{code, message}` with the code repeated in `sb-error-code`. */
export function refuse(code: RefusalCode, message: string): Response {
  return Response.json(
    { code, message },
    { status: statuses[code], headers: { ...cors, "sb-error-code": code } },
  );
}
