import type postgres from "postgres";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { drainPieces, setUpModels } from "../fixtures/pieces.ts";
import { cardOf } from "../fixtures/versions.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let place: { draftId: string; card: string };

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
  cast = await newCast(sql);
});
beforeEach(async () => {
  await sql`delete from public.drafts`;
  place = await cardOf(sql, cast.owner, ["image", "speech", "music"]);
});

const sha = (name: string) => name.padEnd(64, "0");
/** So many older versions than the one that is there: the first is the youngest of them. */
const addOlder = (piece: "image" | "speech", count: number) => sql`
  insert into public.draft_asset_versions
    (asset_id, piece, language, sha256, storage_path, mime_type, size_bytes, width, height, prompt, seed, job_id, created_at)
  select ${place.card}, ${piece}, ${piece === "speech" ? "de" : null}::public.language, rpad(to_hex(n), 64, '0'), 'old-' || n, 'x/x', 1, 1, 1,
    '', n, gen_random_uuid(), now() - n * interval '1 day'
  from generate_series(1, ${count}) n`;
const drop = async () => (await sql`select private.drop_old_versions() as answer`)[0]?.answer;
const left = async (piece: string) =>
  (
    await sql`select storage_path from public.draft_asset_versions
      where asset_id = ${place.card} and piece = ${piece} and language is distinct from 'en' order by created_at desc`
  )
    .map(({ storage_path }) => storage_path as string)
    .slice(1);

it("the last five of a piece are kept, whatever their age", async () => {
  await addOlder("image", 4);
  expect(await drop()).toBe(0);
  await addOlder("speech", 8);
  expect(await drop()).toBe(4);
  expect(await left("image")).toEqual(["old-1", "old-2", "old-3", "old-4"]);
  expect(await left("speech")).toEqual(["old-1", "old-2", "old-3", "old-4"]);
});

it("one that is shown is kept", async () => {
  await addOlder("image", 8);
  await addOlder("speech", 8);
  const find = async (piece: string, n: number) =>
    (
      await sql`select id from public.draft_asset_versions where asset_id = ${place.card} and piece = ${piece} and storage_path = ${`old-${n}`}`
    )[0]?.id;
  await sql`update public.draft_assets set image_version_id = ${await find("image", 7)} where id = ${place.card}`;
  await sql`update public.draft_asset_translations set speech_version_id = ${await find("speech", 8)}
    where asset_id = ${place.card} and language = 'de'`;
  await drop();
  expect(await left("image")).toEqual(["old-1", "old-2", "old-3", "old-4", "old-7"]);
  expect(await left("speech")).toEqual(["old-1", "old-2", "old-3", "old-4", "old-8"]);
});

it("one that is published is kept", async () => {
  await ask(sql, cast.owner, (db) => db`select public.request_publish(${place.draftId}, 'public') as answer`);
  await drainPieces(sql);
  await addOlder("image", 8);
  await sql`update public.release_assets set image_sha256 = ${sha("6")}`;
  await drop();
  expect(await left("image")).toEqual(["old-1", "old-2", "old-3", "old-4", "old-6"]);
});

it("music and graphics of a universe go the same way", async () => {
  await sql`
    insert into public.draft_versions (draft_id, piece, sha256, storage_path, mime_type, size_bytes, width, height, prompt, seed, job_id, created_at)
    select ${place.draftId}, p, ${sha("0")}, p || n, 'x/x', 1, 1, 1, '', n, gen_random_uuid(), now() - n * interval '1 day'
    from generate_series(1, 7) n, unnest('{music,logo}'::text[]) p`;
  await sql`update public.drafts set logo_version_id = (select id from public.draft_versions where storage_path = 'logo7') where id = ${place.draftId}`;
  expect(await drop()).toBe(4);
  const rest =
    await sql`select storage_path from public.draft_versions where draft_id = ${place.draftId} and storage_path ~ '^(logo|music)[0-9]' order by 1`;
  expect(rest.map(({ storage_path }) => storage_path)).toEqual([
    "logo1",
    "logo2",
    "logo3",
    "logo4",
    "logo5",
    "logo7",
    "music1",
    "music2",
    "music3",
    "music4",
  ]);
});

it("a draft that somebody works on is left for the next night", async () => {
  await addOlder("image", 8);
  await sql.begin(async (other) => {
    await other`select from public.drafts where id = ${place.draftId} for no key update`;
    expect(await drop()).toBe(0);
  });
  expect(await drop()).toBe(4);
});
