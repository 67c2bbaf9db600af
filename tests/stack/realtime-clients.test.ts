import { createClient } from "@supabase/supabase-js";
import { beforeAll, expect, test, vi } from "vitest";
import { database, stack } from "../setup/stack.ts";
import {
  admit,
  aMoment,
  eventually,
  type Member,
  newClient,
  newMember,
  newTopic,
  openTestTopics,
  sendFromDatabase,
  subscribe,
} from "./realtime-people.ts";

beforeAll(openTestTopics);

async function twoMembers(topic: string): Promise<[Member, Member]> {
  const members: [Member, Member] = [await newMember(), await newMember()];
  for (const member of members) await admit(topic, member);
  return members;
}

test("a member's broadcast reaches the others, and the sender only when it asks for that", async () => {
  const topic = newTopic();
  const [sender, other] = await twoMembers(topic);
  const heard = await subscribe(other.client, topic);
  const quiet = await subscribe(sender.client, topic);
  expect(await quiet.channel.send({ type: "broadcast", event: "wave", payload: { from: "Zoë" } })).toBe("ok");
  await eventually(() => expect(heard.heard).toHaveLength(1));
  expect(heard.heard[0]).toEqual({ type: "broadcast", event: "wave", payload: { from: "Zoë" } });
  expect(quiet.heard).toEqual([]);

  const echo = await subscribe(newClient().client, newTopic(), { broadcast: { self: true, ack: true } });
  expect(await echo.channel.send({ type: "broadcast", event: "echo", payload: {} })).toBe("ok");
  await eventually(() => expect(echo.heard).toHaveLength(1));
});

test("broadcasts keep their order, also while the policies are asked for the first time", async () => {
  const topic = newTopic();
  const [sender, other] = await twoMembers(topic);
  const heard = await subscribe(other.client, topic);
  const { channel } = await subscribe(sender.client, topic);
  for (let n = 0; n < 500; n++) channel.send({ type: "broadcast", event: "count", payload: { n } });
  await eventually(() => expect(heard.heard).toHaveLength(500));
  expect(heard.heard.map(({ payload }) => payload.n)).toEqual(Array.from({ length: 500 }, (_, n) => n));
});

test("raw bytes arrive as they were sent, by socket and by REST", async () => {
  const topic = newTopic();
  const [sender, other] = await twoMembers(topic);
  const heard = await subscribe(other.client, topic);
  const { channel } = await subscribe(sender.client, topic);
  const bytes = Uint8Array.from({ length: 1000 }, (_, at) => at % 256);
  await channel.send({ type: "broadcast", event: "socket", payload: bytes.buffer });
  await channel.httpSend("rest", bytes.buffer);
  await eventually(() => expect(heard.heard).toHaveLength(2));
  for (const { payload } of heard.heard)
    expect(new Uint8Array(payload as unknown as ArrayBuffer)).toEqual(bytes);
});

test("a member who may only read is not heard, by socket and by REST", async () => {
  const topic = newTopic();
  const [reader, other] = [await newMember(), await newMember()];
  await admit(topic, reader, { writes: false });
  await admit(topic, other);
  const heard = await subscribe(other.client, topic);
  const { channel, statuses } = await subscribe(reader.client, topic);
  expect(statuses).toEqual(["SUBSCRIBED"]);
  await channel.send({ type: "broadcast", event: "socket", payload: {} });
  await expect(channel.httpSend("rest", {})).rejects.toThrow("You do not have permissions to write");
  await aMoment();
  expect(heard.heard).toEqual([]);
});

test("a broadcast without a subscription goes by REST", async () => {
  const topic = newTopic();
  const [sender, other] = await twoMembers(topic);
  const heard = await subscribe(other.client, topic);
  const channel = sender.client.channel(topic, { config: { private: true } });
  const warning = vi.spyOn(console, "warn").mockImplementation(() => {});
  expect(await channel.send({ type: "broadcast", event: "batch", payload: { n: 1 } })).toBe("ok");
  warning.mockRestore();
  expect(await channel.httpSend("one / two?", { n: 2 })).toEqual({ success: true });
  await eventually(() => expect(heard.heard).toHaveLength(2));
  expect(heard.heard.map(({ event, payload }) => [event, payload.n])).toEqual([
    ["batch", 1],
    ["one / two?", 2],
  ]);
});

test("a batch leaves out what the caller may not send, and names what is not valid", async () => {
  const [mine, theirs] = [newTopic(), newTopic()];
  const [sender, other] = await twoMembers(mine);
  await admit(theirs, other);
  const heard = [await subscribe(other.client, mine), await subscribe(other.client, theirs)];
  const post = (body: unknown) =>
    fetch(`${stack().status.apiUrl}/realtime/v1/api/broadcast`, {
      method: "POST",
      headers: {
        apikey: stack().status.publishableKey,
        authorization: `Bearer ${sender.token}`,
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
    });
  const messages = [mine, theirs].map((topic) => ({ topic, event: "hello", payload: {}, private: true }));
  expect((await post({ messages })).status).toBe(202);
  await eventually(() => expect(heard[0]?.heard).toHaveLength(1));
  await aMoment();
  expect(heard[1]?.heard).toEqual([]);
  expect((await post({ messages: [{ topic: mine }] })).status).toBe(422);
  expect((await post("nonsense")).status).toBe(422);
});

test("REST refuses a caller without a key", async () => {
  const url = `${stack().status.apiUrl}/realtime/v1/api/broadcast`;
  const answer = await fetch(url, { method: "POST", body: JSON.stringify({ messages: [] }) });
  expect(answer.status).toBe(401);
});

test("a stored broadcast is heard once by the others, not by its sender, and can be replayed", async () => {
  const topic = newTopic();
  const [sender, other] = await twoMembers(topic);
  const since = Date.now() - 60_000;
  const heard = await subscribe(other.client, topic);
  const mine = await subscribe(sender.client, topic, { private: true, broadcast: { ack: true } });
  const message = { type: "broadcast" as const, event: "kept", payload: { n: 1 }, persist: true };
  expect(await mine.channel.send(message)).toBe("ok");
  expect(await mine.channel.httpSend("kept", { n: 2 }, { persist: true })).toEqual({ success: true });
  await eventually(() => expect(heard.heard).toHaveLength(2));
  await eventually(() => expect(mine.heard.map(({ payload }) => payload.n)).toEqual([2]));
  expect(
    await database()`select event, payload from realtime.messages where topic = ${topic} order by inserted_at`,
  ).toEqual([
    { event: "kept", payload: { n: 1 } },
    { event: "kept", payload: { n: 2 } },
  ]);
  const late = await newMember();
  await admit(topic, late);
  const replayed = await subscribe(late.client, topic, { private: true, broadcast: { replay: { since } } });
  await eventually(() => expect(replayed.heard.map(({ payload }) => payload.n)).toEqual([1, 2]));
});

test("a client of the older protocol version speaks and hears too", async () => {
  const topic = newTopic();
  const old = createClient(stack().status.apiUrl, stack().status.publishableKey, {
    realtime: { vsn: "1.0.0" },
  });
  const mine = await subscribe(old, topic, { private: false });
  const theirs = await subscribe(newClient().client, topic, { private: false });
  await mine.channel.send({ type: "broadcast", event: "old", payload: { n: 1 } });
  await eventually(() => expect(theirs.heard).toMatchObject([{ event: "old", payload: { n: 1 } }]));
  await theirs.channel.send({ type: "broadcast", event: "new", payload: { n: 2 } });
  await sendFromDatabase(topic, "database", { n: 3 }, false);
  await eventually(() => expect(mine.heard.map(({ payload }) => payload.n)).toEqual([2, 3]));
  await old.removeAllChannels();
});
