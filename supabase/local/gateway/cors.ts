const methods = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE, CONNECT";

/** What supabase-js, tus-js-client and hand-written fetches send, for a preflight that names no headers. */
const usualRequestHeaders = [
  "authorization",
  "x-client-info",
  "apikey",
  "content-type",
  "accept-profile",
  "content-profile",
  "prefer",
  "range",
  "x-upsert",
  "x-metadata",
  "x-supabase-api-version",
  "cache-control",
  "tus-resumable",
  "upload-length",
  "upload-offset",
  "upload-metadata",
  "upload-defer-length",
  "upload-concat",
].join(", ");

const exposedHeaders = [
  "content-range",
  "content-location",
  "content-profile",
  "content-encoding",
  "content-length",
  "accept-ranges",
  "etag",
  "location",
  "preference-applied",
  "range-unit",
  "date",
  "retry-after",
  "x-request-id",
  "x-total-count",
  "link",
  "x-supabase-api-version",
  "sb-gateway-version",
  "tus-resumable",
  "tus-version",
  "tus-extension",
  "tus-max-size",
  "upload-offset",
  "upload-length",
  "upload-metadata",
  "upload-expires",
  "upload-defer-length",
  "upload-concat",
].join(", ");

/** A browser's question whether it may send a request from another origin. */
export function isPreflight(request: Request): boolean {
  return request.method === "OPTIONS" && request.headers.has("access-control-request-method");
}

/** Allows any origin: what a caller may do is decided by its key and token, never by cookies. */
export function preflightAnswer(request: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": methods,
      "access-control-allow-headers":
        request.headers.get("access-control-request-headers") || usualRequestHeaders,
      "access-control-max-age": "3600",
      vary: "access-control-request-headers",
    },
  });
}

/** Lets pages of other origins read the answer, unless the part has said so itself. */
export function addCorsHeaders(headers: Headers): void {
  if (headers.has("access-control-allow-origin")) return;
  headers.set("access-control-allow-origin", "*");
  headers.set("access-control-expose-headers", exposedHeaders);
}
