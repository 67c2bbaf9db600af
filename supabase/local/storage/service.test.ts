import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ScratchStorage, startScratchStorage } from "./testing/scratch-storage.ts";

let storage: ScratchStorage;
const bucket = "things";
const folderOf = (...names: string[]) => join(storage.config.dataDir, "storage", ...names);
const service = () =>
  createClient(storage.config.apiUrl, storage.keys.secretKey, { auth: { persistSession: false } });
const files = () => service().storage.from(bucket);
const blobsOnDisk = async () =>
  (await readdir(folderOf("blobs"), { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
const incoming = () => readdir(folderOf("incoming"));

/** Puts a file where a killed process would have left it. */
async function leave(path: string, ageMs: number): Promise<string> {
  const file = folderOf(path);
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, "left behind");
  const then = new Date(Date.now() - ageMs);
  await utimes(file, then, then);
  return file;
}

beforeAll(async () => {
  storage = await startScratchStorage();
});
beforeEach(async () => {
  await service().storage.emptyBucket(bucket);
  await service().storage.createBucket(bucket, { public: true });
});
afterAll(() => storage.stop());

describe("files on disk", () => {
  it("go when their object is replaced, removed or its bucket emptied", async () => {
    await files().upload("a.txt", "one");
    await files().upload("a.txt", "two", { upsert: true });
    await files().update("a.txt", "three");
    expect(await blobsOnDisk()).toHaveLength(1);
    await files().copy("a.txt", "b.txt");
    await files().move("b.txt", "c.txt");
    expect(await blobsOnDisk()).toHaveLength(2);
    await files().remove(["a.txt"]);
    expect(await (await files().download("c.txt")).data?.text()).toBe("three");
    expect(await blobsOnDisk()).toHaveLength(1);
    await service().storage.emptyBucket(bucket);
    expect(await blobsOnDisk()).toEqual([]);
  });

  it("do not stay when an upload is refused or breaks off", async () => {
    await service().storage.updateBucket(bucket, { public: true, fileSizeLimit: 10 });
    expect((await files().upload("big.txt", new Blob(["12345678901"]))).error).toMatchObject({
      statusCode: "413",
    });
    await service().storage.updateBucket(bucket, { public: true, fileSizeLimit: null });
    const broken = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(new Uint8Array(5000));
        await expect.poll(incoming).toHaveLength(1);
        controller.error(new Error("cable pulled"));
      },
    });
    expect((await files().upload("broken.bin", broken)).error).not.toBeNull();
    await expect.poll(incoming).toEqual([]);
    expect(await blobsOnDisk()).toEqual([]);
    expect((await files().list()).data).toEqual([]);
    expect(storage.lines).toEqual([]);
  });

  it("stay readable to who is reading while they are removed", async () => {
    const size = 20 * 1024 * 1024;
    await files().upload("long.bin", Buffer.alloc(size, "x"));
    const response = await fetch(files().getPublicUrl("long.bin").data.publicUrl);
    const reader = response.body?.getReader();
    let received = (await reader?.read())?.value?.length ?? 0;
    await files().remove(["long.bin"]);
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read())
      received += piece.value.length;
    expect(received).toBe(size);
  });
});

describe("after a killed process", () => {
  it("files without an object go at the next start, but not those of the last minute", async () => {
    await files().upload("kept.txt", "kept");
    const old = crypto.randomUUID();
    const young = crypto.randomUUID();
    await leave(`blobs/${old.slice(0, 2)}/${old}`, 120_000);
    await leave(`blobs/${young.slice(0, 2)}/${young}`, 1000);
    await leave(`incoming/${old}`, 120_000);
    await leave(`incoming/${young}`, 1000);
    await storage.restart();
    await expect.poll(incoming).toEqual([young]);
    await expect.poll(async () => (await blobsOnDisk()).map((entry) => entry.name)).not.toContain(old);
    expect((await blobsOnDisk()).map((entry) => entry.name)).toContain(young);
    expect(await (await files().download("kept.txt")).data?.text()).toBe("kept");
    await expect
      .poll(() => storage.lines.splice(0))
      .toContain('Removed files without an object {"removed":2}');
  });

  it("an object whose file is gone is not found, and can be replaced", async () => {
    await files().upload("lost.txt", "lost");
    await storage.sql`update storage.objects set version = ${crypto.randomUUID()} where name = 'lost.txt'`;
    const { error } = await files().download("lost.txt");
    expect(error).toMatchObject({ status: 400, statusCode: "404", code: "NoSuchKey" });
    expect((await files().copy("lost.txt", "copy.txt")).error).toMatchObject({ code: "NoSuchKey" });
    expect((await files().upload("lost.txt", "found", { upsert: true })).error).toBeNull();
    expect(await (await files().download("lost.txt")).data?.text()).toBe("found");
  });

  it("a resumable upload goes on, and a whole one without its object starts again", async () => {
    const url = `${storage.config.apiUrl}/storage/v1/upload/resumable`;
    const headers = { authorization: `Bearer ${storage.keys.secretKey}`, "tus-resumable": "1.0.0" };
    const base64 = (text: string) => Buffer.from(text).toString("base64");
    const begin = async (key: string) => {
      const metadata = `bucketName ${base64(bucket)},objectName ${base64(key)}`;
      const fields = { "upload-length": "6", "upload-metadata": metadata };
      return (
        (await fetch(url, { method: "POST", headers: { ...headers, ...fields } })).headers.get("location") ??
        ""
      );
    };
    const send = (location: string, offset: number, body: string) =>
      fetch(location, {
        method: "PATCH",
        body,
        headers: {
          ...headers,
          "upload-offset": String(offset),
          "content-type": "application/offset+octet-stream",
        },
      });
    const half = await begin("half.txt");
    const whole = await begin("whole.txt");
    await send(half, 0, "abc");
    await writeFile(folderOf("resumable", `${whole.split("/").at(-1)}.part`), "abcdef");
    await storage.restart();
    expect((await fetch(half, { method: "HEAD", headers })).headers.get("upload-offset")).toBe("3");
    expect((await send(half, 3, "def")).status).toBe(204);
    expect(await (await files().download("half.txt")).data?.text()).toBe("abcdef");
    expect((await fetch(whole, { method: "HEAD", headers })).status).toBe(404);
  });
});

describe("faults", () => {
  it("of the database reach the client without their details", async () => {
    await storage.sql.unsafe("alter table storage.buckets rename to buckets_away");
    const { error } = await files().upload("a.txt", "a");
    await storage.sql.unsafe("alter table storage.buckets_away rename to buckets");
    expect(error).toMatchObject({ status: 500, message: "Internal Server Error" });
    expect(storage.lines.splice(0).join()).toContain("storage.buckets");
  });

  it("of a trigger are named by their code and logged", async () => {
    await storage.sql.unsafe(`
      create function storage.break_test() returns trigger language plpgsql as $$
        begin raise exception 'internal detail'; end $$;
      create trigger break_test before insert on storage.objects execute function storage.break_test();
    `);
    const { error } = await files().upload("a.txt", "a");
    await storage.sql.unsafe("drop function storage.break_test() cascade");
    expect(error).toMatchObject({ status: 500, message: "database error, code: P0001" });
    expect(storage.lines.splice(0).join()).toContain("internal detail");
  });

  it("of the address are answered in JSON", async () => {
    for (const path of ["/nothing/here", "/object/%zz/a", "/bucket/a%2Fb", "/render/image/public/a/b"]) {
      const response = await fetch(`${storage.config.apiUrl}/storage/v1${path}`);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect((await response.json()).message).toEqual(expect.any(String));
    }
  });
});

describe("the schema", () => {
  it("can be applied again over rows and policies", async () => {
    const { readFile } = await import("node:fs/promises");
    await files().upload("kept.txt", "kept");
    await storage.sql.unsafe(`create policy "all read" on storage.objects for select using (true)`);
    await storage.sql.unsafe(await readFile(new URL("./schema.sql", import.meta.url), "utf8")).simple();
    const [row] = await storage.sql`select count(*)::int from storage.objects`;
    expect(row?.count).toBe(1);
    await storage.sql.unsafe(`drop policy "all read" on storage.objects`);
  });

  it("offers the platform's path functions", async () => {
    const [row] = await storage.sql`
      select storage.foldername('a/b/c.tar.gz') as folder, storage.filename('a/b/c.tar.gz') as file,
        storage.extension('a/b/c.tar.gz') as extension, storage.foldername('top.png') as top
    `;
    expect(row).toEqual({ folder: ["a", "b"], file: "c.tar.gz", extension: "gz", top: [] });
  });

  it("tells policies which call they judge", async () => {
    await storage.sql.unsafe(
      `create policy "lists only" on storage.objects for select
         using (storage.allow_any_operation(array['object.list', 'storage.object.list_v2']))`,
    );
    await files().upload("a.txt", "a");
    const anon = createClient(storage.config.apiUrl, storage.keys.publishableKey).storage.from(bucket);
    expect((await anon.list()).data).toHaveLength(1);
    expect((await anon.listV2()).data?.objects).toHaveLength(1);
    expect((await anon.createSignedUrl("a.txt", 60)).error).toMatchObject({ code: "NoSuchKey" });
    await storage.sql.unsafe(`drop policy "lists only" on storage.objects`);
  });
});
