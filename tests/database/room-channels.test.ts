import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import type { Claims } from "../../supabase/local/keyring.ts";
import { askPolicies, type Extension } from "../../supabase/local/realtime/policies.ts";
import { publishedUniverse } from "../fixtures/reports.ts";
import { openRoom } from "../fixtures/rooms.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let key: string;
let code: string;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  ({ key, code } = await openRoom(sql, cast.stranger, await publishedUniverse(sql, cast.owner)));
});

const extensions: Extension[] = ["broadcast", "presence"];

/** What somebody may do on a topic, as Realtime asks the policies about it. */
async function rights(claims: Claims, topic: string): Promise<string[]> {
  const access = await askPolicies(sql, { claims, topic, headers: {} }, extensions);
  const writes = await Promise.all(extensions.map((extension) => access.writes(extension)));
  return [
    ...extensions.filter((extension) => access.reads(extension)).map((extension) => `hears ${extension}`),
    ...extensions.filter((_, at) => writes[at]).map((extension) => `writes ${extension}`),
  ];
}

describe("a room", () => {
  it("is heard by whoever has its key, and spoken in by nobody but the database", async () => {
    for (const person of Object.keys(cast).filter((name) => name !== "worker") as (keyof Cast)[])
      expect(await rights(cast[person], `room:${key}`)).toEqual(["hears broadcast"]);
  });

  it("lets whoever has its key say that they are there, and the teacher alone see who is", async () => {
    const others = ["owner", "support", "admin", "anonymous"] as const;
    for (const person of others)
      expect(await rights(cast[person], `screens:${key}`)).toEqual(["hears broadcast", "writes presence"]);
    expect(await rights(cast.stranger, `screens:${key}`)).toEqual([
      "hears broadcast",
      "hears presence",
      "writes presence",
    ]);
  });

  it("is closed without its key, its letters too, and when it is over", async () => {
    const over = await openRoom(sql, cast.admin, await publishedUniverse(sql, cast.owner));
    await sql`update private.rooms set expires_at = now() where code = ${over.code}`;
    const wrong = [code, "", "%", key.slice(0, -1), over.key];
    for (const topic of wrong.flatMap((one) => [`room:${one}`, `screens:${one}`]))
      for (const person of ["anonymous", "stranger", "admin"] as const)
        expect(await rights(cast[person], topic)).toEqual([]);
  });

  it("shows who is there to no session that was ended", async () => {
    const session_id = crypto.randomUUID();
    expect(await rights({ ...cast.stranger, session_id }, `screens:${key}`)).not.toContain("hears presence");
  });
});
