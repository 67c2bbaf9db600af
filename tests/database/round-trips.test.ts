import type { SupabaseClient } from "@supabase/supabase-js";
import { beforeAll, describe, expect, it } from "vitest";
import { openShakyDataApi, type ShakyDataApi } from "../fixtures/data-api.ts";
import { freshDatabase } from "../setup/database.ts";

let api: ShakyDataApi;
let service: SupabaseClient;

beforeAll(async () => {
  api = await openShakyDataApi(await freshDatabase());
  service = await api.clientOf({ role: "service_role" });
  // The first call also opens the connection.
  await service.from("theme_templates").select("key").limit(1);
});

/** How often the database is asked for this. */
async function questionsOf(work: () => PromiseLike<{ error: unknown }>): Promise<number> {
  const { questions, connections } = api.network.counts;
  expect((await work()).error).toBeNull();
  expect(api.network.counts.connections).toBe(connections);
  return api.network.counts.questions - questions;
}

describe("the Data API", () => {
  it.each<[string, () => PromiseLike<{ error: unknown }>]>([
    ["a read", () => service.from("theme_templates").select("key", { count: "exact" }).limit(1)],
    ["a write", () => service.from("theme_templates").update({ key: "sea" }).eq("key", "nowhere").select()],
    ["a call", () => service.rpc("forget_condemned", { p_names: [] })],
  ])("asks the database three times for %s: to begin, for all of it, and to end", async (_name, work) => {
    expect(await questionsOf(work)).toBe(3);
  });
});
