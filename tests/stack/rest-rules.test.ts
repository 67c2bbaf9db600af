import type { SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anonClient, database, type NewEducator, newEducator, serviceClient } from "../setup/stack.ts";
import { buildLibrary } from "./rest-library.ts";

let removeLibrary: () => Promise<void>;
let owner: NewEducator;
let stranger: NewEducator;
let anon: SupabaseClient;

beforeAll(async () => {
  removeLibrary = await buildLibrary(database());
  [owner, stranger] = await Promise.all([newEducator(), newEducator()]);
  anon = anonClient();
  await owner.client.from("lib_shelves").insert([
    { name: "Zoo", is_open: false },
    { name: "Open", is_open: true },
  ]);
});
afterAll(() => removeLibrary());

describe("row level security", () => {
  it("lets the owner, a stranger, nobody and the service see what their policies say", async () => {
    const seen = async (client: SupabaseClient) =>
      (await client.from("lib_shelves").select("name").order("name")).data?.map(({ name }) => name);
    expect(await seen(owner.client)).toEqual(["Open", "Zoo"]);
    expect(await seen(stranger.client)).toEqual(["Open"]);
    expect(await seen(anon)).toEqual(["Open"]);
    expect(await seen(serviceClient())).toEqual(["Open", "Zoo"]);
    const embedded = await anon.from("lib_shelves").select("name, lib_books!shelf_id(title)");
    expect(embedded.data).toEqual([{ name: "Open", lib_books: [] }]);
  });

  it("refuses columns and tables that were not granted: 401 to nobody, 403 to somebody", async () => {
    const somebody = await owner.client.from("lib_shelves").select("secret");
    expect([somebody.status, somebody.error?.code]).toEqual([403, "42501"]);
    const nobody = await anon.from("lib_shelves").select("owner_id");
    expect([nobody.status, nobody.error?.code]).toEqual([401, "42501"]);
    const written = await anon.from("lib_tags").insert({ id: 9, word: "x" });
    expect([written.status, written.error?.code]).toEqual([401, "42501"]);
  });

  it("never mixes up callers, however many ask at once", async () => {
    const callers = [owner.client, stranger.client, anon, serviceClient()];
    const expected = [owner.id, stranger.id, null, null];
    const answers = await Promise.all(
      Array.from({ length: 120 }, async (_, index) => {
        if (index % 7 === 0) await anon.rpc("lib_fail", { p_state: "P0001" });
        return (await callers[index % 4]?.rpc("lib_whoami"))?.data?.uid;
      }),
    );
    expect(answers).toEqual(Array.from({ length: 120 }, (_, index) => expected[index % 4]));
  });
});
