import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Claims } from "../../supabase/local/keyring.ts";
import { ask } from "../fixtures/ask.ts";
import { accept, addMember, invite, newPerson } from "../fixtures/members.ts";
import { newDraftOf } from "../fixtures/pieces.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;
let ben: Claims & { email: string };

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});
beforeEach(async () => {
  draftId = await newDraftOf(sql, cast.owner, ["image"]);
  ben = await newPerson(sql, "Ben");
  await sql`delete from realtime.messages`;
});

const told = async (topic: string) =>
  (
    await sql`select payload ->> 'table' as table, payload ->> 'operation' as operation, payload -> 'record' as record
      from realtime.messages where topic = ${topic} order by inserted_at`
  ).map(({ table, operation, record }) => ({ table, operation, record }));
const invitations = async () =>
  (await told(`user:${ben.sub}`)).filter(({ table }) => table === "draft_invitations");

describe("an invitation to an address", () => {
  it("is news to the account of this address: made, made again, taken back", async () => {
    const { id } = await invite(sql, cast.owner, draftId, "viewer", ben.email.toUpperCase());
    await invite(sql, cast.owner, draftId, "editor", ben.email);
    await ask(sql, cast.owner, (db) => db`select public.revoke_invitation(${draftId}, ${id}) as answer`);
    expect(await invitations()).toEqual([
      // What it says depends on who reads it, so it is read.
      { table: "draft_invitations", operation: "INSERT", record: { id } },
      { table: "draft_invitations", operation: "UPDATE", record: { id } },
      { table: "draft_invitations", operation: "DELETE", record: { id } },
    ]);
  });

  it("is over in all their tabs once it is accepted, or the draft is deleted", async () => {
    const { token } = await invite(sql, cast.owner, draftId, "viewer", ben.email);
    await accept(sql, ben, token);
    expect((await invitations()).map(({ operation }) => operation)).toEqual(["INSERT", "DELETE"]);
    await sql`delete from realtime.messages`;
    const other = await newDraftOf(sql, cast.owner, ["image"]);
    await invite(sql, cast.owner, other, "viewer", ben.email);
    await ask(sql, cast.owner, (db) => db`select public.delete_draft(${other}) as answer`);
    expect((await invitations()).map(({ operation }) => operation)).toEqual(["INSERT", "DELETE"]);
  });

  it("is no news to anybody whose address is not confirmed, nor is a link for whoever has it", async () => {
    await sql`update auth.users set email_confirmed_at = null where id = ${ben.sub ?? ""}`;
    await invite(sql, cast.owner, draftId, "viewer", ben.email);
    await invite(sql, cast.owner, draftId);
    const all =
      await sql`select topic from realtime.messages where payload ->> 'table' = 'draft_invitations'`;
    expect([...all]).toEqual([]);
  });
});

describe("a draft that is deleted", () => {
  it("is told to whoever shows it, and to the lists of its people", async () => {
    await addMember(sql, draftId, ben, "viewer");
    await sql`delete from realtime.messages`;
    await ask(sql, cast.owner, (db) => db`select public.delete_draft(${draftId}) as answer`);
    const gone = { table: "drafts", operation: "DELETE", record: { id: draftId } };
    expect((await told(`draft:${draftId}`)).filter(({ table }) => table === "drafts")).toEqual([gone]);
    expect(await told(`user:${ben.sub}`)).toEqual([gone]);
    expect(await told(`user:${cast.owner.sub}`)).toEqual([gone]);
  });
});
