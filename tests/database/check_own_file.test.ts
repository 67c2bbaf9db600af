import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { setUpModels } from "../fixtures/pieces.ts";
import { cardOf } from "../fixtures/versions.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let place: { draftId: string; card: string };

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
  cast = await newCast(sql);
  place = await cardOf(sql, cast.owner, ["image"]);
});

const check = (
  piece: string,
  language: string | null = null,
  person: keyof Cast = "owner",
  card = place.card,
) =>
  ask(
    sql,
    cast[person],
    (db) => db`select public.check_own_file(${place.draftId}, ${card}, ${piece}, ${language}) as answer`,
  );

it("says in whose folder a picture or a recording of a name may lie", async () => {
  expect(await check("image")).toBe(cast.owner.sub);
  expect(await check("speech", "de")).toBe(cast.owner.sub);
});

it("refuses pieces that nobody makes by hand, and a language where there is none", async () => {
  for (const [piece, language] of [["video"], ["model3d"], ["speech"], ["image", "de"], [""]] as const)
    await expect(check(piece, language)).rejects.toMatchObject({
      code: "PT422",
      message: "validation_failed",
    });
});

it("refuses the voice of a name that the card has not", async () => {
  await sql`delete from public.draft_asset_translations where asset_id = ${place.card} and language = 'it'`;
  await expect(check("speech", "it")).rejects.toMatchObject({ code: "PT422", message: "validation_failed" });
});

it("knows no card of another draft", async () => {
  const other = await cardOf(sql, cast.owner, ["image"]);
  await expect(check("image", null, "owner", other.card)).rejects.toMatchObject({ message: "not_found" });
});

it("refuses the 301st file of an owner within an hour", async () => {
  const fill = (count: number, ago: string) => sql`
    insert into public.draft_asset_versions (asset_id, piece, sha256, storage_path, mime_type, size_bytes, width, height, prompt, origin, created_at)
    select ${place.card}, 'image', repeat('0', 64), 'x', 'image/webp', 1, 1, 1, '', 'uploaded', now() - ${ago}::interval
    from generate_series(1, ${count})`;
  await fill(50, "2 hours");
  await fill(299, "10 minutes");
  expect(await check("image")).toBe(cast.owner.sub);
  await fill(1, "10 minutes");
  await expect(check("image")).rejects.toMatchObject({ code: "PT429", message: "rate_limited" });
  await sql`delete from public.draft_asset_versions where origin = 'uploaded'`;
});

it("is for the owner of the draft", async () => {
  for (const person of ["stranger", "support", "admin"] as const)
    await expect(check("image", null, person)).rejects.toMatchObject({ message: "not_found" });
  await expect(check("image", null, "anonymous")).rejects.toMatchObject(notGranted);
});
