import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { drainPieces, setUpModels } from "../fixtures/pieces.ts";
import { cardOf, type VersionRecord } from "../fixtures/versions.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
  cast = await newCast(sql);
  ({ draftId } = await cardOf(sql, cast.owner, ["image", "music"]));
});

const list = (person: keyof Cast, piece = "music") =>
  ask<VersionRecord[] | null>(
    sql,
    cast[person],
    (db) => db`select public.list_draft_versions(${draftId}, ${piece}) as answer`,
  );

it("gives the last five of a piece, newest first, and tells which one the universe has", async () => {
  for (let turn = 0; turn < 6; turn += 1) {
    await ask(
      sql,
      cast.owner,
      (db) => db`select public.request_generation(${draftId}, '{}'::uuid[], null, '{music}') as answer`,
    );
    await drainPieces(sql);
  }
  const versions = (await list("owner")) ?? [];
  expect(versions.map(({ is_current }) => is_current)).toEqual([true, false, false, false, false]);
  expect(versions[0]).toMatchObject({ piece: "music", origin: "made", duration_ms: 24_000, language: null });
  expect(await list("owner", "cover")).toEqual([]);
});

it("is for whoever may read the draft", async () => {
  for (const person of ["owner", "support", "admin"] as const) expect(await list(person)).toHaveLength(5);
  expect(await list("stranger")).toBeFalsy();
  await expect(list("anonymous")).rejects.toMatchObject(notGranted);
});
