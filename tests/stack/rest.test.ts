import type { SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anonClient, database, type NewEducator, newEducator } from "../setup/stack.ts";
import { buildLibrary } from "./rest-library.ts";

let removeLibrary: () => Promise<void>;
let owner: NewEducator;
let anon: SupabaseClient;
let shelfId: string;
let bookIds: number[];

beforeAll(async () => {
  removeLibrary = await buildLibrary(database());
  owner = await newEducator();
  anon = anonClient();
  const shelf = await owner.client.from("lib_shelves").insert({ name: "Zoo" }).select("id").single();
  shelfId = shelf.data?.id;
  await owner.client.from("lib_shelves").insert({ name: "Open", is_open: true });
  const books = await owner.client
    .from("lib_books")
    .insert([
      { shelf_id: shelfId, title: "Ant", pages: 3 },
      { shelf_id: shelfId, title: "Bee, busy", pages: 5 },
      { shelf_id: shelfId, title: "Cat (grey)", pages: 8 },
    ])
    .select("id");
  bookIds = (books.data ?? []).map(({ id }) => id);
  await owner.client.from("lib_books").update({ parent_id: bookIds[0] }).eq("id", bookIds[1]);
  await owner.client.from("lib_labels").insert({ book_id: bookIds[0], code: "A-1" });
  await owner.client.from("lib_book_tags").insert([
    { book_id: bookIds[0], tag_id: 1 },
    { book_id: bookIds[0], tag_id: 2 },
  ]);
});
afterAll(() => removeLibrary());

const titles = (data: { title: string }[] | null) => data?.map(({ title }) => title);

describe("a read", () => {
  it("gives the values that Postgres has: ISO times with microseconds, whole numerics, exact jsonb", async () => {
    const { data } = await owner.client
      .from("lib_shelves")
      .select(
        "stamp, seen, price, meta, big_text:big::text, colour:meta->colour->>name, second:meta->list->1",
      )
      .eq("id", shelfId)
      .single();
    expect(data).toEqual({
      stamp: "2026-05-04T03:02:01.123456+00:00",
      seen: ["2026-01-01T00:00:00+00:00"],
      price: 12.5,
      meta: { colour: { name: "red" }, list: [1, 2] },
      big_text: "9007199254740993",
      colour: "red",
      second: 2,
    });
  });

  it("embeds children, parents, one-to-one, many-to-many and a table in itself", async () => {
    const { data, error } = await owner.client
      .from("lib_books")
      .select(
        "title, shelf:lib_shelves!shelf_id(name), lib_labels(code), lib_tags(word), parent:parent_id(title), children:lib_books!parent_id(title)",
      )
      .eq("shelf_id", shelfId)
      .order("title")
      .order("id", { referencedTable: "lib_tags", ascending: false })
      .limit(2);
    expect(error).toBeNull();
    expect(data).toEqual([
      {
        title: "Ant",
        shelf: { name: "Zoo" },
        lib_labels: { code: "A-1" },
        lib_tags: [{ word: "sea, deep" }, { word: "animals" }],
        parent: null,
        children: [{ title: "Bee, busy" }],
      },
      {
        title: "Bee, busy",
        shelf: { name: "Zoo" },
        lib_labels: null,
        lib_tags: [],
        parent: { title: "Ant" },
        children: [],
      },
    ]);
  });

  it("filters, orders, cuts and counts inside an embed, and spreads a parent", async () => {
    const { data } = await owner.client
      .from("lib_shelves")
      .select("name, books:lib_books!shelf_id(title), all:lib_books!shelf_id(count)")
      .eq("id", shelfId)
      .gt("books.pages", 3)
      .order("title", { referencedTable: "books", ascending: false })
      .limit(1, { referencedTable: "books" })
      .single();
    expect(data).toEqual({ name: "Zoo", books: [{ title: "Cat (grey)" }], all: [{ count: 3 }] });
    const spread = await owner.client
      .from("lib_books")
      .select("title, ...lib_shelves!shelf_id(shelf_name:name)")
      .eq("id", bookIds[0]);
    expect(spread.data).toEqual([{ title: "Ant", shelf_name: "Zoo" }]);
  });

  it("keeps only rows whose inner embed matches, or that have none", async () => {
    const inner = await owner.client
      .from("lib_books")
      .select("title, lib_labels!inner(code)", { count: "exact" })
      .eq("lib_labels.code", "A-1");
    expect([titles(inner.data), inner.count]).toEqual([["Ant"], 1]);
    const without = await owner.client
      .from("lib_books")
      .select("title, lib_labels()")
      .eq("shelf_id", shelfId)
      .is("lib_labels", null)
      .order("title");
    expect(without.data).toEqual([{ title: "Bee, busy" }, { title: "Cat (grey)" }]);
  });

  it("says which relationships an embed could mean, and that there is none", async () => {
    const both = await owner.client.from("lib_books").select("title, lib_shelves(name)");
    expect([both.status, both.error?.code, both.error?.hint]).toEqual([
      300,
      "PGRST201",
      expect.stringContaining("lib_shelves!lib_books_shelf_id_fkey"),
    ]);
    const none = await owner.client.from("lib_tags").select("lib_shelves(name)");
    expect([none.status, none.error?.code]).toEqual([400, "PGRST200"]);
  });

  it("understands every kind of filter", async () => {
    const read = () => owner.client.from("lib_books").select("title").eq("shelf_id", shelfId).order("title");
    const found = async (query: PromiseLike<{ data: { title: string }[] | null; error: unknown }>) => {
      const { data, error } = await query;
      return error ?? titles(data);
    };
    expect(await found(read().in("title", ["Bee, busy", "Cat (grey)", 'no "such"']))).toEqual([
      "Bee, busy",
      "Cat (grey)",
    ]);
    expect(await found(read().in("id", []))).toEqual([]);
    expect(await found(read().or('title.eq."Bee, busy",and(pages.gte.8,pages.lt.9)'))).toHaveLength(2);
    expect(await found(read().not("title", "like", "%grey%"))).toEqual(["Ant", "Bee, busy"]);
    expect(await found(read().ilike("title", "b*"))).toEqual(["Bee, busy"]);
    expect(await found(read().likeAnyOf("title", ["A%", "C%"]))).toEqual(["Ant", "Cat (grey)"]);
    expect(await found(read().filter("title", "match", "^[AB]"))).toEqual(["Ant", "Bee, busy"]);
    expect(await found(read().is("parent_id", null))).toEqual(["Ant", "Cat (grey)"]);
    expect(await found(read().not("parent_id", "is", null))).toEqual(["Bee, busy"]);
    expect(await found(read().textSearch("title", "busy & bee", { config: "english" }))).toEqual([
      "Bee, busy",
    ]);
    const shelves = (query: PromiseLike<{ data: unknown[] | null }>) =>
      query.then(({ data }) => data?.length);
    const shelf = () => owner.client.from("lib_shelves").select("id").eq("id", shelfId);
    expect(await shelves(shelf().contains("meta", { colour: { name: "red" } }))).toBe(1);
    expect(await shelves(shelf().eq("meta->colour->>name", "blue"))).toBe(0);
    expect(await shelves(shelf().overlaps("seen", ["2026-01-01T00:00:00Z"]))).toBe(1);
  });

  it("takes quotes, backslashes and SQL in values as plain text", async () => {
    for (const value of ["'; drop table lib_books; --", "\\'", "a\\", '"', "%27", "({[,])}", "é🦊"]) {
      const { data, error } = await owner.client.from("lib_books").select("id").eq("title", value);
      expect([value, data, error]).toEqual([value, [], null]);
    }
    const nul = await owner.client.from("lib_books").select("id").eq("title", "a\0b");
    expect(nul.status).toBe(400);
  });

  it("counts, pages and answers HEAD", async () => {
    const all = owner.client.from("lib_books").select("title", { count: "exact" }).eq("shelf_id", shelfId);
    const page = await all.order("title").range(1, 1);
    expect([titles(page.data), page.count, page.status]).toEqual([["Bee, busy"], 3, 206]);
    const head = await owner.client.from("lib_books").select("*", { count: "exact", head: true });
    expect([head.count, head.data]).toEqual([3, null]);
    const past = await owner.client.from("lib_books").select("id", { count: "exact" }).range(90, 99);
    expect([past.status, past.error?.code]).toEqual([416, "PGRST103"]);
    const many = await anon.rpc("lib_numbers", { p_count: 1500 });
    expect(many.data).toHaveLength(1000);
  });

  it("gives one object, none or CSV when asked", async () => {
    const none = await owner.client.from("lib_books").select().eq("title", "Dog").single();
    expect([none.status, none.error?.code, none.error?.details]).toEqual([
      406,
      "PGRST116",
      "The result contains 0 rows",
    ]);
    const maybe = await owner.client.from("lib_books").select().eq("title", "Dog").maybeSingle();
    expect([maybe.data, maybe.error]).toEqual([null, null]);
    const csv = await owner.client
      .from("lib_books")
      .select("title,pages")
      .gt("pages", 3)
      .order("pages")
      .csv();
    expect(csv.data).toBe('title,pages\n"Bee, busy",5\n"Cat (grey)",8');
  });
});
