/** An answer that says what is wrong, in Replicate's words: `{title, detail, status}`. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly headers: Record<string, string>;
  readonly extra: Record<string, unknown>;

  constructor(
    status: number,
    title: string,
    detail: string,
    more: { headers?: Record<string, string>; extra?: Record<string, unknown> } = {},
  ) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.headers = more.headers ?? {};
    this.extra = more.extra ?? {};
  }

  toJSON(): Record<string, unknown> {
    return { title: this.title, detail: this.detail, status: this.status, ...this.extra };
  }
}

export interface InvalidField {
  /** Kind of the fault, for instance `required`, `enum`, `number_lte`. */
  type: string;
  /** Path with dots; empty for the body itself. */
  field: string;
  description: string;
}

export const unauthenticated = () =>
  new Problem(401, "Unauthenticated", "You did not pass an authentication token");

export const notFound = () => new Problem(404, "Not found", "The requested resource could not be found.");

export const unknownVersion = () =>
  new Problem(
    422,
    "Invalid version or not permitted",
    "The specified version does not exist (or perhaps you don't have permission to use it?)",
  );

/** The 422 that names every wrong field. */
export function invalidFields(fields: InvalidField[]): Problem {
  const lines = fields.map(({ field, description }) => `- ${field ? `${field}: ` : ""}${description}\n`);
  return new Problem(422, "Input validation failed", lines.join(""), { extra: { invalid_fields: fields } });
}

export const throttled = (seconds: number) =>
  new Problem(429, "Too many requests", `Request was throttled. Your rate limit resets in ~${seconds}s.`, {
    headers: { "retry-after": String(seconds) },
  });

export const noCredit = () =>
  new Problem(
    402,
    "Insufficient credit",
    "You have insufficient credit to run this model. Go to https://replicate.com/account/billing#billing to purchase credit.",
  );

export const invalidToken = () =>
  new Problem(401, "Unauthenticated", "You did not pass a valid authentication token");

export const serverError = (status: number) =>
  new Problem(status, "Internal server error", "An unexpected error occurred. Please try again later.");
