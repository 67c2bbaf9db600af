import type { SupabaseClient } from "@supabase/supabase-js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPresence, type PeopleHere, peopleOf } from "./presence-channel.ts";

describe("who is here", () => {
  it("is one entry per person, whatever they have open, at the card that they turned to last", () => {
    const people = peopleOf({
      ada: [{ asset_id: "whale" }, { asset_id: "crab" }, { asset_id: null }],
      bo: [{ asset_id: null }],
      cy: [{}],
    });
    expect([...people]).toEqual([
      ["ada", { asset_id: "crab" }],
      ["bo", { asset_id: null }],
      ["cy", { asset_id: null }],
    ]);
  });
});

/** Realtime as the presence channel sees it. */
function openRealtime() {
  const channels: FakeChannel[] = [];
  const removed: FakeChannel[] = [];
  const client = {
    realtime: { setAuth: async () => {} },
    channel: (topic: string, { config }: { config: { presence: { key: string } } }) => {
      const channel = new FakeChannel(topic, config.presence.key);
      channels.push(channel);
      return channel;
    },
    removeChannel: async (channel: FakeChannel) => void removed.push(channel),
  };
  return { channels, removed, connect: async () => client as unknown as SupabaseClient };
}

class FakeChannel {
  tracked: unknown[] = [];
  state: Record<string, { asset_id: string | null }[]> = {};
  tell: (status: string) => void = () => {};
  sync: () => void = () => {};
  readonly topic: string;
  readonly key: string;
  constructor(topic: string, key: string) {
    this.topic = topic;
    this.key = key;
  }
  on(_type: string, _filter: unknown, listener: () => void) {
    this.sync = listener;
  }
  subscribe(listener: (status: string) => void) {
    this.tell = listener;
  }
  presenceState() {
    return this.state;
  }
  async track(payload: unknown) {
    this.tracked.push(payload);
  }
}

describe("being here", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function come() {
    const realtime = openRealtime();
    const seen: PeopleHere[] = [];
    const presence = createPresence(realtime.connect, "people:1", "ada", {
      onPeople: (people) => seen.push(people),
    });
    await vi.advanceTimersByTimeAsync(0);
    const [channel] = realtime.channels;
    if (!channel) throw new Error("nothing was joined");
    return { ...realtime, presence, channel, seen };
  }

  it("is told under one's own id once the channel is joined, and again after each break", async () => {
    const { channel, presence } = await come();
    expect([channel.topic, channel.key]).toEqual(["people:1", "ada"]);
    presence.moveTo({ asset_id: "crab" });
    expect(channel.tracked).toEqual([]);
    channel.tell("SUBSCRIBED");
    channel.tell("CHANNEL_ERROR");
    channel.tell("SUBSCRIBED");
    expect(channel.tracked).toEqual([{ asset_id: "crab" }, { asset_id: "crab" }]);
  });

  it("is told anew when one turns to another card, and not when one stays", async () => {
    const { channel, presence } = await come();
    channel.tell("SUBSCRIBED");
    for (const asset_id of ["crab", "crab", null]) presence.moveTo({ asset_id });
    expect(channel.tracked).toEqual([{ asset_id: null }, { asset_id: "crab" }, { asset_id: null }]);
  });

  it("shows the others as they come and go, and nobody while the connection is away", async () => {
    const { channel, seen } = await come();
    channel.tell("SUBSCRIBED");
    channel.state = { ada: [{ asset_id: null }], bo: [{ asset_id: "whale" }] };
    channel.sync();
    expect([...(seen.at(-1) ?? [])]).toEqual([
      ["ada", { asset_id: null }],
      ["bo", { asset_id: "whale" }],
    ]);
    channel.tell("TIMED_OUT");
    expect(seen.at(-1)?.size).toBe(0);
  });

  it("comes back on a new channel after the server closed the old one, and not once it has ended", async () => {
    const { channels, removed, channel, presence } = await come();
    channel.tell("SUBSCRIBED");
    channel.tell("CLOSED");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(channels).toHaveLength(2);
    expect(removed).toEqual([channel]);
    channels[1]?.tell("SUBSCRIBED");
    expect(channels[1]?.tracked).toEqual([{ asset_id: null }]);
    presence.close();
    channels[1]?.tell("CLOSED");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(channels).toHaveLength(2);
    expect(removed).toHaveLength(2);
  });

  it("opens nothing when it ends before it was joined", async () => {
    const realtime = openRealtime();
    createPresence(realtime.connect, "people:2", "ada", { onPeople: () => {} }).close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(realtime.channels).toEqual([]);
  });
});
