import type postgres from "postgres";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { setUpModels } from "../fixtures/pieces.ts";
import { addOwn, type CardRecord, cardOf, ownVoice, readCard } from "../fixtures/versions.ts";
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
  place = await cardOf(sql, cast.owner, ["image", "speech"]);
});

const remove = (language = "de", person: keyof Cast = "owner") =>
  ask<CardRecord>(
    sql,
    cast[person],
    (db) => db`select public.remove_own_voice(${place.draftId}, ${place.card}, ${language}) as answer`,
  );

it("lets the model say the name again, and keeps the recording among the versions", async () => {
  const before = (await readCard(sql, cast.owner, place.draftId)).texts.de?.speech_path;
  await addOwn(sql, place, ownVoice("hello"), "de");
  expect((await remove()).texts.de?.speech_path).toBe(before);
  expect(
    await sql`select from public.draft_asset_versions where sha256 = ${ownVoice("hello").sha256}`,
  ).toHaveLength(1);
});

it("leaves the name unspoken where the model said another one, to be made when it is asked for", async () => {
  await addOwn(sql, place, ownVoice("hello"), "de");
  await sql`update public.draft_asset_translations set name = 'Blauwal' where asset_id = ${place.card} and language = 'de'`;
  expect((await remove()).texts.de?.speech_path).toBeNull();
  const jobs =
    await sql`select private.speech_jobs(${place.card}, false, false) #>> '{payload,text}' as text`;
  expect([...jobs]).toEqual([{ text: "Blauwal" }]);
});

it("touches no voice of a model", async () => {
  await expect(remove()).rejects.toMatchObject({ code: "PT404", message: "not_found" });
  await addOwn(sql, place, ownVoice("hello"), "de");
  await expect(remove("en")).rejects.toMatchObject({ message: "not_found" });
});

it("is for the owner of the draft", async () => {
  await addOwn(sql, place, ownVoice("hello"), "de");
  for (const person of ["stranger", "support", "admin"] as const)
    await expect(remove("de", person)).rejects.toMatchObject({ message: "not_found" });
  await expect(remove("de", "anonymous")).rejects.toMatchObject(notGranted);
});
