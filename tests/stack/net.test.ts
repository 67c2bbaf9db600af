import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { anonClient, database, newEducator } from "../setup/stack.ts";

interface Seen {
  method?: string;
  url?: string;
  headers: IncomingMessage["headers"];
  body: string;
  at: number;
}

const seen: Seen[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, url, headers } = request;
  seen.push({ method, url, headers, body: Buffer.concat(chunks).toString(), at: Date.now() });
  if (url?.startsWith("/slow")) await new Promise((done) => setTimeout(done, 1500));
  response.writeHead(url?.startsWith("/broken") ? 500 : 200, { "content-type": "application/json" });
  response.end(`{"echo":"${method}"}`);
});
let address = "";

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
afterEach(async () => {
  await database()`update net._faults set drop_percent = 0, duplicate_percent = 0, delay_ms = 0, url_like = '%'`;
});

async function responseTo(id: string) {
  const until = Date.now() + 10_000;
  for (;;) {
    const [row] = await database()`select * from net._http_response where id = ${id}`;
    if (row) return row;
    if (Date.now() > until) throw new Error(`no response to request ${id}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

const sentTo = (path: string) => seen.filter(({ url }) => url?.startsWith(path));

describe("pg_net", () => {
  it("posts JSON with headers and parameters as soon as the transaction commits", async () => {
    const started = Date.now();
    const [row] = await database()`select net.http_post(
      url := ${`${address}/post`}, body := '{"a": [1, "é"]}', params := '{"q": "a b&c"}',
      headers := '{"x-key": "secret"}') as id`;
    const response = await responseTo(row?.id);
    const [request] = sentTo("/post");
    expect(request).toMatchObject({ method: "POST", url: "/post?q=a%20b%26c", body: '{"a": [1, "é"]}' });
    expect(request?.headers).toMatchObject({ "x-key": "secret", "content-type": "application/json" });
    expect((request?.at ?? 0) - started).toBeLessThan(1000);
    expect(response).toMatchObject({
      status_code: 200,
      content: '{"echo":"POST"}',
      timed_out: false,
      error_msg: null,
    });
  });

  it("sends nothing when the transaction rolls back", async () => {
    const work = database().begin(async (sql) => {
      await sql`select net.http_get(${`${address}/rolled-back`})`;
      throw new Error("changed my mind");
    });
    await expect(work).rejects.toThrow("changed my mind");
    const [next] = await database()`select net.http_get(${`${address}/after`}) as id`;
    await responseTo(next?.id);
    expect(sentTo("/rolled-back")).toEqual([]);
  });

  it("records an answer that is an error, a timeout and a refused connection", async () => {
    const [broken] = await database()`select net.http_delete(${`${address}/broken`}) as id`;
    const [slow] =
      await database()`select net.http_get(${`${address}/slow`}, timeout_milliseconds := 200) as id`;
    const [refused] = await database()`select net.http_get('http://127.0.0.1:9/') as id`;
    expect(await responseTo(broken?.id)).toMatchObject({ status_code: 500, timed_out: false });
    expect(await responseTo(slow?.id)).toMatchObject({ status_code: null, timed_out: true });
    expect((await responseTo(refused?.id)).error_msg).toMatch(/connect|bad port/i);
  });

  it("sends five hundred requests, each once", async () => {
    await database()`select net.http_post(${`${address}/many/`} || i) from generate_series(1, 500) i`;
    const until = Date.now() + 15_000;
    while (sentTo("/many/").length < 500 && Date.now() < until)
      await new Promise((done) => setTimeout(done, 50));
    await new Promise((done) => setTimeout(done, 300));
    expect(new Set(sentTo("/many/").map(({ url }) => url)).size).toBe(500);
    expect(sentTo("/many/").length).toBe(500);
  });

  it("loses and repeats requests when a test asks for it", async () => {
    await database()`update net._faults set duplicate_percent = 100, url_like = ${`${address}/%`}`;
    const [twice] = await database()`select net.http_get(${`${address}/twice`}) as id`;
    await responseTo(twice?.id);
    await new Promise((done) => setTimeout(done, 200));
    expect(sentTo("/twice").length).toBe(2);
    await database()`update net._faults set duplicate_percent = 0, drop_percent = 100`;
    await database()`select net.http_get(${`${address}/lost`})`;
    await new Promise((done) => setTimeout(done, 500));
    expect(sentTo("/lost")).toEqual([]);
  });

  it("is out of reach for people who use the API", async () => {
    const { client } = await newEducator();
    for (const caller of [anonClient(), client]) {
      const { error } = await caller.schema("net").rpc("http_get", { url: address });
      expect(error).not.toBeNull();
    }
    const asUser = database().begin(async (sql) => {
      await sql`set local role authenticated`;
      await sql`select net.http_get(${address})`;
    });
    await expect(asUser).rejects.toThrow(/permission denied/);
  });
});
