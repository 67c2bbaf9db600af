import type { SupabaseClient } from "@supabase/supabase-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLiveTopic } from "./live-topic.ts";

/** As much of the client as a live topic speaks to; `say` plays the server and the session. */
function fakeClient() {
  const said: { status?: (status: string) => void; session?: (event: string) => void } = {};
  const channel = {
    state: "joined",
    on: () => channel,
    subscribe: (listener: (status: string) => void) => {
      said.status = (status) => {
        channel.state = status === "SUBSCRIBED" ? "joined" : "errored";
        listener(status);
      };
    },
  };
  const unsubscribe = vi.fn();
  const removeChannel = vi.fn(async () => "ok");
  const client = {
    realtime: { setAuth: async () => {} },
    auth: {
      onAuthStateChange: (listener: (event: string) => void) => {
        said.session = listener;
        return { data: { subscription: { unsubscribe } } };
      },
    },
    channel: () => channel,
    removeChannel,
  };
  return { client: client as unknown as SupabaseClient, said, removeChannel, unsubscribe };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function joined() {
  const fake = fakeClient();
  const refetch = vi.fn(async () => {});
  const live = createLiveTopic(async () => fake.client, "draft:1", {
    apply: () => {},
    refetch,
    expectsNews: () => true,
    onState: () => {},
  });
  await vi.advanceTimersByTimeAsync(0);
  return { ...fake, live, refetch };
}

test("a page whose channel is closed asks every two seconds", async () => {
  const { said, refetch, live } = await joined();
  said.status?.("CHANNEL_ERROR");
  await vi.advanceTimersByTimeAsync(6000);
  expect(refetch).toHaveBeenCalledTimes(3);
  live.close();
});

test("a page whose owner signed out asks for nothing more, whatever its channel and the browser say", async () => {
  const { said, refetch, live, removeChannel, unsubscribe } = await joined();
  said.session?.("SIGNED_OUT");
  said.status?.("SUBSCRIBED");
  said.status?.("CLOSED");
  live.ask();
  live.suspend();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(refetch).not.toHaveBeenCalled();
  expect(removeChannel).toHaveBeenCalledOnce();
  expect(unsubscribe).toHaveBeenCalledOnce();
});

test("a renewed session changes nothing", async () => {
  const { said, refetch, live } = await joined();
  said.session?.("TOKEN_REFRESHED");
  said.status?.("SUBSCRIBED");
  await vi.advanceTimersByTimeAsync(0);
  expect(refetch).toHaveBeenCalledOnce();
  live.close();
});
