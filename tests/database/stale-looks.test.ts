import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { genres, moods } from "../../lib/contract/music.ts";
import { styles } from "../../lib/contract/styles.ts";
import { ask } from "../fixtures/ask.ts";
import { drainPieces, setUpModels } from "../fixtures/pieces.ts";
import { addOwn, cardOf, makeAgain, ownFile, readCard } from "../fixtures/versions.ts";
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
  place = await cardOf(sql, cast.owner, ["image", "video", "music", "cover", "logo"]);
});

const stale = async () => (await readCard(sql, cast.owner, place.draftId)).stale;
const draft = () =>
  ask<{ stale: string[]; music_mood: string | null; music_genre: string | null }>(
    sql,
    cast.owner,
    (db) => db`select public.get_draft(${place.draftId}) as answer`,
  );
const edit = (patch: Record<string, postgres.JSONValue>) =>
  ask(sql, cast.owner, (db) => db`select public.edit_draft(${place.draftId}, ${sql.json(patch)}) as answer`);
const make = async (pieces: string[], options: postgres.JSONValue = {}) => {
  await ask(
    sql,
    cast.owner,
    (db) =>
      db`select public.request_generation(${place.draftId}, '{}', p_pieces => ${pieces}, p_options => ${sql.json(options)}) as answer`,
  );
  await drainPieces(sql);
};
const current = async (piece: "music" | "cover") =>
  (
    await sql`select v.* from public.draft_versions v join public.drafts d on v.id in (d.music_version_id, d.cover_version_id)
      where d.id = ${place.draftId} and v.piece = ${piece}`
  )[0];

describe("the style of a universe", () => {
  it("makes older what was painted in another one, until it is chosen again or painted anew", async () => {
    expect([await stale(), (await draft()).stale]).toEqual([[], []]);
    await edit({ style: "papercut" });
    expect([await stale(), (await draft()).stale]).toEqual([["image"], ["cover", "logo"]]);
    await edit({ style: null });
    expect([await stale(), (await draft()).stale]).toEqual([[], []]);
    await edit({ style: "papercut" });
    await makeAgain(sql, cast.owner, place, ["image"]);
    await make(["cover"]);
    // The film shows the picture of before.
    expect([await stale(), (await draft()).stale]).toEqual([["video"], ["logo"]]);
    expect(await current("cover")).toMatchObject({ style: "papercut", mood: null });
  });

  it("is soft where nothing is said, in whatever words", async () => {
    await edit({ style: "soft" });
    expect([await stale(), (await draft()).stale]).toEqual([[], []]);
  });

  it("says nothing about a picture that no model painted, nor of one whose style nobody kept", async () => {
    await addOwn(sql, place, ownFile("mine"));
    await edit({ style: "watercolour" });
    expect(await stale()).toEqual(["video"]);
    await makeAgain(sql, cast.owner, place, ["image", "video"]);
    await sql`update public.draft_asset_versions set style = null where asset_id = ${place.card}`;
    await edit({ style: "papercut" });
    expect(await stale()).toEqual([]);
  });

  it("is not that of one picture which was asked for in another", async () => {
    await ask(
      sql,
      cast.owner,
      (db) => db`select public.regenerate_asset(${place.draftId}, ${place.card}, p_pieces => '{image,video}',
        p_options => '{"image": {"style": "papercut"}}') as answer`,
    );
    await drainPieces(sql);
    expect(await stale()).toEqual(["image"]);
    await edit({ style: "papercut" });
    expect(await stale()).toEqual([]);
  });

  it("is told on the channel with every card that it made older", async () => {
    await sql`delete from realtime.messages`;
    await edit({ style: "papercut" });
    const told = await sql`
      select payload ->> 'table' as table, payload -> 'record' -> 'stale' as stale from realtime.messages
      where topic = ${`draft:${place.draftId}`} order by inserted_at, (payload ->> 'sequence')::int`;
    expect([...told]).toEqual([
      { table: "drafts", stale: ["cover", "logo"] },
      { table: "draft_assets", stale: ["image"] },
    ]);
  });

  it("goes along with a copy", async () => {
    const copy = await ask<string>(
      sql,
      cast.owner,
      (db) => db`select public.duplicate_draft(${place.draftId}) as answer`,
    );
    place = { draftId: copy, card: place.card };
    await edit({ style: "papercut", music_mood: "calm" });
    expect([await stale(), (await draft()).stale]).toEqual([["image"], ["music", "cover", "logo"]]);
  });
});

describe("the wishes for music", () => {
  it("are kept with the universe and make its music older, until they are fulfilled or taken back", async () => {
    await edit({ music_mood: "calm", music_genre: "waltz" });
    expect(await draft()).toMatchObject({ music_mood: "calm", music_genre: "waltz", stale: ["music"] });
    await make(["music"]);
    expect(await current("music")).toMatchObject({ mood: "calm", genre: "waltz", style: null });
    expect((await draft()).stale).toEqual([]);
    await edit({ music_genre: null });
    expect((await draft()).stale).toEqual(["music"]);
    await edit({ music_genre: "waltz", expected: { music_genre: null } });
    expect((await draft()).stale).toEqual([]);
  });

  it("are its words too", async () => {
    await edit({ music_prompt: "a slow walk under palm trees" });
    expect((await draft()).stale).toEqual(["music"]);
    await edit({ music_prompt: null });
    expect((await draft()).stale).toEqual([]);
  });

  it("of one request leave those of the universe as they are", async () => {
    await make(["music"], { music: { mood: "like rain", genre: "" } });
    expect(await current("music")).toMatchObject({ mood: "like rain", genre: null });
    expect(await draft()).toMatchObject({ music_mood: null, stale: ["music"] });
  });

  it("of two people at once are compared, field by field", async () => {
    await edit({ music_mood: "calm" });
    await edit({ music_genre: "jazz", expected: { music_genre: null } });
    await expect(edit({ music_mood: "dreamy", expected: { music_mood: null } })).rejects.toMatchObject({
      message: "changed_meanwhile",
      hint: expect.stringContaining("calm"),
    });
    expect(await draft()).toMatchObject({ music_mood: "calm", music_genre: "jazz" });
  });
});

it("the database knows the same styles, moods and kinds as the contract, and no other", async () => {
  const accepts = async (field: string, value: string) => {
    await edit({ [field]: value });
    return true;
  };
  for (const style of styles) expect(await accepts("style", style)).toBe(true);
  for (const mood of moods) expect(await accepts("music_mood", mood)).toBe(true);
  for (const genre of genres) expect(await accepts("music_genre", genre)).toBe(true);
  for (const field of ["style", "music_mood", "music_genre"])
    await expect(edit({ [field]: "loud" })).rejects.toMatchObject({ code: "23514" });
});
