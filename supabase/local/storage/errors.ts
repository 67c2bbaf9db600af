/** The answer's body as the hosted Storage writes it; supabase-js reads `statusCode`, `code` and `message` from it. */
interface ErrorBody {
  statusCode: string;
  code: string;
  error: string;
  message: string;
}

interface Refusal {
  /** HTTP meaning of the refusal, as it stands in the body. */
  status: number;
  code: string;
  message: string;
  /** Older, human-readable name of the error; the code when there is none. */
  error?: string;
  /** HTTP status line. Hosted Storage answers 400 for nearly every refusal and 500 for its own faults. */
  sent?: number;
  cause?: unknown;
}

/** A refusal that the caller may read. Anything else that is thrown becomes a bare 500. */
export class StorageRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly sent: number;
  readonly label: string;

  constructor({ status, code, message, error = code, sent, cause }: Refusal) {
    super(message, { cause });
    this.name = "StorageRefusal";
    this.status = status;
    this.code = code;
    this.sent = sent ?? (status >= 500 ? status : 400);
    this.label = error;
  }

  /** The refusal as JSON, with the status line that hosted Storage would send. */
  response(headers: Record<string, string> = {}): Response {
    const body: ErrorBody = {
      statusCode: String(this.status),
      code: this.code,
      error: this.label,
      message: this.message,
    };
    return Response.json(body, { status: this.sent, headers });
  }
}

export const noSuchBucket = () =>
  new StorageRefusal({
    status: 404,
    code: "NoSuchBucket",
    error: "Bucket not found",
    message: "Bucket not found",
  });

export const noSuchKey = () =>
  new StorageRefusal({ status: 404, code: "NoSuchKey", error: "not_found", message: "Object not found" });

export const noSuchUpload = () =>
  new StorageRefusal({ status: 404, code: "NoSuchUpload", message: "Upload not found" });

export const accessDenied = (message = "Access denied") =>
  new StorageRefusal({ status: 403, code: "AccessDenied", error: "Unauthorized", message });

const keyAlreadyExists = () =>
  new StorageRefusal({
    status: 409,
    code: "KeyAlreadyExists",
    error: "Duplicate",
    message: "The resource already exists",
  });

export const invalidRequest = (message: string) =>
  new StorageRefusal({ status: 400, code: "InvalidRequest", message });

export const invalidKey = (key: string) =>
  new StorageRefusal({ status: 400, code: "InvalidKey", message: `Invalid key: ${key}` });

export const invalidBucketName = () =>
  new StorageRefusal({
    status: 400,
    code: "InvalidBucketName",
    error: "Invalid Input",
    message: "Bucket name invalid",
  });

export const invalidMimeType = (mimeType: string) =>
  new StorageRefusal({
    status: 415,
    code: "InvalidMimeType",
    error: "invalid_mime_type",
    message: `mime type ${mimeType} is not supported`,
  });

export const entityTooLarge = (what = "object") =>
  new StorageRefusal({
    status: 413,
    code: "EntityTooLarge",
    error: "Payload too large",
    message: `The ${what} exceeded the maximum allowed size`,
  });

export const invalidSignature = (message = "Invalid signature") =>
  new StorageRefusal({ status: 400, code: "InvalidSignature", message });

export const invalidToken = (message: string) =>
  new StorageRefusal({ status: 400, code: "InvalidJWT", message });

export const notOffered = (feature: string) =>
  new StorageRefusal({
    status: 409,
    code: "FeatureNotEnabled",
    message: `The feature ${feature} is not enabled for this resource`,
  });

/** What a failed statement means to the caller; errors that are no database errors pass through unchanged. */
export function asRefusal(error: unknown): unknown {
  const { code, message, detail } = (error ?? {}) as { code?: string; message?: string; detail?: string };
  switch (code) {
    case "42501":
      return accessDenied(
        message?.includes("row-level security") ? "new row violates row-level security policy" : message,
      );
    case "23505":
      return keyAlreadyExists();
    case "23503":
      return detail?.includes("is still referenced")
        ? new StorageRefusal({
            status: 409,
            code: "ResourceReferenced",
            message: "The resource could not be updated or removed due to a foreign key constraint",
          })
        : new StorageRefusal({
            status: 404,
            code: "InvalidRequest",
            message: "The related resource does not exist",
          });
    case "22P02":
      return new StorageRefusal({
        status: 400,
        code: "InvalidParameter",
        message: message ?? "Invalid value",
      });
    case "55P03":
      return new StorageRefusal({ status: 423, code: "ResourceLocked", message: "The resource is locked" });
    case "57014":
      return new StorageRefusal({
        status: 544,
        code: "DatabaseTimeout",
        message: "The connection to the database timed out",
      });
    default:
      return error instanceof Error && error.name === "PostgresError"
        ? new StorageRefusal({
            status: 500,
            code: "DatabaseError",
            message: `database error, code: ${code}`,
            cause: error,
          })
        : error;
  }
}
