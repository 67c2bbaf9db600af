import { createHash } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { fates, invite, newPerson, type SharedCast, sharedDraft } from "../fixtures/members.ts";
import { freshDatabase } from "../setup/database.ts";

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: SharedCast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  ({ cast, draftId } = await sharedDraft(sql));
});
beforeEach(async () => {
  await sql`delete from public.jobs where type = 'notify'`;
  await sql`delete from public.draft_invitations`;
});

const read = (id: string) =>
  ask<Record<string, unknown> | null>(
    sql,
    cast.worker,
    (db) => db`select public.get_invitation_letter(${id}) as answer`,
  );
const letters = async () => [
  ...(await sql`select user_id, draft_id, status, payload from public.jobs where type = 'notify'`),
];

it("is for the worker alone", async () => {
  const { id } = await invite(sql, cast.owner, draftId, "viewer", "ada@studio.test");
  const everybody = ["owner", "editor", "viewer", "stranger", "support", "admin", "anonymous"] as const;
  const fate = await fates(sql, cast, everybody, (db) => db`select public.get_invitation_letter(${id})`);
  expect(new Set(Object.values(fate))).toEqual(new Set(["denied"]));
  expect(await read(id)).not.toBeNull();
});

describe("what the letter says", () => {
  it("is in the language of whom it goes to, with the universe's name in it", async () => {
    const ada = await newPerson(sql, "ada");
    await sql`update public.profiles set language = 'it' where id = ${ada.sub ?? ""}`;
    await sql`insert into public.draft_translations (draft_id, language, name) values (${draftId}, 'it', 'Il mare')
      on conflict (draft_id, language) do update set name = excluded.name`;
    const { id } = await invite(sql, cast.owner, draftId, "editor", ada.email);
    expect(await read(id)).toMatchObject({
      to: ada.email,
      role: "editor",
      language: "it",
      universe: "Il mare",
    });
  });

  it("is in the owner's language for whom nobody knows", async () => {
    await sql`update public.profiles set language = 'es' where id = ${cast.owner.sub ?? ""}`;
    const { id } = await invite(sql, cast.owner, draftId, "viewer", "nobody@studio.test");
    expect(await read(id)).toMatchObject({ to: "nobody@studio.test", language: "es" });
  });

  it("is nothing for a link, and nothing once the invitation is over", async () => {
    expect(await read((await invite(sql, cast.owner, draftId)).id)).toBeNull();
    const { id } = await invite(sql, cast.owner, draftId, "viewer", "ada@studio.test");
    await sql`update public.draft_invitations set expires_at = now()`;
    expect(await read(id)).toBeNull();
    expect(await read(crypto.randomUUID())).toBeNull();
  });
});

describe("an invitation by address", () => {
  it("has a letter written, which is no work on the universe, and a link has none", async () => {
    await invite(sql, cast.owner, draftId);
    expect(await letters()).toEqual([]);
    const { id } = await invite(sql, cast.owner, draftId, "viewer", "ada@studio.test");
    expect(await letters()).toEqual([
      {
        user_id: cast.owner.sub,
        draft_id: null,
        status: "pending",
        payload: {
          event: "invited",
          invitation_id: id,
          address: createHash("sha256").update("ada@studio.test").digest("hex"),
        },
      },
    ]);
  });

  it("is refused after three letters to one address within a day, whatever became of them", async () => {
    for (let sent = 0; sent < 3; sent += 1) {
      await invite(sql, cast.owner, draftId, "viewer", "ada@studio.test");
      await sql`delete from public.draft_invitations`;
    }
    await expect(invite(sql, cast.owner, draftId, "viewer", " ADA@studio.test")).rejects.toMatchObject({
      message: "rate_limited",
    });
    await invite(sql, cast.owner, draftId, "viewer", "ben@studio.test");
  });

  it("is refused when one has written to as many people within the hour as one may", async () => {
    await sql`update private.settings set letters_per_hour = 2`;
    for (const name of ["a", "b"]) await invite(sql, cast.owner, draftId, "viewer", `${name}@studio.test`);
    await expect(invite(sql, cast.owner, draftId, "viewer", "c@studio.test")).rejects.toMatchObject({
      code: "PT429",
      message: "rate_limited",
    });
    await invite(sql, cast.owner, draftId, "viewer");
    await sql`update public.jobs set created_at = created_at - interval '1 hour' where type = 'notify'`;
    await invite(sql, cast.owner, draftId, "viewer", "c@studio.test");
    await sql`update private.settings set letters_per_hour = 30`;
  });
});
