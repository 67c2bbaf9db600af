import { expect, test } from "vitest";
import fc from "../setup/properties.ts";
import { eventually, newClient, newTopic, subscribe } from "./realtime-people.ts";
import { connect } from "./realtime-socket.ts";

test("malformed messages end their own connection and nobody else's", async () => {
  const topic = newTopic();
  const witness = await subscribe(newClient().client, topic, { private: false, broadcast: { self: true } });
  const malformed = [
    "",
    "{",
    "null",
    "[]",
    "[1,2,3,4,5]",
    '{"topic":"x"}',
    `["1","1","realtime:x","broadcast",7]`,
  ];
  const bytes = [
    [],
    [0],
    [3],
    [4, 1, 1],
    [3, 255, 255, 255, 255, 255, 1],
    [3, 0, 0, 0, 0, 0, 1, 0x7b],
    [3, 0, 0, 0, 0, 0, 9],
  ];
  for (const message of [...malformed, ...bytes.map((list) => Buffer.from(list))]) {
    const { socket, closed } = await connect();
    socket.send(message);
    expect(await closed).toBe(1003);
  }
  await witness.channel.send({ type: "broadcast", event: "alive", payload: {} });
  await eventually(() => expect(witness.heard).toHaveLength(1));
});

test("no sequence of odd messages hurts the others", async () => {
  const topic = newTopic();
  const witness = await subscribe(newClient().client, topic, { private: false });
  const events = ["phx_join", "phx_leave", "presence", "broadcast", "access_token", "heartbeat", "x"];
  const message = fc.tuple(
    fc.option(fc.constantFrom("1", "2")),
    fc.option(fc.constantFrom("1", "2")),
    fc.constantFrom("phoenix", `realtime:${topic}`, "realtime:__proto__", "x"),
    fc.constantFrom(...events),
    fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          config: fc.jsonValue(),
          access_token: fc.jsonValue(),
          event: fc.jsonValue(),
          payload: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(message, fc.uint8Array({ maxLength: 40 })), { maxLength: 20 }),
      async (list) => {
        const { socket } = await connect();
        for (const one of list) socket.send(one instanceof Uint8Array ? one : JSON.stringify(one));
        socket.close();
      },
    ),
    { numRuns: 60 },
  );
  const before = witness.heard.length;
  const other = await subscribe(newClient().client, topic, { private: false, broadcast: { ack: true } });
  expect(await other.channel.send({ type: "broadcast", event: "alive", payload: {} })).toBe("ok");
  await eventually(() => expect(witness.heard.slice(before).map(({ event }) => event)).toContain("alive"));
});

test("a client that does not read is given up, and the others hear everything", async () => {
  const topic = newTopic();
  const slow = await connect();
  slow.send(["1", "1", `realtime:${topic}`, "phx_join", {}]);
  await eventually(() => expect(slow.heard).toHaveLength(1));
  slow.socket.pause();
  const quick = await subscribe(newClient().client, topic, { private: false });
  const sender = await subscribe(newClient().client, topic, { private: false, broadcast: { ack: true } });
  const text = "x".repeat(1024 * 1024);
  for (let n = 0; n < 40; n++)
    expect(await sender.channel.send({ type: "broadcast", event: "flood", payload: { n, text } })).toBe("ok");
  await eventually(() => expect(quick.heard).toHaveLength(40));
  slow.socket.resume();
  expect(await slow.closed).toBe(1006);
  expect(slow.heard.length).toBeLessThan(41);
});

test("a message beyond three megabytes ends the connection", async () => {
  const { socket, closed } = await connect();
  socket.send(Buffer.alloc(3 * 1024 * 1024 + 1));
  expect(await closed).toBe(1009);
});
