/** A refusal in Auth's shape: `{code, error_code, msg}` with its HTTP status. */
export class AuthError extends Error {
  readonly status: number;
  readonly code: string;
  readonly extra: Record<string, unknown>;

  constructor(status: number, code: string, message: string, extra: Record<string, unknown> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.extra = extra;
  }

  /** The answer that auth-js reads. */
  toResponse(): Response {
    const { status, code, message, extra } = this;
    return Response.json({ code: status, error_code: code, msg: message, ...extra }, { status });
  }
}
