import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { anonClient, database, newEducator } from "../setup/stack.ts";

interface Seen {
  method?: string;
  url?: string;
  headers: IncomingMessage["headers"];
  body: string;
}

const seen: Seen[] = [];
/** Lets go who waits for an answer of `/slow`. */
let answerSlow = () => {};
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, url, headers } = request;
  seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
  if (url?.startsWith("/slow"))
    await new Promise<void>((done) => {
      answerSlow = done;
    });
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
  const rows = () => database()`select * from net._http_response where id = ${id}`;
  await expect.poll(async () => (await rows()).length).toBeGreaterThan(0);
  return (await rows())[0] ?? {};
}

const sentTo = (path: string) => seen.filter(({ url }) => url?.startsWith(path));

describe("pg_net", () => {
  it("posts JSON with headers and parameters, and tells the sender when the transaction commits", async () => {
    let told = 0;
    const listener = await database().listen("pg_net", () => {
      told += 1;
    });
    const [row] = await database()`select net.http_post(
      url := ${`${address}/post`}, body := '{"a": [1, "é"]}', params := '{"q": "a b&c"}',
      headers := '{"x-key": "secret"}') as id`;
    const response = await responseTo(row?.id);
    const [request] = sentTo("/post");
    expect(request).toMatchObject({ method: "POST", url: "/post?q=a%20b%26c", body: '{"a": [1, "é"]}' });
    expect(request?.headers).toMatchObject({ "x-key": "secret", "content-type": "application/json" });
    await expect.poll(() => told).toBeGreaterThan(0);
    await listener.unlisten();
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
    answerSlow();
    expect((await responseTo(refused?.id)).error_msg).toMatch(/connect|bad port/i);
  });

  it("sends five hundred requests, each once", async () => {
    const made = await database()`
      select net.http_post(${`${address}/many/`} || i, timeout_milliseconds := 60000) as id from generate_series(1, 500) i`;
    const ids = made.map(({ id }) => id);
    const answered = () => database()`select from net._http_response where id = any (${ids})`;
    await expect.poll(async () => (await answered()).length).toBe(500);
    expect(new Set(sentTo("/many/").map(({ url }) => url)).size).toBe(500);
    expect(sentTo("/many/").length).toBe(500);
  });

  it("loses and repeats requests when a test asks for it", async () => {
    await database()`update net._faults set duplicate_percent = 100, url_like = ${`${address}/twice`}`;
    await database()`select net.http_get(${`${address}/twice`})`;
    await expect.poll(() => sentTo("/twice").length).toBe(2);
    await database()`
      update net._faults set duplicate_percent = 0, drop_percent = 100, url_like = ${`${address}/lost`}`;
    await database()`select net.http_get(${`${address}/lost`})`;
    const [later] = await database()`select net.http_get(${`${address}/later`}) as id`;
    await responseTo(later?.id);
    expect([sentTo("/lost"), sentTo("/twice").length]).toEqual([[], 2]);
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
