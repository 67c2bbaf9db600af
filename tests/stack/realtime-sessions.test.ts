import { beforeAll, expect, test } from "vitest";
import { database, newEducator } from "../setup/stack.ts";
import {
  admit,
  aMoment,
  eventually,
  newMember,
  newTopic,
  openTestTopics,
  renew,
  sendFromDatabase,
  signToken,
  subscribe,
} from "./realtime-people.ts";

beforeAll(openTestTopics);

test("a fresh token keeps the channel", async () => {
  const topic = newTopic();
  const member = await newMember();
  await admit(topic, member);
  const joined = await subscribe(member.client, topic);
  await renew(member, await signToken(member.id, 1800));
  await sendFromDatabase(topic, "still here", {});
  await eventually(() => expect(joined.heard).toHaveLength(1));
  expect(joined.statuses).toEqual(["SUBSCRIBED"]);
});

test("a channel ends when its token does", async () => {
  const topic = newTopic();
  const member = await newMember();
  await admit(topic, member);
  const joined = await subscribe(member.client, topic);
  await renew(member, await signToken(member.id, 2));
  await eventually(() => expect(joined.statuses).toEqual(["SUBSCRIBED", "CLOSED"]));
  expect(joined.system).toMatchObject([{ status: "error", message: expect.stringContaining("expired") }]);
  await sendFromDatabase(topic, "too late", {});
  await aMoment();
  expect(joined.heard).toEqual([]);
});

test("an expired or foreign token is refused at the join", async () => {
  const topic = newTopic();
  const member = await newMember(-60);
  await admit(topic, member);
  const { statuses } = await subscribe(member.client, topic);
  expect(statuses[0]).toMatch(/InvalidJWTToken: Token has expired \d+ seconds ago/);

  const forger = await newMember();
  const [head, , signature] = (await signToken(forger.id)).split(".");
  const forged = Buffer.from(JSON.stringify({ sub: member.id, role: "service_role", exp: 4e9 })).toString(
    "base64url",
  );
  await renew(forger, `${head}.${forged}.${signature}`);
  expect((await subscribe(forger.client, topic)).statuses[0]).toContain("InvalidJWTToken");
});

test("who lost the permission loses the channel with the next token", async () => {
  const topic = newTopic();
  const member = await newMember();
  await admit(topic, member);
  const joined = await subscribe(member.client, topic);
  await database()`delete from realtime_tests.members where topic = ${topic}`;
  await renew(member, await signToken(member.id, 1800));
  await eventually(() => expect(joined.statuses).toEqual(["SUBSCRIBED", "CLOSED"]));
  expect(joined.system).toMatchObject([
    { status: "error", message: expect.stringContaining("Unauthorized") },
  ]);
  await sendFromDatabase(topic, "secret", {});
  await aMoment();
  expect(joined.heard).toEqual([]);
});

test("a broken token on an open channel ends it", async () => {
  const topic = newTopic();
  const member = await newMember();
  await admit(topic, member);
  const joined = await subscribe(member.client, topic);
  await renew(member, "not-a-token");
  await eventually(() => expect(joined.statuses).toEqual(["SUBSCRIBED", "CLOSED"]));
});

test("a new token also renews what the member may write", async () => {
  const topic = newTopic();
  const [writer, other] = [await newMember(), await newMember()];
  await admit(topic, writer, { writes: false });
  await admit(topic, other);
  const heard = await subscribe(other.client, topic);
  const { channel } = await subscribe(writer.client, topic);
  await channel.send({ type: "broadcast", event: "refused", payload: {} });
  // What a client sends is handled in order: with this answer, the broadcast before it was judged.
  await channel.track({});
  await database()`update realtime_tests.members set writes = true where topic = ${topic}`;
  await renew(writer, await signToken(writer.id, 1800));
  await channel.send({ type: "broadcast", event: "allowed", payload: {} });
  await eventually(() => expect(heard.heard.map(({ event }) => event)).toEqual(["allowed"]));
});

test("a client whose connection dropped comes back by itself", async () => {
  const topic = newTopic();
  const member = await newMember();
  await admit(topic, member);
  const joined = await subscribe(member.client, topic);
  member.sockets.at(-1)?.close(3001, "gone");
  await eventually(() => expect(joined.statuses.filter((status) => status === "SUBSCRIBED")).toHaveLength(2));
  expect(member.sockets).toHaveLength(2);
  await sendFromDatabase(topic, "again", {});
  await eventually(() => expect(joined.heard).toHaveLength(1));
});

test("leaving ends the messages, and the same topic can be joined again", async () => {
  const topic = newTopic();
  const member = await newMember();
  await admit(topic, member);
  const witness = await newMember();
  await admit(topic, witness);
  const whole = await subscribe(witness.client, topic);
  const first = await subscribe(member.client, topic);
  expect(await member.client.removeChannel(first.channel)).toBe("ok");
  await sendFromDatabase(topic, "unheard", {});
  await eventually(() => expect(whole.heard).toHaveLength(1));
  const second = await subscribe(member.client, topic);
  await sendFromDatabase(topic, "heard", {});
  await eventually(() => expect(second.heard.map(({ event }) => event)).toEqual(["heard"]));
  expect(first.heard).toEqual([]);
});

test("a session that is refreshed keeps its channel, until the permission is gone", async () => {
  const topic = newTopic();
  const educator = await newEducator();
  await admit(topic, educator);
  const joined = await subscribe(educator.client, topic);
  expect(joined.statuses).toEqual(["SUBSCRIBED"]);

  expect((await educator.client.auth.refreshSession()).error).toBeNull();
  await aMoment();
  await sendFromDatabase(topic, "refreshed", {});
  await eventually(() => expect(joined.heard).toHaveLength(1));

  await database()`delete from realtime_tests.members where topic = ${topic}`;
  expect((await educator.client.auth.refreshSession()).error).toBeNull();
  await eventually(() => expect(joined.statuses).toEqual(["SUBSCRIBED", "CLOSED"]));
});
