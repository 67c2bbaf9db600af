import { type ErrorCode, isErrorCode } from "./contract/errors.ts";

/** What the browser can be told: the codes of the API, and `offline` when no answer came at all. */
export type ProblemCode = ErrorCode | "offline";

interface FieldProblem {
  path: string;
  message: string;
}

/** An answer of the API that is not a success. */
export class Problem extends Error {
  override name = "Problem";
  readonly code: ProblemCode;
  readonly errors: FieldProblem[];
  /** Seconds to wait before asking again, where the API says so. */
  readonly retryAfter: number | null;
  /** The moment (ISO 8601) from which it may pass, where the API knows it. */
  readonly retryAt: string | null;

  constructor(
    code: ProblemCode,
    errors: FieldProblem[] = [],
    wait: { retryAfter?: number | null; retryAt?: string | null } = {},
  ) {
    super(code);
    this.code = code;
    this.errors = errors;
    this.retryAfter = wait.retryAfter ?? null;
    this.retryAt = wait.retryAt ?? null;
  }
}

/** The code to show for anything that was thrown. */
export function problemCode(error: unknown): ProblemCode {
  return error instanceof Problem ? error.code : "internal";
}

function readErrors(body: unknown): FieldProblem[] {
  const errors = (body as { errors?: unknown } | null)?.errors;
  if (!Array.isArray(errors)) return [];
  return errors.map((entry: { path?: unknown; message?: unknown }) => ({
    path: Array.isArray(entry.path) ? entry.path.join(".") : String(entry.path ?? ""),
    message: String(entry.message ?? ""),
  }));
}

/** Calls the API with the session cookie and returns its JSON; throws a `Problem` for everything else. */
export async function requestJson<Answer>(
  path: string,
  init: RequestInit & { json?: unknown } = {},
): Promise<Answer> {
  const { json, ...rest } = init;
  const response = await fetch(path, {
    ...rest,
    headers: {
      accept: "application/json",
      ...(json === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  }).catch((cause: unknown) => {
    if (rest.signal?.aborted) throw cause;
    throw new Problem("offline");
  });
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return body as Answer;
  const { code, retry_at } = (body ?? {}) as { code?: unknown; retry_at?: unknown };
  const retryAfter = Number(response.headers.get("retry-after"));
  throw new Problem(isErrorCode(code) ? code : "internal", readErrors(body), {
    retryAfter: retryAfter > 0 ? retryAfter : null,
    retryAt: typeof retry_at === "string" ? retry_at : null,
  });
}
