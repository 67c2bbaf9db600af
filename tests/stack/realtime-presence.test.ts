import type { RealtimeChannel } from "@supabase/supabase-js";
import { beforeAll, expect, test } from "vitest";
import {
  admit,
  eventually,
  newClient,
  newMember,
  newTopic,
  openTestTopics,
  subscribe,
} from "./realtime-people.ts";

beforeAll(openTestTopics);

function listen(channel: RealtimeChannel) {
  channel.on("presence", { event: "sync" }, () => {});
}

function names(channel: RealtimeChannel): string[] {
  const present = Object.values(channel.presenceState<{ name: string }>()).flat();
  return present.map(({ name }) => name).sort();
}

async function come(topic: string, name: string) {
  const { client, sockets } = newClient();
  const { channel } = await subscribe(client, topic, { private: false, presence: { key: name } }, listen);
  expect(await channel.track({ name })).toBe("ok");
  return { client, sockets, channel };
}

test("three people see each other come, change and go", async () => {
  const topic = newTopic();
  const ada = await come(topic, "ada");
  const bo = await come(topic, "bo");
  const cy = await come(topic, "cy");
  for (const { channel } of [ada, bo, cy])
    await eventually(() => expect(names(channel)).toEqual(["ada", "bo", "cy"]));

  await bo.channel.track({ name: "bobby" });
  for (const { channel } of [ada, bo, cy])
    await eventually(() => expect(names(channel)).toEqual(["ada", "bobby", "cy"]));

  await cy.channel.untrack();
  await eventually(() => expect(names(ada.channel)).toEqual(["ada", "bobby"]));
  await bo.client.removeAllChannels();
  await eventually(() => expect(names(ada.channel)).toEqual(["ada"]));
});

test("who loses the connection is gone for the others, and comes back alone", async () => {
  const topic = newTopic();
  const ada = await come(topic, "ada");
  const bo = await come(topic, "bo");
  await eventually(() => expect(names(ada.channel)).toEqual(["ada", "bo"]));
  await bo.client.realtime.disconnect();
  await eventually(() => expect(names(ada.channel)).toEqual(["ada"]));
});

test("two windows of one person share a key and leave one by one", async () => {
  const topic = newTopic();
  const [first, second] = [await come(topic, "ada"), await come(topic, "ada")];
  await eventually(() => expect(first.channel.presenceState().ada).toHaveLength(2));
  await second.client.removeAllChannels();
  await eventually(() => expect(first.channel.presenceState().ada).toHaveLength(1));
});

test("on a private channel presence needs permission to write", async () => {
  const topic = newTopic();
  const [reader, writer] = [await newMember(), await newMember()];
  await admit(topic, reader, { writes: false });
  await admit(topic, writer);
  const watching = await subscribe(reader.client, topic, { private: true }, listen);
  const visible = await subscribe(writer.client, topic, { private: true }, listen);
  expect(await watching.channel.track({ name: "reader" })).toBe("error");
  expect(await visible.channel.track({ name: "writer" })).toBe("ok");
  await eventually(() => expect(names(watching.channel)).toEqual(["writer"]));
});
