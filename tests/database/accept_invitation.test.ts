import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { newDraft } from "../fixtures/engine.ts";
import { accept, addMember, invite, newPerson, roleOf } from "../fixtures/members.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: Cast;
let draftId: string;
let ada: Awaited<ReturnType<typeof newPerson>>;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});
beforeEach(async () => {
  draftId = await newDraft(sql, cast.owner);
  ada = await newPerson(sql, "ada");
});

const over = { message: "not_found", code: "PT404" };
const acceptMine = (person: typeof ada, id: string) =>
  ask<string>(sql, person, (db) => db`select public.accept_invitation(null, ${id}) as answer`);

describe("a link without an address", () => {
  it("makes members of all who use it", async () => {
    const { token } = await invite(sql, cast.owner, draftId, "editor");
    const bo = await newPerson(sql, "bo");
    for (const person of [ada, bo, ada]) expect(await accept(sql, person, token)).toBe(draftId);
    expect(await roleOf(sql, draftId, ada)).toBe("editor");
    expect(await roleOf(sql, draftId, bo)).toBe("editor");
  });

  it("opens nothing by its id, which is no secret", async () => {
    const { id } = await invite(sql, cast.owner, draftId);
    await expect(acceptMine(ada, id)).rejects.toMatchObject(over);
  });

  it("lets a viewer become an editor, and never takes rights away", async () => {
    const [viewer, editor] = [
      await invite(sql, cast.owner, draftId, "viewer"),
      await invite(sql, cast.owner, draftId, "editor"),
    ];
    for (const { token } of [viewer, editor, viewer]) await accept(sql, ada, token);
    expect(await roleOf(sql, draftId, ada)).toBe("editor");
  });

  it("leaves the owner the owner", async () => {
    const { token } = await invite(sql, cast.owner, draftId);
    expect(await accept(sql, cast.owner, token)).toBe(draftId);
    expect(await roleOf(sql, draftId, cast.owner)).toBeUndefined();
  });

  it("is over when it is too old, and for no reason that it tells", async () => {
    const { id, token } = await invite(sql, cast.owner, draftId);
    await sql`update public.draft_invitations set expires_at = now() where id = ${id}`;
    await expect(accept(sql, ada, token)).rejects.toMatchObject(over);
    for (const wrong of ["", "x", "0".repeat(64)])
      await expect(accept(sql, ada, wrong)).rejects.toMatchObject(over);
  });

  it("ends at 30 members", async () => {
    const { token } = await invite(sql, cast.owner, draftId);
    for (let n = 0; n < 30; n++) await addMember(sql, draftId, await newPerson(sql, "many"), "viewer");
    await expect(accept(sql, ada, token)).rejects.toMatchObject({ message: "too_many_people" });
    expect(await roleOf(sql, draftId, ada)).toBeUndefined();
  });
});

describe("an invitation to an address", () => {
  it("is accepted by its id or its link, by that account, once", async () => {
    for (const how of ["id", "token"] as const) {
      const draft = await newDraft(sql, cast.owner);
      const { id, token } = await invite(sql, cast.owner, draft, "editor", ada.email.toUpperCase());
      expect(how === "id" ? await acceptMine(ada, id) : await accept(sql, ada, token)).toBe(draft);
      expect(await roleOf(sql, draft, ada)).toBe("editor");
      await expect(acceptMine(ada, id)).rejects.toMatchObject(over);
      await expect(accept(sql, ada, token)).rejects.toMatchObject(over);
    }
  });

  it("is of no use to another account, or to an address that nobody confirmed", async () => {
    const { id, token } = await invite(sql, cast.owner, draftId, "editor", ada.email);
    const bo = await newPerson(sql, "bo");
    await expect(acceptMine(bo, id)).rejects.toMatchObject(over);
    await expect(accept(sql, bo, token)).rejects.toMatchObject({ message: "forbidden", code: "PT403" });
    await sql`update auth.users set email_confirmed_at = null where id = ${ada.sub ?? ""}`;
    await expect(acceptMine(ada, id)).rejects.toMatchObject(over);
    await expect(accept(sql, ada, token)).rejects.toMatchObject({ message: "forbidden", code: "PT403" });
    expect(await roleOf(sql, draftId, ada)).toBeUndefined();
  });
});

it("is for people with an account", async () => {
  const { token } = await invite(sql, cast.owner, draftId);
  await expect(
    as(sql, cast.anonymous, (db) => db`select public.accept_invitation(${token})`),
  ).rejects.toMatchObject({ code: "42501" });
});

it("of two revocations and acceptances at once, one wins and the other is told", async () => {
  for (let round = 0; round < 5; round++) {
    const { id, token } = await invite(sql, cast.owner, draftId);
    const [came, revoked] = await Promise.allSettled([
      accept(sql, ada, token),
      as(sql, cast.owner, (db) => db`select public.revoke_invitation(${draftId}, ${id})`),
    ]);
    expect(revoked.status).toBe("fulfilled");
    expect((await roleOf(sql, draftId, ada)) === "viewer").toBe(came.status === "fulfilled");
    await sql`delete from public.draft_members`;
  }
});

it("tells the new member, the draft's page and nobody else", async () => {
  const { token } = await invite(sql, cast.owner, draftId);
  await sql`delete from realtime.messages`;
  await accept(sql, ada, token);
  const messages = await sql<
    { topic: string; payload: { table: string; record: Record<string, unknown> } }[]
  >`
    select topic, payload from realtime.messages order by topic`;
  expect(messages.map(({ topic, payload }) => [topic, payload.table])).toEqual([
    [`draft:${draftId}`, "draft_members"],
    [`user:${ada.sub}`, "drafts"],
  ]);
  expect(messages[1]?.payload.record).toMatchObject({ id: draftId, my_role: "viewer", shared_by: "owner" });
});
