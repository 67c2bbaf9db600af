import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { writeDown } from "./write-down.ts";

const sound = new Blob(["voice"]);
const answers: Record<string, [status: number, body: unknown][]> = {};
const asked: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    const queue = answers[path] ?? [];
    const [status, body] = (queue.length > 1 ? queue.shift() : queue[0]) ?? [500, null];
    return Response.json(body, { status });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a spoken theme", () => {
  test("is read from the job as soon as that has written it down", async () => {
    answers["/api/transcriptions?language=de"] = [[202, { jobId: "j1" }]];
    answers["/api/jobs/j1"] = [
      [200, { status: "processing", result: null }],
      [200, { status: "completed", result: { text: " Tiere im Wald " } }],
    ];
    const said = writeDown(sound, "de", new AbortController().signal);
    await vi.runAllTimersAsync();
    expect(await said).toBe("Tiere im Wald");
    expect(asked.filter((path) => path === "/api/jobs/j1")).toHaveLength(2);
  });

  test("tells that no model is set up, and asks nothing more", async () => {
    answers["/api/transcriptions?language=fr"] = [[503, { code: "model_not_configured" }]];
    await expect(writeDown(sound, "fr", new AbortController().signal)).rejects.toMatchObject({
      code: "model_not_configured",
    });
    expect(asked).toHaveLength(1);
  });

  test.each(["failed", "cancelled"])("is given up when its job is %s", async (status) => {
    answers["/api/transcriptions?language=it"] = [[202, { jobId: "j2" }]];
    answers["/api/jobs/j2"] = [[200, { status, result: null }]];
    const said = expect(writeDown(sound, "it", new AbortController().signal)).rejects.toMatchObject({
      code: "provider_unavailable",
    });
    await vi.runAllTimersAsync();
    await said;
  });

  test("is given up after a minute, so that nobody waits for ever", async () => {
    answers["/api/transcriptions?language=es"] = [[202, { jobId: "j3" }]];
    answers["/api/jobs/j3"] = [[200, { status: "processing", result: null }]];
    const said = expect(writeDown(sound, "es", new AbortController().signal)).rejects.toMatchObject({
      code: "provider_unavailable",
    });
    await vi.runAllTimersAsync();
    await said;
  });

  test("is asked for no more once the person went on", async () => {
    answers["/api/transcriptions?language=en"] = [[202, { jobId: "j4" }]];
    answers["/api/jobs/j4"] = [[200, { status: "processing", result: null }]];
    const going = new AbortController();
    const said = expect(writeDown(sound, "en", going.signal)).rejects.toMatchObject({ name: "AbortError" });
    await vi.advanceTimersByTimeAsync(900);
    going.abort();
    await said;
    const before = asked.length;
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(before);
  });
});
