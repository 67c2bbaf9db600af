import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database, type NewEducator, newEducator, stack } from "../setup/stack.ts";
import { type Buckets, dropBuckets, makeBuckets } from "./storage-rules.ts";

const name = "resumable-test";
const pieceSize = 256 * 1024;
const bytes: Buffer<ArrayBuffer> = Buffer.alloc(3 * pieceSize + 5, "tiger ");
let ada: NewEducator;
let bob: NewEducator;
let buckets: Buckets;

interface Ask {
  person?: NewEducator;
  headers?: Record<string, string>;
  body?: BodyInit;
}

/** One request of the TUS protocol, as tus-js-client would send it. */
function tus(method: string, url: string, { person = ada, headers = {}, body }: Ask = {}) {
  const { publishableKey } = stack().status;
  return fetch(url, {
    method,
    body,
    duplex: "half",
    headers: {
      "tus-resumable": "1.0.0",
      apikey: publishableKey,
      authorization: `Bearer ${person.accessToken}`,
      ...(body ? { "content-type": "application/offset+octet-stream" } : {}),
      ...headers,
    },
  } as RequestInit);
}

function begin(key: string, { length = bytes.length, ...ask }: Ask & { length?: number } = {}) {
  const fields = {
    bucketName: buckets.closed,
    objectName: key,
    contentType: "video/mp4",
    cacheControl: "3600",
    metadata: '{"card":7}',
  };
  const metadata = Object.entries(fields).map(
    ([field, value]) => `${field} ${Buffer.from(value).toString("base64")}`,
  );
  return tus("POST", `${stack().status.apiUrl}/storage/v1/upload/resumable`, {
    ...ask,
    headers: { "upload-length": String(length), "upload-metadata": metadata.join(","), ...ask.headers },
  });
}

async function started(key: string, ask: Parameters<typeof begin>[1] = {}): Promise<string> {
  const response = await begin(key, ask);
  expect([response.status, await response.text()]).toEqual([201, ""]);
  return response.headers.get("location") ?? "";
}

const send = (
  url: string,
  offset: number,
  body: BodyInit = bytes.subarray(offset, offset + pieceSize),
  ask: Ask = {},
) => tus("PATCH", url, { ...ask, body, headers: { "upload-offset": String(offset), ...ask.headers } });
const offsetOf = async (url: string) => (await tus("HEAD", url)).headers.get("upload-offset");

beforeAll(async () => {
  [ada, bob] = await Promise.all([newEducator(), newEducator()]);
  buckets = await makeBuckets(database(), name);
});
afterAll(() => dropBuckets(database(), name));

describe("a resumable upload", () => {
  it("grows piece by piece, and is an object only when it is whole", async () => {
    const key = `${ada.id}/film.mp4`;
    const files = ada.client.storage.from(buckets.closed);
    const url = await started(key);
    expect(url.startsWith(`${stack().status.apiUrl}/storage/v1/upload/resumable/`)).toBe(true);
    for (let offset = 0; offset < bytes.length; offset += pieceSize) {
      expect(await offsetOf(url)).toBe(String(offset));
      expect((await files.exists(key)).data).toBe(false);
      const response = await send(url, offset);
      const reached = Math.min(offset + pieceSize, bytes.length);
      expect([response.status, response.headers.get("upload-offset")]).toEqual([204, String(reached)]);
    }
    const { data } = await files.download(key);
    expect(Buffer.from((await data?.arrayBuffer()) ?? new ArrayBuffer(0)).equals(bytes)).toBe(true);
    expect((await files.info(key)).data).toMatchObject({
      contentType: "video/mp4",
      cacheControl: "max-age=3600",
      metadata: { card: 7 },
      size: bytes.length,
    });
    const [row] = await database()`select owner_id from storage.objects where name = ${key}`;
    expect(row?.owner_id).toBe(ada.id);
    expect(await offsetOf(url)).toBe(String(bytes.length));
  });

  it("keeps what came when the line breaks, and goes on from there", async () => {
    const url = await started(`${ada.id}/broken.mp4`);
    const half = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(bytes.subarray(0, 1000));
        await expect.poll(() => offsetOf(url)).toBe("1000");
        controller.error(new Error("cable pulled"));
      },
    });
    await expect(send(url, 0, half)).rejects.toThrow();
    await expect.poll(() => offsetOf(url)).toBe("1000");
    await expect.poll(async () => (await send(url, 1000, bytes.subarray(1000))).status).toBe(204);
    const { data } = await ada.client.storage.from(buckets.closed).download(`${ada.id}/broken.mp4`);
    expect(Buffer.from((await data?.arrayBuffer()) ?? new ArrayBuffer(0)).equals(bytes)).toBe(true);
  });

  it("may bring its bytes along, or have none", async () => {
    await started(`${ada.id}/at-once.mp4`, { body: bytes });
    await started(`${ada.id}/nothing.mp4`, { length: 0 });
    const files = ada.client.storage.from(buckets.closed);
    expect((await files.info(`${ada.id}/at-once.mp4`)).data?.size).toBe(bytes.length);
    expect((await files.info(`${ada.id}/nothing.mp4`)).data?.size).toBe(0);
  });

  it("answers mistakes as the protocol says", async () => {
    const url = await started(`${ada.id}/mistakes.mp4`);
    expect((await send(url, 5)).status).toBe(409);
    expect((await send(url, 0, bytes, { headers: { "content-type": "text/plain" } })).status).toBe(415);
    expect((await send(url, 0, bytes, { headers: { "tus-resumable": "0.2" } })).status).toBe(412);
    expect((await send(url, 0, Buffer.alloc(bytes.length + 1))).status).toBe(413);
    expect((await begin(`${ada.id}/huge.mp4`, { length: 1e12 })).status).toBe(413);
    expect((await begin(`${ada.id}/../x`)).status).toBe(400);
    const other = url.endsWith("0000") ? "1111" : "0000";
    expect((await tus("HEAD", url.slice(0, -4) + other)).status).toBe(404);
    expect((await tus("DELETE", url)).status).toBe(204);
    expect((await tus("HEAD", url)).status).toBe(404);
  });
});

describe("a resumable upload of somebody else", () => {
  it("neither begins where the policies forbid it nor is taken over", async () => {
    const refused = await begin(`${bob.id}/not-mine.mp4`);
    expect([refused.status, await refused.text()]).toEqual([
      403,
      "new row violates row-level security policy",
    ]);
    const url = await started(`${ada.id}/mine.mp4`);
    expect((await send(url, 0, bytes, { person: bob })).status).toBe(403);
    expect((await tus("DELETE", url, { person: bob })).status).toBe(403);
    expect(await offsetOf(url)).toBe("0");
  });

  it("does not replace an object, unless it says so", async () => {
    const key = `${ada.id}/taken.mp4`;
    const files = ada.client.storage.from(buckets.closed);
    await files.upload(key, Buffer.from("old"));
    expect((await begin(key)).status).toBe(409);
    await started(key, { headers: { "x-upsert": "true" }, body: bytes });
    expect((await files.info(key)).data?.size).toBe(bytes.length);
  });

  it("comes in with a signed upload token, as the signer's", async () => {
    const key = `${ada.id}/signed.mp4`;
    const { data } = await ada.client.storage.from(buckets.closed).createSignedUploadUrl(key);
    const url = `${stack().status.apiUrl}/storage/v1/upload/resumable/sign`;
    const encode = (text: string) => Buffer.from(text).toString("base64");
    const start = (objectName: string) =>
      fetch(url, {
        method: "POST",
        body: bytes,
        headers: {
          "tus-resumable": "1.0.0",
          "x-signature": data?.token ?? "",
          "upload-length": String(bytes.length),
          "upload-metadata": `bucketName ${encode(buckets.closed)},objectName ${encode(objectName)}`,
          "content-type": "application/offset+octet-stream",
        },
      });
    expect((await start(`${ada.id}/other.mp4`)).status).toBe(400);
    expect((await start(key)).status).toBe(201);
    const [row] = await database()`select owner_id from storage.objects where name = ${key}`;
    expect(row?.owner_id).toBe(ada.id);
  });
});
