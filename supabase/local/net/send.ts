/** A row of `net.http_request_queue`. */
export interface QueuedRequest {
  id: string;
  method: string;
  url: string;
  headers: Record<string, string> | null;
  body: Buffer | null;
  timeout_milliseconds: number;
}

/** A row of `net._http_response`. */
export interface Outcome {
  id: string;
  status_code: number | null;
  content_type: string | null;
  headers: Record<string, string> | null;
  content: string | null;
  timed_out: boolean;
  error_msg: string | null;
}

function failure(request: QueuedRequest, error: Error, startedAt: number): Outcome {
  const timedOut = error.name === "TimeoutError";
  const cause = (error.cause ?? error) as NodeJS.ErrnoException;
  const elapsed = (performance.now() - startedAt).toFixed(3);
  const message = timedOut
    ? `Timeout of ${request.timeout_milliseconds} ms reached. Total time: ${elapsed} ms`
    : cause.code === "ECONNREFUSED"
      ? "Couldn't connect to server"
      : cause.message;
  return {
    id: request.id,
    status_code: null,
    content_type: null,
    headers: null,
    content: null,
    timed_out: timedOut,
    error_msg: message,
  };
}

/** Sends one request as pg_net does: no redirects followed, one deadline for all of it. Never throws. */
export async function send(request: QueuedRequest): Promise<Outcome> {
  const startedAt = performance.now();
  try {
    const response = await fetch(request.url, {
      method: request.method.toUpperCase(),
      headers: { "user-agent": "pg_net/0.20.0", ...request.headers },
      body: request.body ? new Uint8Array(request.body) : null,
      redirect: "manual",
      signal: AbortSignal.timeout(request.timeout_milliseconds),
    });
    return {
      id: request.id,
      status_code: response.status,
      content_type: response.headers.get("content-type"),
      headers: Object.fromEntries(response.headers),
      content: (await response.text()).replaceAll("\0", ""),
      timed_out: false,
      error_msg: null,
    };
  } catch (error) {
    return failure(request, error as Error, startedAt);
  }
}
