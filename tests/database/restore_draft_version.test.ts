import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { drainPieces, setUpModels } from "../fixtures/pieces.ts";
import { cardOf } from "../fixtures/versions.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
  cast = await newCast(sql);
  ({ draftId } = await cardOf(sql, cast.owner, ["image", "music", "cover", "poster", "logo"]));
});

const restore = (versionId: string, person: keyof Cast = "owner") =>
  ask(sql, cast[person], (db) => db`select public.restore_draft_version(${draftId}, ${versionId}) as answer`);
const draft = async () =>
  (await sql`select *, revision::integer as revision from public.drafts where id = ${draftId}`)[0];

it("gives the universe an older piece back and touches no other", async () => {
  const before = await draft();
  for (const piece of ["music", "cover", "poster", "logo"])
    await ask(
      sql,
      cast.owner,
      (db) => db`select public.request_generation(${draftId}, '{}'::uuid[], null, ${[piece]}) as answer`,
    ).then(() => drainPieces(sql));
  for (const piece of ["music", "cover", "poster", "logo"]) {
    const now = await draft();
    const key = `${piece}_version_id`;
    expect(now?.[key]).not.toBe(before?.[key]);
    await restore(before?.[key]);
    const { updated_at: _, ...after } = (await draft()) ?? {};
    const { updated_at: __, ...expected } = { ...now, [key]: before?.[key], revision: now?.revision + 1 };
    expect(after).toEqual(expected);
  }
});

it("knows no version of another universe", async () => {
  const other = await cardOf(sql, cast.owner, ["image", "music"]);
  const [foreign] = await sql`select id from public.draft_versions where draft_id = ${other.draftId}`;
  await expect(restore(foreign?.id)).rejects.toMatchObject({ code: "PT404", message: "not_found" });
});

it("is for the owner of the draft", async () => {
  const [version] = await sql`select id from public.draft_versions where draft_id = ${draftId}`;
  for (const person of ["stranger", "support", "admin"] as const)
    await expect(restore(version?.id, person)).rejects.toMatchObject({ message: "not_found" });
  await expect(restore(version?.id, "anonymous")).rejects.toMatchObject(notGranted);
});
