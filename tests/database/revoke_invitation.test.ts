import { beforeAll, expect, it } from "vitest";
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
  ({ cast, draftId } = await sharedDraft(sql));
});

it("is for the owner alone", async () => {
  const { id } = await invite(sql, cast.owner, draftId);
  const fate = await fates(
    sql,
    cast,
    ["editor", "viewer", "stranger", "support", "admin", "anonymous", "owner"],
    (db) => db`select public.revoke_invitation(${draftId}, ${id})`,
  );
  expect(fate).toEqual({
    editor: "forbidden",
    viewer: "forbidden",
    stranger: "not_found",
    support: "not_found",
    admin: "not_found",
    anonymous: "denied",
    owner: "ok",
  });
});

it("ends the link and leaves those who came by it", async () => {
  const { id, token } = await invite(sql, cast.owner, draftId, "editor");
  const [ada, bo] = [await newPerson(sql, "ada"), await newPerson(sql, "bo")];
  await accept(sql, ada, token);
  const revoke = () => as(sql, cast.owner, (db) => db`select public.revoke_invitation(${draftId}, ${id})`);
  await revoke();
  await expect(accept(sql, bo, token)).rejects.toMatchObject({ message: "not_found" });
  expect(await roleOf(sql, draftId, ada)).toBe("editor");
  await expect(revoke()).rejects.toMatchObject({ message: "not_found", code: "PT404" });
});

it("does not reach an invitation of another draft", async () => {
  const other = await sharedDraft(sql);
  const { id } = await invite(sql, other.cast.owner, other.draftId);
  await expect(
    as(sql, cast.owner, (db) => db`select public.revoke_invitation(${draftId}, ${id})`),
  ).rejects.toMatchObject({ message: "not_found" });
  expect(await sql`select from public.draft_invitations where id = ${id}`).toHaveLength(1);
});
