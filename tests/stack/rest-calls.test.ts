import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anonClient, database, type NewEducator, newEducator, serviceClient, stack } from "../setup/stack.ts";
import { buildLibrary } from "./rest-library.ts";

let removeLibrary: () => Promise<void>;
let owner: NewEducator;
const anon = () => anonClient();

beforeAll(async () => {
  removeLibrary = await buildLibrary(database());
  owner = await newEducator();
  await owner.client.from("lib_shelves").insert([{ name: "One" }, { name: "Two" }]);
});
afterAll(() => removeLibrary());

describe("a function call", () => {
  it("passes jsonb, arrays, ids, nulls and defaults as they are", async () => {
    const echo = async (args: Record<string, unknown>) => (await anon().rpc("lib_echo", args)).data;
    const id = crypto.randomUUID();
    expect(await echo({ p_json: [1, { a: null }], p_words: ["a,b", 'c"d\\', "{e}", ""], p_id: id })).toEqual({
      type: "array",
      json: [1, { a: null }],
      words: ["a,b", 'c"d\\', "{e}", ""],
      id,
    });
    expect(await echo({ p_json: "it's text", p_id: null })).toEqual({
      type: "string",
      json: "it's text",
      words: [],
      id: null,
    });
    expect(await echo({ p_json: null, p_words: null })).toEqual({
      type: null,
      json: null,
      words: null,
      id: null,
    });
  });

  it("gives rows that can be selected from, filtered, embedded and counted", async () => {
    const { data, count } = await owner.client
      .rpc("lib_my_shelves", {}, { count: "exact" })
      .select("name, lib_books!shelf_id(title)")
      .eq("name", "Two");
    expect([data, count]).toEqual([[{ name: "Two", lib_books: [] }], 1]);
    const one = await owner.client.rpc("lib_my_shelves", { p_prefix: "O" }).select("name").single();
    expect(one.data).toEqual({ name: "One" });
  });

  it("gives tables, sets, single values and nothing in the shape each has", async () => {
    expect((await anon().rpc("lib_pairs", { p_count: 2 })).data).toEqual([
      { n: 1, word: "w1" },
      { n: 2, word: "w2" },
    ]);
    expect((await anon().rpc("lib_numbers", { p_count: 3 })).data).toEqual([1, 2, 3]);
    expect((await anon().rpc("lib_price")).data).toBe(1.5);
    const nothing = await anon().rpc("lib_nothing");
    expect([nothing.status, nothing.data]).toEqual([204, null]);
    expect((await anon().rpc("lib_owner_count")).data).toBe(2);
  });

  it("by GET reads its arguments from the URL and cannot write", async () => {
    const read = await owner.client.rpc("lib_echo", { p_json: '{"a": 1}', p_words: ["x"] }, { get: true });
    expect(read.data).toMatchObject({ type: "object", words: ["x"] });
    const write = await owner.client.rpc("lib_write", { p_name: "By GET" }, { get: true });
    expect([write.status, write.error?.code]).toEqual([405, "25006"]);
  });

  it("knows its caller, and cannot become anyone else", async () => {
    const me = (await owner.client.rpc("lib_whoami")).data;
    expect(me).toMatchObject({
      uid: owner.id,
      role: "authenticated",
      email: owner.email,
      user: "authenticated",
      session: "authenticator",
      method: "POST",
    });
    expect(me.claims).toMatchObject({ sub: owner.id, aal: "aal1", aud: "authenticated" });
    expect((await serviceClient().rpc("lib_whoami")).data).toMatchObject({ role: "service_role", uid: null });
    const escaped = await owner.client.rpc("lib_escape");
    expect([escaped.status, escaped.error?.code]).toEqual([403, "42501"]);
  });

  it("may choose the status and headers of its answer", async () => {
    const answer = await fetch(`${stack().status.apiUrl}/rest/v1/rpc/lib_teapot`, {
      method: "POST",
      headers: { apikey: stack().status.publishableKey },
    });
    expect([answer.status, answer.headers.get("x-tea"), await answer.json()]).toEqual([
      418,
      "green",
      "short and stout",
    ]);
  });
});

describe("a refusal", () => {
  it("carries code, message, detail and hint, with the status of its SQLSTATE", async () => {
    const fail = async (p_state: string) => {
      const { status, error } = await anon().rpc("lib_fail", { p_state });
      return [status, error?.code, error?.message, error?.details, error?.hint];
    };
    const words = ["as asked", "the detail", "the hint"];
    expect(await fail("P0001")).toEqual([400, "P0001", ...words]);
    expect(await fail("PT409")).toEqual([409, "PT409", ...words]);
    expect(await fail("PT429")).toEqual([429, "PT429", ...words]);
    expect(await fail("42501")).toEqual([401, "42501", ...words]);
    expect(await fail("23503")).toEqual([409, "23503", ...words]);
    expect(await fail("40001")).toEqual([500, "40001", ...words]);
  });

  it("names what could not be found", async () => {
    const table = await anon().from("lib_nowhere").select();
    expect([table.status, table.error?.code]).toEqual([404, "PGRST205"]);
    const call = await anon().rpc("lib_pairs", { p_cont: 1 });
    expect([call.status, call.error?.code, call.error?.hint]).toEqual([
      404,
      "PGRST202",
      "Perhaps you meant to call the function public.lib_pairs(p_count)",
    ]);
    const column = await anon().from("lib_tags").select("nowhere");
    expect([column.status, column.error?.code]).toEqual([400, "42703"]);
    const schema = await anon()
      .schema("private" as "public")
      .from("settings")
      .select();
    expect([schema.status, schema.error?.code]).toEqual([406, "PGRST106"]);
    const auth = await serviceClient()
      .schema("auth" as "public")
      .from("users")
      .select();
    expect(auth.error?.code).toBe("PGRST106");
  });

  it("ends a statement that takes longer than the role may", async () => {
    const { status, error } = await anon().rpc("lib_sleep");
    expect([status, error?.code]).toEqual([500, "57014"]);
  });
});

describe("the schema cache", () => {
  it("knows a new table, a new column and a new function at once", async () => {
    const sql = database();
    await sql.unsafe(`create table public.lib_fresh (id integer primary key, a text);
      grant all on public.lib_fresh to service_role;`);
    const client = serviceClient();
    expect((await client.from("lib_fresh").insert({ id: 1, a: "x" })).error).toBeNull();
    await sql.unsafe(`alter table public.lib_fresh add column b text;
      create function public.lib_new() returns integer language sql as 'select 42';
      grant execute on function public.lib_new to service_role;`);
    expect((await client.from("lib_fresh").insert({ id: 2, b: "y" })).error).toBeNull();
    expect((await client.rpc("lib_new")).data).toBe(42);
    await sql.unsafe("drop function public.lib_new(); drop table public.lib_fresh");
  });
});
