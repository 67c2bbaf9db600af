import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anonClient, database, type NewEducator, newEducator, serviceClient, stack } from "../setup/stack.ts";
import { type Buckets, dropBuckets, makeBuckets } from "./storage-rules.ts";

const name = "upload-test";
let ada: NewEducator;
let buckets: Buckets;
const mine = (key: string) => `${ada.id}/${key}`;
const files = () => ada.client.storage.from(buckets.closed);
const textOf = async (key: string) => (await files().download(mine(key))).data?.text();

beforeAll(async () => {
  ada = await newEducator();
  buckets = await makeBuckets(database(), name);
});
afterAll(() => dropBuckets(database(), name));

describe("an upload keeps every byte, whatever it comes as", () => {
  const words = "Grüße 🐯 \r\n--boundary\r\n";
  const form = new FormData();
  form.append("file", new File([words], "tiger.txt", { type: "text/plain" }));
  const bodies: [kind: string, make: () => Parameters<ReturnType<typeof files>["upload"]>[1]][] = [
    ["Blob", () => new Blob([words], { type: "text/plain" })],
    ["File", () => new File([words], "x.txt", { type: "text/plain" })],
    ["Buffer", () => Buffer.from(words)],
    ["ArrayBuffer", () => new TextEncoder().encode(words).buffer as ArrayBuffer],
    ["Uint8Array", () => new TextEncoder().encode(words)],
    ["stream", () => new Blob([words]).stream()],
    ["FormData", () => form],
    ["string", () => words],
  ];
  for (const [kind, body] of bodies)
    it(`takes a ${kind}`, async () => {
      const { data, error } = await files().upload(mine(`kinds/${kind}.txt`), body(), {
        contentType: "text/plain",
        cacheControl: "31536000",
        metadata: { kind, nested: { deep: "ü" } },
      });
      expect(error).toBeNull();
      expect(data?.path).toBe(mine(`kinds/${kind}.txt`));
      expect(data?.fullPath).toBe(`${buckets.closed}/${mine(`kinds/${kind}.txt`)}`);
      expect(await textOf(`kinds/${kind}.txt`)).toBe(words);
      const info = (await files().info(mine(`kinds/${kind}.txt`))).data;
      expect(info).toMatchObject({
        id: data?.id,
        size: Buffer.byteLength(words),
        contentType: "text/plain",
        cacheControl: "max-age=31536000",
        metadata: { kind, nested: { deep: "ü" } },
        bucketId: buckets.closed,
      });
    });

  it("takes an empty file", async () => {
    expect((await files().upload(mine("empty.txt"), new Blob([]))).error).toBeNull();
    expect(await textOf("empty.txt")).toBe("");
    expect((await files().upload(mine("empty-raw.txt"), Buffer.alloc(0))).error).toBeNull();
    expect((await files().info(mine("empty-raw.txt"))).data?.size).toBe(0);
  });

  it("writes the row as the hosted platform does", async () => {
    await files().upload(mine("row.png"), Buffer.from("png"), { contentType: "image/png" });
    const [row] = await database()`select * from storage.objects where name = ${mine("row.png")}`;
    expect(row).toMatchObject({
      owner: ada.id,
      owner_id: ada.id,
      path_tokens: [ada.id, "row.png"],
      user_metadata: {},
      metadata: {
        eTag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
        size: 3,
        contentLength: 3,
        mimetype: "image/png",
        cacheControl: "max-age=3600",
        httpStatusCode: 200,
      },
    });
  });
});

describe("a taken key", () => {
  it("is refused as a duplicate, unless the upload may replace it", async () => {
    const key = mine("twice.txt");
    await files().upload(key, Buffer.from("one"));
    const again = await files().upload(key, Buffer.from("two"));
    expect(again.error).toMatchObject({
      status: 400,
      statusCode: "409",
      message: "The resource already exists",
    });
    expect(await textOf("twice.txt")).toBe("one");
    const { data, error } = await files().upload(key, Buffer.from("two"), { upsert: true });
    expect(error).toBeNull();
    expect(await textOf("twice.txt")).toBe("two");
    expect((await files().info(key)).data?.id).toBe(data?.id);
    expect((await files().update(key, Buffer.from("three"))).error).toBeNull();
    expect(await textOf("twice.txt")).toBe("three");
  });

  it("goes to exactly one of many first uploads at once", async () => {
    const uploads = await Promise.all(
      Array.from({ length: 8 }, (_, index) => files().upload(mine("race.txt"), Buffer.from(`by ${index}`))),
    );
    const won = uploads.flatMap(({ error }, index) => (error ? [] : [index]));
    expect(won).toHaveLength(1);
    expect(await textOf("race.txt")).toBe(`by ${won[0]}`);
  });

  it("is never torn while it is replaced over and over", async () => {
    const size = 300_000;
    const key = mine("swap.bin");
    await files().upload(key, Buffer.alloc(size, "0"));
    const writer = (async () => {
      for (let round = 1; round < 10; round += 1)
        await files().upload(key, Buffer.alloc(size, String(round)), { upsert: true });
    })();
    for (let round = 0; round < 20; round += 1) {
      const { data, error } = await files().download(key);
      expect(error).toBeNull();
      const bytes = Buffer.from((await data?.arrayBuffer()) ?? new ArrayBuffer(0));
      expect(bytes.length).toBe(size);
      expect(bytes.every((byte) => byte === bytes[0])).toBe(true);
    }
    await writer;
  });
});

describe("a bucket's rules", () => {
  it("refuse files that are too large or of another type, forms and raw bodies alike", async () => {
    const service = serviceClient();
    const rules = { public: false, fileSizeLimit: 10, allowedMimeTypes: ["image/*", "text/plain"] };
    expect((await service.storage.updateBucket(buckets.closed, rules)).error).toBeNull();
    const large = Buffer.alloc(11);
    for (const body of [large, new Blob([large], { type: "image/png" }), new Blob([large]).stream()]) {
      const { error } = await files().upload(mine("large.png"), body, { contentType: "image/png" });
      expect(error).toMatchObject({ status: 400, statusCode: "413" });
      expect(error?.message).toBe("The object exceeded the maximum allowed size");
    }
    for (const body of [Buffer.from("a"), new Blob(["a"], { type: "application/pdf" })]) {
      const { error } = await files().upload(mine("x.pdf"), body, { contentType: "application/pdf" });
      expect(error).toMatchObject({
        statusCode: "415",
        message: "mime type application/pdf is not supported",
      });
    }
    const fine = await files().upload(mine("small.png"), Buffer.alloc(10), { contentType: "image/png" });
    expect(fine.error).toBeNull();
    await service.storage.updateBucket(buckets.closed, {
      public: false,
      fileSizeLimit: null,
      allowedMimeTypes: null,
    });
  });
});

describe("a key", () => {
  it("may hold blanks and signs, and comes back as it was", async () => {
    const key = mine("a b/it's (1) & co, $5 + =;:@!*.txt");
    expect((await files().upload(key, Buffer.from("odd"))).error).toBeNull();
    expect(await (await files().download(key)).data?.text()).toBe("odd");
  });

  it("is refused when it could be read two ways", async () => {
    const hostile = [
      "a\\b",
      "a\u0000b",
      "über.txt",
      "a/../b",
      "..%2fb",
      `${"long/".repeat(205)}x`,
      "a/./b",
      "#",
    ];
    for (const key of hostile) {
      const path = `${stack().status.apiUrl}/storage/v1/object/${buckets.closed}/${ada.id}/`;
      const response = await fetch(path + key.split("/").map(encodeURIComponent).join("%2f"), {
        method: "POST",
        body: "x",
        headers: { authorization: `Bearer ${ada.accessToken}` },
      });
      expect([key, response.status, (await response.json()).code]).toEqual([key, 400, "InvalidKey"]);
    }
  });
});

describe("a large file", () => {
  it("goes up and down in pieces and keeps its checksum", async () => {
    const size = 40 * 1024 * 1024;
    const piece = Buffer.alloc(1024 * 1024);
    let sent = 0;
    const source = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent === size) return controller.close();
        piece.fill(sent / piece.length);
        controller.enqueue(new Uint8Array(piece));
        sent += piece.length;
      },
    });
    const { error } = await files().upload(mine("large.bin"), source, { contentType: "video/mp4" });
    expect(error).toBeNull();
    const { data } = await files().download(mine("large.bin")).asStream();
    let received = 0;
    for await (const chunk of data as unknown as AsyncIterable<Uint8Array>) {
      expect(chunk[0]).toBe(Math.floor(received / piece.length));
      received += chunk.length;
    }
    expect(received).toBe(size);
  });

  it("that is refused still gets its answer, not a broken line", async () => {
    const strangers = anonClient().storage.from(buckets.closed);
    const film = Buffer.alloc(20 * 1024 * 1024);
    for (const body of [film, new Blob([film])]) {
      const { error } = await strangers.upload(mine("refused.bin"), body);
      expect(error).toMatchObject({ code: "AccessDenied", statusCode: "403" });
    }
    const huge = await files().upload(mine("huge.bin"), Buffer.alloc(60 * 1024 * 1024));
    expect(huge.error).toMatchObject({ code: "EntityTooLarge", statusCode: "413" });
  });
});

describe("what an upload says about itself", () => {
  it("cannot become a header of its own", async () => {
    const texts = {
      contentType: "image/png\r\nset-cookie: a=b",
      cacheControl: "1\r\nx: y",
      contentEncoding: "ü",
    };
    for (const [field, text] of Object.entries(texts)) {
      const form = new FormData();
      form.append(field, text);
      form.append("", new Blob(["x"]), "x.png");
      const { error } = await files().upload(mine("injected.png"), form);
      expect([field, error?.message]).toEqual([field, "Invalid character in response header"]);
    }
  });
});
