import type { SupabaseClient } from "@supabase/supabase-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ChangeMessage } from "../contract/topics.ts";
import { type Follower, followTopic } from "./shared-topic.ts";

const message = {
  table: "drafts",
  operation: "UPDATE",
  sequence: null,
  record: {},
} as unknown as ChangeMessage;

/** As much of the client as topics speak to; `say` and `send` play the server. */
function fakeClient() {
  const opened: string[] = [];
  const closed = vi.fn(async () => "ok");
  const server = { say: (_status: string) => {}, send: (_message: ChangeMessage) => {} };
  const client = {
    realtime: { setAuth: async () => {} },
    auth: { onAuthStateChange: () => ({ data: { subscription: { unsubscribe() {} } } }) },
    channel: (topic: string) => {
      opened.push(topic);
      const channel = {
        state: "joined",
        on: (_kind: string, _filter: object, listener: (event: { payload: ChangeMessage }) => void) => {
          server.send = (payload) => listener({ payload });
          return channel;
        },
        subscribe: (listener: (status: string) => void) => {
          server.say = (status) => {
            channel.state = status === "SUBSCRIBED" ? "joined" : "errored";
            listener(status);
          };
        },
      };
      return channel;
    },
    removeChannel: closed,
  };
  return { connect: async () => client as unknown as SupabaseClient, opened, closed, server };
}

function follower() {
  return {
    apply: vi.fn(),
    refetch: vi.fn(async () => {}),
    expectsNews: () => false,
    onState: vi.fn(),
  } satisfies Follower<ChangeMessage>;
}

let listeners: EventTarget;
beforeEach(() => {
  vi.useFakeTimers();
  listeners = new EventTarget();
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("window", listeners);
  vi.stubGlobal("document", Object.assign(listeners, { visibilityState: "visible" }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const settle = () => vi.advanceTimersByTimeAsync(0);

test("two who follow one topic share its channel, and both hear every message", async () => {
  const { connect, opened, server } = fakeClient();
  const [list, notices] = [follower(), follower()];
  const stops = [list, notices].map((one) => followTopic(connect, "user:1", one));
  await settle();
  server.say("SUBSCRIBED");
  await settle();
  server.send(message);
  expect(opened).toEqual(["user:1"]);
  for (const one of [list, notices]) {
    expect(one.apply).toHaveBeenCalledExactlyOnceWith(message);
    expect(one.refetch).toHaveBeenCalledTimes(1);
    expect(one.onState).toHaveBeenLastCalledWith("live");
  }
  for (const stop of stops) stop();
});

test("who comes later reads once and is told that the page is live", async () => {
  const { connect, opened, server } = fakeClient();
  const stopFirst = followTopic(connect, "user:1", follower());
  await settle();
  server.say("SUBSCRIBED");
  await settle();
  const late = follower();
  const stopLate = followTopic(connect, "user:1", late);
  await settle();
  expect(late.refetch).toHaveBeenCalledTimes(1);
  expect(late.onState).toHaveBeenLastCalledWith("live");
  expect(opened).toHaveLength(1);
  stopFirst();
  stopLate();
});

test("the channel stays while anybody follows it, and closes with the last one", async () => {
  const { connect, opened, closed, server } = fakeClient();
  const [one, other] = [follower(), follower()];
  const stops = [one, other].map((each) => followTopic(connect, "user:1", each));
  await settle();
  server.say("SUBSCRIBED");
  await settle();
  stops[0]?.();
  await settle();
  expect(closed).not.toHaveBeenCalled();
  server.send(message);
  expect(one.apply).not.toHaveBeenCalled();
  expect(other.apply).toHaveBeenCalledOnce();
  stops[1]?.();
  await settle();
  expect(closed).toHaveBeenCalledOnce();
  const stop = followTopic(connect, "user:1", follower());
  await settle();
  expect(opened).toEqual(["user:1", "user:1"]);
  stop();
});

test("coming back to the tab reads once, however many follow", async () => {
  const { connect, server } = fakeClient();
  const both = [follower(), follower()];
  const stops = both.map((one) => followTopic(connect, "user:1", one));
  await settle();
  server.say("SUBSCRIBED");
  await settle();
  for (const one of both) one.refetch.mockClear();
  listeners.dispatchEvent(new Event("visibilitychange"));
  await settle();
  expect(both.map(({ refetch }) => refetch.mock.calls.length)).toEqual([1, 1]);
  for (const stop of stops) stop();
  listeners.dispatchEvent(new Event("visibilitychange"));
  await settle();
  expect(both.map(({ refetch }) => refetch.mock.calls.length)).toEqual([1, 1]);
});

test("topics have channels of their own", async () => {
  const { connect, opened } = fakeClient();
  const stops = ["user:1", "draft:1"].map((topic) => followTopic(connect, topic, follower()));
  await settle();
  expect(opened).toEqual(["user:1", "draft:1"]);
  for (const stop of stops) stop();
});
