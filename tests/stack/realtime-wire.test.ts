import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { stack } from "../setup/stack.ts";
import { newClient, newTopic, subscribe } from "./realtime-people.ts";

const open: WebSocket[] = [];

afterEach(() => {
  for (const socket of open.splice(0)) socket.terminate();
});

function address(query: Record<string, string>): string {
  const url = `${stack().status.apiUrl}/realtime/v1/websocket?${new URLSearchParams(query)}`;
  return url.replace(/^http/, "ws");
}

/** A bare WebSocket, for messages that supabase-js never sends. */
async function connect(query = { apikey: stack().status.publishableKey, vsn: "2.0.0" }) {
  const socket = new WebSocket(address(query));
  open.push(socket);
  const heard: unknown[] = [];
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  socket.on("message", (data) => heard.push(JSON.parse(String(data))));
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  return { socket, heard, closed, send: (message: unknown) => socket.send(JSON.stringify(message)) };
}

async function refusal(query: Record<string, string>): Promise<{ status?: number; body: string }> {
  const socket = new WebSocket(address(query));
  return new Promise((resolve) => {
    socket.on("error", () => {});
    socket.on("unexpected-response", (_request, response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode, body }));
    });
  });
}

test("a connection without a good key is refused with 401", async () => {
  for (const apikey of ["", "sb_publishable_wrong", "eyJhbGciOiJIUzI1NiJ9.e30.x"]) {
    const { status, body } = await refusal({ apikey, vsn: "2.0.0" });
    expect(status).toBe(401);
    expect(JSON.parse(body)).toHaveProperty("error");
  }
});

test("an unknown protocol version is refused", async () => {
  expect((await refusal({ apikey: stack().status.publishableKey, vsn: "9.0.0" })).status).toBe(400);
});

test("a heartbeat is answered", async () => {
  const { heard, send } = await connect();
  send([null, "7", "phoenix", "heartbeat", {}]);
  await vi.waitFor(() =>
    expect(heard).toEqual([[null, "7", "phoenix", "phx_reply", { status: "ok", response: {} }]]),
  );
});

test("join and leave are answered as Phoenix does", async () => {
  const { heard, send } = await connect();
  const topic = `realtime:${newTopic()}`;
  send(["1", "1", topic, "phx_join", { config: { presence: { enabled: true } } }]);
  send(["1", "2", topic, "phx_leave", {}]);
  await vi.waitFor(() => expect(heard).toHaveLength(4));
  expect(heard).toEqual([
    ["1", "1", topic, "phx_reply", { status: "ok", response: { postgres_changes: [] } }],
    ["1", null, topic, "presence_state", {}],
    ["1", "2", topic, "phx_reply", { status: "ok", response: {} }],
    ["1", "1", topic, "phx_close", {}],
  ]);
});

test("a second join of a topic closes the first, and messages of the first are dropped", async () => {
  const { heard, send } = await connect();
  const topic = `realtime:${newTopic()}`;
  send(["1", "1", topic, "phx_join", {}]);
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  send(["2", "2", topic, "phx_join", { config: { broadcast: { ack: true } } }]);
  send(["1", "3", topic, "broadcast", { event: "stale", payload: {} }]);
  send(["2", "4", topic, "broadcast", { event: "fresh", payload: {} }]);
  await vi.waitFor(() => expect(heard).toHaveLength(4));
  expect(heard.slice(1)).toEqual([
    ["1", "1", topic, "phx_close", {}],
    ["2", "2", topic, "phx_reply", { status: "ok", response: { postgres_changes: [] } }],
    ["2", "4", topic, "phx_reply", { status: "ok", response: {} }],
  ]);
});

test("what makes no sense is answered with an error, and the connection stays", async () => {
  const { heard, send } = await connect();
  const topic = `realtime:${newTopic()}`;
  const odd = [
    ["1", "1", "room:1", "phx_join", {}],
    ["2", "2", "realtime:", "phx_join", {}],
    ["3", "3", topic, "phx_join", { config: { private: "yes" } }],
    ["4", "4", topic, "broadcast", { event: "too early" }],
    ["5", "5", topic, "phx_join", { config: { broadcast: { replay: { since: 1 } } } }],
  ];
  for (const message of odd) send(message);
  await vi.waitFor(() => expect(heard).toHaveLength(5));
  expect(heard).toEqual(
    odd.map(([joinRef, ref, name]) => [
      joinRef,
      ref,
      name,
      "phx_reply",
      { status: "error", response: { reason: expect.any(String) } },
    ]),
  );
});

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
  await vi.waitFor(() => expect(witness.heard).toHaveLength(1));
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
  await vi.waitFor(() => expect(witness.heard.slice(before).map(({ event }) => event)).toContain("alive"));
}, 60_000);

test("a client that does not read is given up, and the others hear everything", async () => {
  const topic = newTopic();
  const slow = await connect();
  slow.send(["1", "1", `realtime:${topic}`, "phx_join", {}]);
  await vi.waitFor(() => expect(slow.heard).toHaveLength(1));
  slow.socket.pause();
  const quick = await subscribe(newClient().client, topic, { private: false });
  const sender = await subscribe(newClient().client, topic, { private: false, broadcast: { ack: true } });
  const text = "x".repeat(1024 * 1024);
  for (let n = 0; n < 40; n++)
    expect(await sender.channel.send({ type: "broadcast", event: "flood", payload: { n, text } })).toBe("ok");
  await vi.waitFor(() => expect(quick.heard).toHaveLength(40), 10_000);
  slow.socket.resume();
  expect(await slow.closed).toBe(1006);
  expect(slow.heard.length).toBeLessThan(41);
});

test("a message beyond three megabytes ends the connection", async () => {
  const { socket, closed } = await connect();
  socket.send(Buffer.alloc(3 * 1024 * 1024 + 1));
  expect(await closed).toBe(1009);
});
