import { entityTooLarge, invalidRequest } from "./errors.ts";
import { assertHeaderText } from "./limits.ts";
import { readForm } from "./multipart.ts";
import { declaredLength, type RequestBody } from "./request-body.ts";

const userMetadataLimit = 1024 * 1024;

/** A file on its way in, its bytes still unread. */
export interface UploadSource {
  mimeType: string;
  cacheControl: string;
  contentEncoding?: string;
  userMetadata: Record<string, unknown>;
  /** Size of the file if the client said it, in bytes. Unknown for forms, whose length counts the wrapping too. */
  declaredSize?: number;
  chunks: AsyncGenerator<Uint8Array>;
}

/** User metadata from JSON text; as on the hosted platform, text that is no JSON object counts as none. */
export function parseUserMetadata(text: string | null | undefined): Record<string, unknown> {
  if (!text) return {};
  if (Buffer.byteLength(text) > userMetadataLimit) throw entityTooLarge("user_metadata");
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

async function* checked(chunks: AsyncGenerator<Uint8Array>, declared: number | undefined) {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    yield chunk;
  }
  if (declared !== undefined && size !== declared)
    throw invalidRequest("The request ended before the file did");
}

async function openSource(request: Request, body: RequestBody): Promise<UploadSource> {
  const { headers } = request;
  const contentType = headers.get("content-type") ?? "application/octet-stream";
  if (/^multipart\/form-data\b/i.test(contentType)) {
    const { fields, contentType: partType, chunks } = await readForm(body, contentType);
    const seconds = fields.get("cacheControl");
    return {
      mimeType: fields.get("contentType") || partType,
      cacheControl: seconds ? `max-age=${seconds}` : "no-cache",
      contentEncoding: fields.get("contentEncoding") || undefined,
      userMetadata: parseUserMetadata(fields.get("metadata") ?? fields.get("userMetadata")),
      chunks,
    };
  }
  const declaredSize = declaredLength(request);
  return {
    mimeType: contentType,
    cacheControl: headers.get("cache-control") ?? "no-cache",
    contentEncoding: headers.get("content-encoding") ?? undefined,
    userMetadata: parseUserMetadata(
      headers.has("x-metadata")
        ? Buffer.from(headers.get("x-metadata") ?? "", "base64").toString("utf8")
        : null,
    ),
    declaredSize,
    chunks: checked(body.chunks(), declaredSize),
  };
}

/**
 * Understands both ways in which storage-js sends a file: a form (Blob, File, FormData; field `cacheControl`,
 * `metadata`, `contentEncoding`, then the file) and a raw body with headers (everything else).
 */
export async function readUploadSource(request: Request, body: RequestBody): Promise<UploadSource> {
  const source = await openSource(request, body);
  for (const text of [source.mimeType, source.cacheControl, source.contentEncoding]) assertHeaderText(text);
  return source;
}
