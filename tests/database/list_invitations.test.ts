import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { newDraft } from "../fixtures/engine.ts";
import { invite, newPerson } from "../fixtures/members.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const list = (person: Parameters<typeof ask>[1]) =>
  ask<{ draft_id: string }[]>(sql, person, (db) => db`select public.list_invitations() as answer`);

it("shows open invitations to one's own confirmed address, the newest first", async () => {
  const [ada, bo] = [await newPerson(sql, "ada"), await newPerson(sql, "bo")];
  const [first, second, old] = [
    await newDraft(sql, cast.owner),
    await newDraft(sql, cast.owner),
    await newDraft(sql, cast.owner),
  ];
  for (const draftId of [first, second]) await invite(sql, cast.owner, draftId, "viewer", ada.email);
  const { id } = await invite(sql, cast.owner, old, "viewer", ada.email);
  await sql`update public.draft_invitations set expires_at = now() where id = ${id}`;
  await invite(sql, cast.owner, first, "viewer", bo.email);
  await invite(sql, cast.owner, first);
  expect((await list(ada)).map(({ draft_id }) => draft_id)).toEqual([second, first]);
  expect(await list(cast.stranger)).toEqual([]);
  await sql`update auth.users set email_confirmed_at = null where id = ${ada.sub ?? ""}`;
  expect(await list(ada)).toEqual([]);
  await expect(list(cast.anonymous)).rejects.toMatchObject(notGranted);
});

it("goes with the account: no address outlives it", async () => {
  const ada = await newPerson(sql, "ada");
  await invite(sql, cast.owner, await newDraft(sql, cast.owner), "viewer", ada.email);
  await sql`delete from auth.users where id = ${ada.sub ?? ""}`;
  expect(await sql`select from public.draft_invitations where email = ${ada.email}`).toEqual([]);
});
