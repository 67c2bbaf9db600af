import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anonClient, database, type NewEducator, newEducator, stack } from "../setup/stack.ts";
import { type Buckets, dropBuckets, makeBuckets } from "./storage-rules.ts";

const name = "download-test";
const text = "0123456789";
let ada: NewEducator;
let buckets: Buckets;
const key = () => `${ada.id}/digits.txt`;
const files = () => ada.client.storage.from(buckets.closed);
const publicUrl = (options?: { download: string | boolean }) =>
  files() && anonClient().storage.from(buckets.open).getPublicUrl(key(), options).data.publicUrl;
const get = (headers: Record<string, string> = {}, method = "GET") => fetch(publicUrl(), { method, headers });

beforeAll(async () => {
  ada = await newEducator();
  buckets = await makeBuckets(database(), name);
  for (const bucket of Object.values(buckets)) {
    const options = { contentType: "text/plain", cacheControl: "31536000" };
    const { error } = await ada.client.storage.from(bucket).upload(key(), Buffer.from(text), options);
    if (error) throw error;
  }
});
afterAll(() => dropBuckets(database(), name));

describe("a download", () => {
  it("describes the file, to GET and HEAD alike", async () => {
    for (const method of ["GET", "HEAD"]) {
      const response = await get({}, method);
      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "accept-ranges": "bytes",
        "cache-control": "max-age=31536000",
        "content-length": "10",
        "content-type": "text/plain",
        "last-modified": expect.stringMatching(/GMT$/),
        etag: '"781e5e245d69b566979b86e28d23f2c7"',
      });
      expect(await response.text()).toBe(method === "GET" ? text : "");
    }
  });

  it("sends the asked part of a file", async () => {
    const cases: [range: string, body: string, contentRange: string][] = [
      ["bytes=0-0", "0", "bytes 0-0/10"],
      ["bytes=2-5", "2345", "bytes 2-5/10"],
      ["bytes=7-", "789", "bytes 7-9/10"],
      ["bytes=-4", "6789", "bytes 6-9/10"],
      ["bytes=8-99", "89", "bytes 8-9/10"],
    ];
    for (const [range, body, contentRange] of cases) {
      const response = await get({ range });
      expect([range, response.status, response.headers.get("content-range")]).toEqual([
        range,
        206,
        contentRange,
      ]);
      expect(response.headers.get("content-length")).toBe(String(body.length));
      expect(await response.text()).toBe(body);
    }
    const head = await get({ range: "bytes=2-5" }, "HEAD");
    expect([head.status, head.headers.get("content-length")]).toEqual([206, "4"]);
  });

  it("answers 416 outside the file, and all of it to several or broken ranges", async () => {
    for (const range of ["bytes=10-", "bytes=10-12", "bytes=-0"]) {
      const response = await get({ range });
      expect([range, response.status, response.headers.get("content-range")]).toEqual([
        range,
        416,
        "bytes */10",
      ]);
    }
    for (const range of ["bytes=0-1,4-5", "items=0-1", "bytes=5-2", "bytes=a-b"])
      expect([range, (await get({ range })).status]).toEqual([range, 200]);
  });

  it("is not sent again to who has it, and is sent anew after a change", async () => {
    const first = await get();
    const etag = first.headers.get("etag") ?? "";
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const response = await get({ "if-none-match": held });
      expect([held, response.status, await response.text()]).toEqual([held, 304, ""]);
      expect(response.headers.get("cache-control")).toBe("max-age=31536000");
    }
    expect((await get({ "if-none-match": '"other"' })).status).toBe(200);
    const modified = first.headers.get("last-modified") ?? "";
    expect((await get({ "if-modified-since": modified })).status).toBe(304);
    expect((await get({ "if-modified-since": "Mon, 01 Jan 2001 00:00:00 GMT" })).status).toBe(200);
    expect((await get({ range: "bytes=0-1", "if-range": etag })).status).toBe(206);
    expect((await get({ range: "bytes=0-1", "if-range": '"other"' })).status).toBe(200);
  });

  it("takes a file name, harmless ones and others", async () => {
    const plain = await fetch(publicUrl({ download: true }));
    expect(plain.headers.get("content-disposition")).toBe("attachment;");
    const named = await fetch(publicUrl({ download: 'löwe "1"\r\nx: y.txt' }));
    const encoded = "l%C3%B6we%20%221%22%0D%0Ax%3A%20y.txt";
    expect(named.headers.get("content-disposition")).toBe(
      `attachment; filename=${encoded}; filename*=UTF-8''${encoded}`,
    );
  });

  it("never comes as HTML from the API's origin", async () => {
    const page = `${ada.id}/page.html`;
    await ada.client.storage
      .from(buckets.open)
      .upload(page, Buffer.from("<b>"), { contentType: "text/html" });
    const { publicUrl: url } = anonClient().storage.from(buckets.open).getPublicUrl(page).data;
    expect((await fetch(url)).headers.get("content-type")).toBe("text/plain");
  });

  it("hands encoded bytes on as they were stored", async () => {
    const { gzipSync } = await import("node:zlib");
    const packed = `${ada.id}/packed.txt`;
    await files().upload(packed, gzipSync(text), { contentType: "text/plain", contentEncoding: "gzip" });
    expect((await files().info(packed)).data).toMatchObject({ contentEncoding: "gzip" });
    expect(await (await files().download(packed)).data?.text()).toBe(text);
  });

  it("says that pictures are not resized here", async () => {
    const { data } = anonClient()
      .storage.from(buckets.open)
      .getPublicUrl(key(), { transform: { width: 10 } });
    const response = await fetch(data.publicUrl);
    expect(response.status).toBe(400);
    expect((await response.json()).message).toContain("image_transformation");
  });
});

describe("a signed URL", () => {
  it("opens its own object to anybody, with a range and a name, until it expires", async () => {
    const { data } = await files().createSignedUrl(key(), 600, { download: "digits.txt" });
    const url = data?.signedUrl ?? "";
    const response = await fetch(url, { headers: { range: "bytes=0-3" } });
    expect([response.status, await response.text()]).toEqual([206, "0123"]);
    expect(response.headers.get("content-disposition")).toContain("filename=digits.txt");
    expect(Date.parse(response.headers.get("expires") ?? "")).toBeGreaterThan(Date.now());
    const short = (await files().createSignedUrl(key(), 1)).data?.signedUrl ?? "";
    await expect.poll(async () => (await fetch(short)).status).toBe(400);
    const late = await fetch(short);
    expect(await late.json()).toMatchObject({
      statusCode: "400",
      code: "InvalidJWT",
      message: '"exp" claim timestamp check failed',
    });
  });

  it("opens nothing else, however it is bent", async () => {
    const url = (await files().createSignedUrl(key(), 60)).data?.signedUrl ?? "";
    const token = new URL(url).searchParams.get("token") ?? "";
    const [head, body = "", signature] = token.split(".");
    const payload = JSON.parse(Buffer.from(body, "base64url").toString());
    const changed = Buffer.from(JSON.stringify({ ...payload, url: `${buckets.closed}/other.txt` }));
    const unsigned = Buffer.from('{"alg":"none"}').toString("base64url");
    const other = `${ada.id}/other.txt`;
    await files().upload(other, Buffer.from("secret"), { upsert: true });
    const at = (path: string, value: string) =>
      fetch(`${stack().status.apiUrl}/storage/v1/object/sign/${buckets.closed}/${path}?token=${value}`);
    for (const response of [
      await at(other, token),
      await at(key(), `${head}.${changed.toString("base64url")}.${signature}`),
      await at(key(), `${unsigned}.${body}.`),
      await at(key(), ada.accessToken),
      await at(key(), "nonsense"),
      await at(key(), ""),
    ])
      expect(response.status).toBe(400);
    const asUser = await fetch(`${stack().status.apiUrl}/storage/v1/bucket`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(asUser.ok).toBe(false);
    const upload = await anonClient().storage.from(buckets.closed).uploadToSignedUrl(key(), token, text);
    expect(upload.error).toMatchObject({ code: "InvalidSignature" });
  });

  it("comes in bulk, with an error for each object that may not be read", async () => {
    const { data } = await files().createSignedUrls([key(), "missing.txt"], 60);
    expect(data).toMatchObject([
      { error: null, path: key(), signedUrl: expect.stringContaining("?token=") },
      { path: "missing.txt", signedUrl: null, error: expect.stringContaining("does not exist") },
    ]);
    expect(await (await fetch(data?.[0]?.signedUrl ?? "")).text()).toBe(text);
  });

  it("for an upload lets one object in, as the signer's, and no second one", async () => {
    const target = `${ada.id}/from-outside.txt`;
    const { data } = await files().createSignedUploadUrl(target);
    const outside = anonClient().storage.from(buckets.closed);
    const token = data?.token ?? "";
    expect((await outside.uploadToSignedUrl("elsewhere.txt", token, "x")).error?.message).toBe(
      "Invalid signature",
    );
    const stored = await outside.uploadToSignedUrl(target, token, new Blob(["hello"]), {
      metadata: { by: "x" },
    });
    expect(stored.data).toMatchObject({ path: target, fullPath: `${buckets.closed}/${target}` });
    expect(await (await files().download(target)).data?.text()).toBe("hello");
    expect((await files().info(target)).data?.metadata).toEqual({ by: "x" });
    const [row] = await database()`select owner_id from storage.objects where name = ${target}`;
    expect(row?.owner_id).toBe(ada.id);
    expect((await outside.uploadToSignedUrl(target, token, "again")).error).toMatchObject({
      statusCode: "409",
    });
  });
});
