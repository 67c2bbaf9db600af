import { beforeAll, beforeEach, expect, it } from "vitest";
import {
  accept,
  fates,
  invite,
  newPerson,
  roleOf,
  type SharedCast,
  sharedDraft,
} from "../fixtures/members.ts";
import { as, freshDatabase } from "../setup/database.ts";

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: SharedCast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
});
beforeEach(async () => {
  ({ cast, draftId } = await sharedDraft(sql));
});

const remove = (by: keyof SharedCast, who: { sub?: string | undefined }) =>
  as(sql, cast[by], (db) => db`select public.remove_member(${draftId}, ${who.sub ?? ""})`);

it("lets the owner send others away, and nobody else", async () => {
  const fate = await fates(
    sql,
    cast,
    ["editor", "stranger", "support", "admin", "anonymous", "owner"],
    (db) => db`select public.remove_member(${draftId}, ${cast.viewer.sub ?? ""})`,
  );
  expect(fate).toEqual({
    editor: "forbidden",
    stranger: "not_found",
    support: "not_found",
    admin: "not_found",
    anonymous: "denied",
    owner: "ok",
  });
  const [seen] = await as(sql, cast.viewer, (db) => db`select public.get_draft(${draftId}) as draft`);
  expect(seen).toEqual({ draft: null });
});

it("lets everybody leave, but the owner", async () => {
  await remove("viewer", cast.viewer);
  await remove("editor", cast.editor);
  expect(await sql`select from public.draft_members where draft_id = ${draftId}`).toHaveLength(0);
  await expect(remove("owner", cast.owner)).rejects.toMatchObject({ message: "not_found" });
});

it("ends the link by which who is sent away came, and not that of who leaves", async () => {
  const [ada, bo] = [await newPerson(sql, "ada"), await newPerson(sql, "bo")];
  const { token } = await invite(sql, cast.owner, draftId);
  for (const person of [ada, bo]) await accept(sql, person, token);
  await as(sql, ada, (db) => db`select public.remove_member(${draftId}, ${ada.sub ?? ""})`);
  await accept(sql, ada, token);
  await remove("owner", ada);
  await expect(accept(sql, ada, token)).rejects.toMatchObject({ message: "not_found" });
  expect(await roleOf(sql, draftId, bo)).toBe("viewer");
});

it("tells who was sent away that the draft is gone for them", async () => {
  await sql`delete from realtime.messages`;
  await remove("owner", cast.viewer);
  const messages = await sql`select topic, payload -> 'operation' as operation, payload -> 'record' as record
    from realtime.messages where topic like 'user:%'`;
  expect([...messages]).toEqual([
    { topic: `user:${cast.viewer.sub}`, operation: "DELETE", record: { id: draftId } },
  ]);
});

it("goes with an account, and with a draft", async () => {
  await sql`delete from auth.users where id = ${cast.editor.sub ?? ""}`;
  expect(await roleOf(sql, draftId, cast.editor)).toBeUndefined();
  await as(sql, cast.owner, (db) => db`select public.delete_draft(${draftId})`);
  expect(await roleOf(sql, draftId, cast.viewer)).toBeUndefined();
});
