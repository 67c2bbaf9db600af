import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database, type NewEducator, newEducator, stack } from "../setup/stack.ts";
import { buildLibrary } from "./rest-library.ts";

let removeLibrary: () => Promise<void>;
let owner: NewEducator;
let stranger: NewEducator;

beforeAll(async () => {
  removeLibrary = await buildLibrary(database());
  [owner, stranger] = await Promise.all([newEducator(), newEducator()]);
});
afterAll(() => removeLibrary());

const shelves = () => owner.client.from("lib_shelves");
async function addShelf(name: string): Promise<string> {
  const { data, error } = await shelves().insert({ name }).select("id").single();
  if (error) throw error;
  return data.id;
}

describe("an insert", () => {
  it("returns one object with its embeds when a single row was asked for", async () => {
    const shelf_id = await addShelf("Embeds");
    const { data, error, status } = await owner.client
      .from("lib_books")
      .insert({ shelf_id, title: "Fox" })
      .select("title, pages, lib_shelves!shelf_id(name), lib_tags(word)")
      .single();
    expect([error, status]).toEqual([null, 201]);
    expect(data).toEqual({ title: "Fox", pages: 10, lib_shelves: { name: "Embeds" }, lib_tags: [] });
  });

  it("keeps every digit and every kind of JSON", async () => {
    const answer = await fetch(`${stack().status.apiUrl}/rest/v1/lib_shelves?select=big,meta`, {
      method: "POST",
      headers: {
        apikey: stack().status.publishableKey,
        authorization: `Bearer ${owner.accessToken}`,
        "content-type": "application/json",
        prefer: "return=representation",
      },
      body: `{"name": "it's a \\"\\\\test\\" \\ud83e\\udd8a", "big": 9007199254740995, "meta": [1, "a'b", {"c": null}]}`,
    });
    expect(await answer.text()).toContain('"big":9007199254740995');
    const { data } = await shelves().select("name, meta").eq("big", "9007199254740995").single();
    expect(data).toEqual({ name: 'it\'s a "\\test" 🦊', meta: [1, "a'b", { c: null }] });
  });

  it("of many rows is all or nothing, with nulls or defaults for missing keys", async () => {
    const names = ["Bulk 1", "Bulk 2", ""];
    const failed = await shelves().insert(names.map((name) => ({ name })));
    expect([failed.status, failed.error?.code]).toEqual([400, "23514"]);
    expect((await shelves().select("id").like("name", "Bulk %")).data).toEqual([]);
    const rows = [{ name: "Bulk 3", price: 2 }, { name: "Bulk 4" }];
    const asNull = await shelves().insert(rows).select("id");
    expect(asNull.error?.code).toBe("23502");
    const asDefault = await shelves().insert(rows, { defaultToNull: false }).select("name, price");
    expect(asDefault.data).toEqual([
      { name: "Bulk 3", price: 2 },
      { name: "Bulk 4", price: 12.5 },
    ]);
    expect((await shelves().insert([])).status).toBe(201);
  });

  it("updates or skips what is there already when it is an upsert", async () => {
    await addShelf("Upsert");
    const row = { owner_id: owner.id, name: "Upsert", price: 7 };
    const merged = await shelves().upsert(row, { onConflict: "owner_id,name" }).select("price").single();
    expect(merged.data).toEqual({ price: 7 });
    const ignored = await shelves()
      .upsert({ ...row, price: 8 }, { onConflict: "owner_id,name", ignoreDuplicates: true })
      .select("price");
    expect(ignored.data).toEqual([]);
    const again = await shelves().insert(row);
    expect([again.status, again.error?.code]).toEqual([409, "23505"]);
  });

  it("for somebody else's row is refused by the policy", async () => {
    const { status, error } = await shelves().insert({ name: "Theirs", owner_id: stranger.id });
    expect([status, error?.code]).toEqual([403, "42501"]);
    expect(error?.message).toContain("row-level security");
  });
});

describe("an update", () => {
  it("returns the rows it changed, also when it changes what was filtered on, with embeds", async () => {
    const id = await addShelf("Before");
    const { data } = await shelves()
      .update({ name: "After" })
      .eq("name", "Before")
      .select("id, name, lib_books!shelf_id(title)")
      .single();
    expect(data).toEqual({ id, name: "After", lib_books: [] });
  });

  it("of anything but one row leaves nothing behind when one was asked for", async () => {
    await addShelf("Single 1");
    await addShelf("Single 2");
    const { status, error } = await shelves()
      .update({ price: 99 })
      .like("name", "Single %")
      .select()
      .single();
    expect([status, error?.code]).toEqual([403, "42501"]);
    const granted = await shelves().update({ price: 99 }).like("name", "Single %").select("id").single();
    expect([granted.status, granted.error?.code, granted.error?.details]).toEqual([
      406,
      "PGRST116",
      "The result contains 2 rows",
    ]);
    expect((await shelves().select("price").like("name", "Single %")).data).toEqual([
      { price: 12.5 },
      { price: 12.5 },
    ]);
  });

  it("changes no more rows than the caller allows", async () => {
    await addShelf("Max 1");
    await addShelf("Max 2");
    const { status, error } = await shelves()
      .update({ price: 1 })
      .like("name", "Max %")
      .setHeader("Prefer", "handling=strict,max-affected=1");
    expect([status, error?.code]).toEqual([400, "PGRST124"]);
    expect((await shelves().select("id").like("name", "Max %").eq("price", 1)).data).toEqual([]);
  });

  it("without a filter is refused, and a stranger's touches nothing", async () => {
    const id = await addShelf("Mine");
    const all = await owner.client.from("lib_shelves").update({ price: 0 });
    expect([all.status, all.error?.code]).toEqual([400, "21000"]);
    const theirs = await stranger.client.from("lib_shelves").update({ price: 0 }).eq("id", id).select("id");
    expect([theirs.data, theirs.error]).toEqual([[], null]);
    const nothing = await shelves().update({}).eq("id", id).select("id");
    expect([nothing.data, nothing.error]).toEqual([[], null]);
  });
});

describe("a delete", () => {
  it("counts and returns what went", async () => {
    await addShelf("Gone 1");
    await addShelf("Gone 2");
    const { data, count } = await shelves().delete({ count: "exact" }).like("name", "Gone %").select("name");
    expect([data?.length, count]).toEqual([2, 2]);
    const quiet = await shelves().delete().eq("name", "Gone 1");
    expect([quiet.status, quiet.data]).toEqual([204, null]);
  });
});

describe("a body that makes no sense", () => {
  it("is refused with a clear error", async () => {
    const post = (body: string) =>
      fetch(`${stack().status.apiUrl}/rest/v1/lib_shelves`, {
        method: "POST",
        headers: {
          apikey: stack().status.publishableKey,
          authorization: `Bearer ${owner.accessToken}`,
          "content-type": "application/json",
        },
        body,
      }).then(async (answer) => [answer.status, (await answer.json()).code]);
    expect(await post("{oops")).toEqual([400, "PGRST102"]);
    expect(await post('"text"')).toEqual([400, "PGRST102"]);
    expect(await post('[{"name":"a"},{"price":1}]')).toEqual([400, "PGRST102"]);
    expect(await post('{"nam":"a"}')).toEqual([400, "PGRST204"]);
    expect(await post('{"name":"a","price":"dear"}')).toEqual([400, "22P02"]);
  });
});
