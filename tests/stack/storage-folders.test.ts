import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database, type NewEducator, newEducator, serviceClient } from "../setup/stack.ts";
import { type Buckets, dropBuckets, makeBuckets } from "./storage-rules.ts";

const name = "folder-test";
let ada: NewEducator;
let bob: NewEducator;
let buckets: Buckets;
const files = () => ada.client.storage.from(buckets.closed);
const all = () => serviceClient().storage.from(buckets.closed);
const put = (key: string, text = key) => files().upload(`${ada.id}/${key}`, Buffer.from(text));
const namesOf = (entries: { name: string }[] | null) => entries?.map((entry) => entry.name);

beforeAll(async () => {
  [ada, bob] = await Promise.all([newEducator(), newEducator()]);
  buckets = await makeBuckets(database(), name);
  for (const key of [
    "tree/b.txt",
    "tree/a.txt",
    "tree/sub/x.txt",
    "tree/sub/deep/y.txt",
    "tree/Sum.txt",
    "c_1.txt",
    "cx1.txt",
  ])
    await put(key);
  await bob.client.storage.from(buckets.closed).upload(`${bob.id}/tree/b.txt`, Buffer.from("bob's"));
});
afterAll(() => dropBuckets(database(), name));

describe("a list", () => {
  it("shows one level with relative names, folders without an id", async () => {
    const { data, error } = await files().list(`${ada.id}/tree`);
    expect(error).toBeNull();
    expect(namesOf(data)).toEqual(["a.txt", "b.txt", "sub", "Sum.txt"]);
    expect(data?.[2]).toEqual({
      name: "sub",
      id: null,
      updated_at: null,
      created_at: null,
      last_accessed_at: null,
      metadata: null,
    });
    expect(data?.[0]).toMatchObject({
      id: expect.any(String),
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      metadata: { size: "tree/a.txt".length, mimetype: expect.any(String) },
    });
    expect(namesOf((await files().list(`${ada.id}/tree/sub/`)).data)).toEqual(["deep", "x.txt"]);
    expect(namesOf((await all().list()).data)?.sort()).toEqual([ada.id, bob.id].sort());
    expect(namesOf((await files().list()).data)).toEqual([ada.id]);
    expect((await files().list("no/such/folder")).data).toEqual([]);
  });

  it("filters, sorts and pages", async () => {
    const folder = `${ada.id}/tree`;
    expect(namesOf((await files().list(folder, { search: "su" })).data)).toEqual(["sub", "Sum.txt"]);
    expect(namesOf((await files().list(ada.id, { search: "c_1" })).data)).toEqual(["c_1.txt"]);
    expect(namesOf((await files().list(ada.id, { search: "%" })).data)).toEqual([]);
    const down = await files().list(folder, { sortBy: { column: "name", order: "desc" } });
    expect(namesOf(down.data)).toEqual(["Sum.txt", "sub", "b.txt", "a.txt"]);
    const byTime = await files().list(folder, { sortBy: { column: "created_at", order: "desc" } });
    expect(namesOf(byTime.data)).toEqual(["sub", "Sum.txt", "a.txt", "b.txt"]);
    expect(namesOf((await files().list(folder, { limit: 2, offset: 1 })).data)).toEqual(["b.txt", "sub"]);
    const broken = await files().list(folder, { sortBy: { column: "owner" } });
    expect(broken.error).toMatchObject({ status: 400, statusCode: "400" });
  });

  it("of pages by cursor visits each key once, flat and by folder, by name and by time", async () => {
    const prefix = `${ada.id}/tree/`;
    const walk = async (options: Parameters<ReturnType<typeof files>["listV2"]>[0]) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { data, error } = await files().listV2({ prefix, limit: 1, cursor, ...options });
        if (error) throw error;
        seen.push(...[...data.folders, ...data.objects].map((entry) => entry.name.slice(prefix.length)));
        cursor = data.nextCursor;
        expect(data.hasNext).toBe(cursor !== undefined);
      } while (cursor);
      return seen;
    };
    const flat = ["Sum.txt", "a.txt", "b.txt", "sub/deep/y.txt", "sub/x.txt"];
    expect(await walk({})).toEqual(flat);
    expect(await walk({ sortBy: { column: "name", order: "desc" } })).toEqual(flat.toReversed());
    expect(await walk({ with_delimiter: true })).toEqual(["Sum.txt", "a.txt", "b.txt", "sub/"]);
    const made = ["b.txt", "a.txt", "sub/x.txt", "sub/deep/y.txt", "Sum.txt"];
    expect(await walk({ sortBy: { column: "created_at", order: "asc" } })).toEqual(made);
    expect(await walk({ sortBy: { column: "created_at", order: "desc" } })).toEqual(made.toReversed());
    expect(await walk({ with_delimiter: true, sortBy: { column: "created_at", order: "asc" } })).toEqual([
      "b.txt",
      "a.txt",
      "sub/",
      "Sum.txt",
    ]);
  });
});

describe("a copy", () => {
  it("is a file of its own, with the source's metadata, also in another bucket", async () => {
    const source = `${ada.id}/copies/source.txt`;
    await files().upload(source, new Blob(["first"], { type: "text/plain" }), { metadata: { card: 7 } });
    const near = await files().copy(source, `${ada.id}/copies/near.txt`);
    expect(near.data).toEqual({ path: `${buckets.closed}/${ada.id}/copies/near.txt` });
    const far = await files().copy(source, `${ada.id}/far.txt`, { destinationBucket: buckets.open });
    expect(far.data).toEqual({ path: `${buckets.open}/${ada.id}/far.txt` });
    await files().upload(source, new Blob(["second"]), { upsert: true });
    await files().remove([source]);
    const open = ada.client.storage.from(buckets.open);
    expect(await (await open.download(`${ada.id}/far.txt`)).data?.text()).toBe("first");
    expect((await files().info(`${ada.id}/copies/near.txt`)).data).toMatchObject({
      contentType: "text/plain",
      size: 5,
      metadata: { card: 7 },
    });
  });

  it("may carry other headers, and neither replaces nor invents files", async () => {
    const source = `${ada.id}/copies/again.txt`;
    const target = `${ada.id}/copies/target.txt`;
    await files().upload(source, Buffer.from("x"), { contentType: "text/plain" });
    const options = { copyMetadata: false, metadata: { cacheControl: "max-age=9" } };
    expect((await files().copy(source, target, options)).error).toBeNull();
    expect((await files().info(target)).data).toMatchObject({
      cacheControl: "max-age=9",
      contentType: "text/plain",
    });
    expect((await files().copy(source, target)).error).toMatchObject({ statusCode: "409" });
    expect((await files().copy(source, source)).error).toMatchObject({ statusCode: "409" });
    expect((await files().copy(`${ada.id}/none`, target)).error).toMatchObject({ code: "NoSuchKey" });
  });
});

describe("a move", () => {
  it("takes the file along, within a bucket and to another one", async () => {
    const from = `${ada.id}/moves/from.txt`;
    const to = `${ada.id}/moves/to.txt`;
    await files().upload(from, Buffer.from("moved"));
    expect((await files().move(from, to)).data).toMatchObject({ message: "Successfully moved" });
    expect((await files().exists(from)).data).toBe(false);
    expect((await files().move(to, to, { destinationBucket: buckets.open })).error).toBeNull();
    expect(await (await ada.client.storage.from(buckets.open).download(to)).data?.text()).toBe("moved");
    expect((await files().exists(to)).data).toBe(false);
  });

  it("does not land on another file", async () => {
    await put("moves/one.txt");
    await put("moves/two.txt");
    const { error } = await files().move(`${ada.id}/moves/one.txt`, `${ada.id}/moves/two.txt`);
    expect(error).toMatchObject({ statusCode: "409" });
    expect((await files().exists(`${ada.id}/moves/one.txt`)).data).toBe(true);
  });
});

describe("a removal", () => {
  it("of many takes the files that the policies let go and leaves the others", async () => {
    await put("bin/1.txt");
    await put("bin/2.txt");
    const keys = [`${ada.id}/bin/1.txt`, `${ada.id}/bin/2.txt`, `${bob.id}/tree/b.txt`, "none"];
    const { data } = await files().remove(keys);
    expect(namesOf(data)?.sort()).toEqual(keys.slice(0, 2).sort());
    expect((await all().exists(`${bob.id}/tree/b.txt`)).data).toBe(true);
    expect((await files().exists(`${ada.id}/bin/1.txt`)).data).toBe(false);
  });
});
