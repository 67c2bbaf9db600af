import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { stack } from "../setup/stack.ts";
import { eventually, newTopic } from "./realtime-people.ts";
import { address, connect } from "./realtime-socket.ts";

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
  await eventually(() =>
    expect(heard).toEqual([[null, "7", "phoenix", "phx_reply", { status: "ok", response: {} }]]),
  );
});

test("join and leave are answered as Phoenix does", async () => {
  const { heard, send } = await connect();
  const topic = `realtime:${newTopic()}`;
  send(["1", "1", topic, "phx_join", { config: { presence: { enabled: true } } }]);
  send(["1", "2", topic, "phx_leave", {}]);
  await eventually(() => expect(heard).toHaveLength(4));
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
  await eventually(() => expect(heard).toHaveLength(1));
  send(["2", "2", topic, "phx_join", { config: { broadcast: { ack: true } } }]);
  send(["1", "3", topic, "broadcast", { event: "stale", payload: {} }]);
  send(["2", "4", topic, "broadcast", { event: "fresh", payload: {} }]);
  await eventually(() => expect(heard).toHaveLength(4));
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
  await eventually(() => expect(heard).toHaveLength(5));
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
