import type { Page } from "@playwright/test";

/** A channel that is silent for so long while a job runs leads to one refetch; it is no polling. */
const silenceMs = 9_000;

/** What a page asked the API for, and how often it had a reason to. */
export interface Requests {
  /** Paths of the API that were read, with the number of times. */
  reads(): Record<string, number>;
  /** How many silences of the Realtime socket were long enough to justify one more look. */
  silences(): number;
}

/** Notes every read of the studio's API, and every message that the server pushed, from now on. */
export function noteRequests(page: Page): Requests {
  const counts: Record<string, number> = {};
  const pushes: number[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() === "GET" && pathname.startsWith("/api/"))
      counts[pathname] = (counts[pathname] ?? 0) + 1;
  });
  page.on("websocket", (socket) => socket.on("framereceived", () => pushes.push(Date.now())));
  return {
    reads: () => ({ ...counts }),
    silences: () =>
      pushes.filter((at, index) => index > 0 && at - (pushes[index - 1] ?? at) >= silenceMs).length,
  };
}
