import type { Page } from "@playwright/test";

/** A channel that is silent for so long while a job runs leads to one refetch; it is no polling. */
const silenceMs = 9_000;

/** What a page asked the API for, and how often it had a reason to. */
export interface Requests {
  /** Paths of the API that were read, with the number of times. */
  reads(): Record<string, number>;
  /** How often the channel of this topic was opened, or was silent for so long that it justified one more look. */
  occasions(topic: string): number;
}

/** Notes every read of the studio's API, and what Realtime channels say on sockets that are opened, from now on. */
export function noteRequests(page: Page): Requests {
  const counts: Record<string, number> = {};
  const frames: { at: number; text: string; isJoin: boolean }[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() === "GET" && pathname.startsWith("/api/"))
      counts[pathname] = (counts[pathname] ?? 0) + 1;
  });
  const note = (payload: string | Buffer, isJoin: boolean) =>
    frames.push({ at: Date.now(), text: payload.toString(), isJoin });
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => payload.includes("phx_join") && note(payload, true));
    socket.on("framereceived", ({ payload }) => note(payload, false));
  });
  return {
    reads: () => ({ ...counts }),
    occasions: (topic) => {
      const said = frames.filter(({ text }) => text.includes(topic));
      const times = [...said.map(({ at }) => at), Date.now()];
      const silences = times.filter((at, index) => index > 0 && at - (times[index - 1] ?? at) >= silenceMs);
      return said.filter(({ isJoin }) => isJoin).length + silences.length;
    },
  };
}
