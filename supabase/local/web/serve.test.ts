import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { untilAnswering } from "./serve.ts";

/** A server whose page answers, and whose process ends, when the test says so. */
function server() {
  const state = { isAnswering: false, isRunning: true };
  vi.stubGlobal("fetch", async () => {
    if (state.isAnswering) return new Response("here");
    throw new TypeError("fetch failed");
  });
  const child = {
    running: () => state.isRunning,
    stop: vi.fn(async () => {
      state.isRunning = false;
    }),
  };
  return { state, child };
}

/** Waits for it as a studio does that starts, and says how that has ended so far. */
function waitFor(child: ReturnType<typeof server>["child"], signal?: AbortSignal) {
  let end = "waiting";
  untilAnswering(child, "http://127.0.0.1:1/", "/nowhere/web.log", signal)
    .then(() => "answered")
    .catch((error: Error) => error.message)
    .then((text) => {
      end = text;
    });
  return () => end;
}

/** Lets minutes go by, and then a moment in which somebody who waits looks again. */
async function pass(minutes: number) {
  vi.setSystemTime(Date.now() + minutes * 60_000);
  await vi.advanceTimersByTimeAsync(100);
}

describe("a studio that waits for its pages", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("waits for minutes while the server still works on its first page", async () => {
    const { state, child } = server();
    const ended = waitFor(child);
    await pass(10);
    expect(ended()).toBe("waiting");
    state.isAnswering = true;
    await pass(1);
    expect(ended()).toBe("answered");
    expect(child.stop).not.toHaveBeenCalled();
  });

  it("says at once when the server has ended", async () => {
    const { state, child } = server();
    const ended = waitFor(child);
    state.isRunning = false;
    await pass(0);
    expect(ended()).toContain("The Next server did not come up");
  });

  it("ends the server when it is asked to end", async () => {
    const { child } = server();
    const asked = new AbortController();
    const ended = waitFor(child, asked.signal);
    await pass(1);
    asked.abort(new Error("asked to end"));
    await pass(0);
    expect(ended()).toBe("asked to end");
    expect(child.stop).toHaveBeenCalledOnce();
  });

  it("ends a server that never answers, when nobody is there to do so", async () => {
    const { child } = server();
    const ended = waitFor(child);
    await pass(16);
    expect(ended()).toContain("The Next server runs, but does not answer");
    expect(child.stop).toHaveBeenCalledOnce();
  });
});
