import { describe, expect, it, vi } from "vitest";
import type { ChangeMessage } from "../contract/topics.ts";
import { createTopicSync } from "./topic-sync.ts";

function message(sequence: number): ChangeMessage {
  return { id: `m${sequence}`, schema: "public", table: "jobs", operation: "UPDATE", sequence, record: {} };
}

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe("a page that follows a topic", () => {
  it("applies messages without asking for anything while none is missing", () => {
    const apply = vi.fn();
    const refetch = vi.fn(async () => {});
    const sync = createTopicSync({ apply, refetch });
    for (const sequence of [41, 42, 43]) sync.receive(message(sequence));
    expect(apply.mock.calls.map(([one]) => one.sequence)).toEqual([41, 42, 43]);
    expect(refetch).not.toHaveBeenCalled();
  });

  it("refetches once after a hole in the numbers", async () => {
    const refetch = vi.fn(async () => {});
    const sync = createTopicSync({ apply: vi.fn(), refetch });
    sync.receive(message(1));
    sync.receive(message(4));
    sync.receive(message(5));
    await vi.waitFor(() => expect(refetch).toHaveBeenCalledTimes(1), 60_000);
  });

  it("takes a late message for neither a hole nor a step back", () => {
    const refetch = vi.fn(async () => {});
    const sync = createTopicSync({ apply: vi.fn(), refetch });
    for (const sequence of [7, 8, 6, 9]) sync.receive(message(sequence));
    expect(refetch).not.toHaveBeenCalled();
  });

  it("applies what came during a refetch again after it", async () => {
    const gate = deferred();
    const steps: string[] = [];
    const sync = createTopicSync({
      apply: ({ sequence }) => steps.push(`apply ${sequence}`),
      refetch: async () => {
        await gate.promise;
        steps.push("answer");
      },
    });
    const done = sync.resync();
    sync.receive(message(3));
    gate.resolve();
    expect(await done).toBe(true);
    expect(steps).toEqual(["apply 3", "answer", "apply 3"]);
  });

  it("joins requests that come together into one more refetch", async () => {
    const gate = deferred();
    const refetch = vi.fn(() => gate.promise);
    const sync = createTopicSync({ apply: vi.fn(), refetch });
    const all = Promise.all([sync.resync(), sync.resync(), sync.resync()]);
    gate.resolve();
    expect(await all).toEqual([true, true, true]);
    expect(refetch).toHaveBeenCalledTimes(2);
  });

  it("says so when the refetch fails, and still shows what came meanwhile", async () => {
    const apply = vi.fn();
    const sync = createTopicSync({ apply, refetch: async () => Promise.reject(new Error("down")) });
    const done = sync.restart();
    sync.receive(message(2));
    expect(await done).toBe(false);
    expect(apply).toHaveBeenCalledTimes(2);
  });

  it("numbers from anew after a new subscription", async () => {
    const refetch = vi.fn(async () => {});
    const sync = createTopicSync({ apply: vi.fn(), refetch });
    sync.receive(message(1));
    await sync.restart();
    sync.receive(message(90));
    expect(refetch).toHaveBeenCalledTimes(1);
  });
});
