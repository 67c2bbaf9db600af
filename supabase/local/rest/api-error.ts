/** A refusal in PostgREST's shape: `{code, message, details, hint}` with its HTTP status. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: string | object | null;
  readonly hint: string | null;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    message: string,
    details: string | object | null = null,
    hint: string | null = null,
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
    this.hint = hint;
    this.headers = headers;
  }

  /** The answer that the client library reads. */
  toResponse(): Response {
    const { code, details, hint, message } = this;
    return Response.json(
      { code, details, hint, message },
      {
        status: this.status,
        headers: { ...this.headers, "content-type": "application/json; charset=utf-8" },
      },
    );
  }
}
