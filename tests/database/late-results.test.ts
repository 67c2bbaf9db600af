import type postgres from "postgres";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { cardsOf } from "../fixtures/editing.ts";
import { drain, finishedDraft } from "../fixtures/engine.ts";
import { claimPieces, setUpModels } from "../fixtures/pieces.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;
let assetId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
});

beforeEach(async () => {
  await drain(sql);
  cast = await newCast(sql);
  draftId = await finishedDraft(sql, cast.owner, 1);
  assetId = (await card()).id;
});

const card = async () => (await cardsOf(sql, cast.owner, draftId))[0];
const edit = (change: object) =>
  as(
    sql,
    cast.owner,
    (db) => db`select public.edit_assets(${draftId}, ${sql.json([{ id: assetId, ...change }])})`,
  );
const regenerate = (piece: string) =>
  as(
    sql,
    cast.owner,
    (db) => db`select public.regenerate_asset(${draftId}, ${assetId}, p_pieces => ${[piece]})`,
  );

/** The model answers what it was asked for. */
async function answer(result: postgres.JSONValue): Promise<void> {
  const [job] = await claimPieces(sql);
  await sql`select public.complete_job(${job?.id ?? ""}, ${job?.attempt ?? 0}, ${sql.json(result)})`;
}

it("texts that a person wrote meanwhile stay, and the others are filled in", async () => {
  await regenerate("text");
  await edit({ texts: { de: { fun_fact: "Mein Satz." }, fr: { story: null } } });
  const text = { alt_text: "A", fun_fact: "F", story: "S" };
  await answer({ texts: { de: text, fr: text } });
  const { texts } = await card();
  expect(texts.de).toMatchObject({ alt_text: "A", fun_fact: "Mein Satz.", story: "S" });
  expect(texts.fr, "what was emptied on purpose stays empty").toMatchObject({
    alt_text: "A",
    fun_fact: "F",
    story: null,
  });
});

it("texts that are asked for after a person wrote are made anew", async () => {
  await edit({ texts: { de: { fun_fact: "Mein Satz." } } });
  await regenerate("text");
  await answer({ texts: { de: { alt_text: "A", fun_fact: "F" } } });
  expect((await card()).texts.de).toMatchObject({ alt_text: "A", fun_fact: "F" });
});

it("names that a person gave meanwhile stay, and the others are made anew", async () => {
  await regenerate("names");
  await edit({ names: { de: "Mein Wal" } });
  await answer({ names: { de: "Wal", es: "ballena" }, needs_review: true });
  const { names, texts } = await card();
  expect(names).toMatchObject({ de: "Mein Wal", es: "ballena" });
  expect([texts.de.needs_review, texts.es.needs_review]).toEqual([false, true]);
});

it("names that are asked for after a person gave one are made anew", async () => {
  await edit({ names: { de: "Mein Wal" } });
  await regenerate("names");
  await answer({ names: { de: "Wal", es: "ballena" }, needs_review: false });
  expect((await card()).names).toMatchObject({ de: "Wal", es: "ballena" });
});

it("once more of chosen cards leaves their names, also where the universe wants names", async () => {
  await sql`update public.drafts set pieces = '{image,names}' where id = ${draftId}`;
  await edit({ names: { de: "Mein Wal" } });
  await as(sql, cast.owner, (db) => db`select public.request_generation(${draftId}, ${[assetId]}::uuid[])`);
  const jobs =
    await sql`select type::text from public.jobs where asset_id = ${assetId} and status = 'pending'`;
  expect(jobs.map(({ type }) => type)).toEqual(["generate_image"]);
});
