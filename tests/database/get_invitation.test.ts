import { beforeAll, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { newDraft } from "../fixtures/engine.ts";
import { invite, newPerson } from "../fixtures/members.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: Cast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  draftId = await newDraft(sql, cast.owner, { theme: "ocean" });
});

const get = (token: string | null, person = cast.anonymous) =>
  ask<Record<string, unknown> | null>(
    sql,
    person,
    (db) => db`select public.get_invitation(${token}) as answer`,
  );

it("tells whoever has the link who invites to what, with an account or without", async () => {
  const { id, token, expires_at } = await invite(sql, cast.owner, draftId, "editor");
  for (const person of ["anonymous", "stranger", "owner"] as const)
    expect(await get(token, cast[person])).toEqual({
      id,
      draft_id: draftId,
      role: "editor",
      name: "The ocean",
      names: expect.objectContaining({ fr: expect.any(String), en: "The ocean" }),
      theme: "ocean",
      invited_by: "owner",
      expires_at,
      is_for_me: true,
    });
});

it("tells for whom it is without telling the address", async () => {
  const ada = await newPerson(sql, "ada");
  const { token } = await invite(sql, cast.owner, draftId, "viewer", ada.email);
  expect(await get(token, ada)).toMatchObject({ is_for_me: true });
  for (const person of ["anonymous", "stranger"] as const) {
    const seen = await get(token, cast[person]);
    expect(seen).toMatchObject({ is_for_me: false });
    expect(JSON.stringify(seen)).not.toContain(ada.email);
  }
});

it("is null when it is over, or never was", async () => {
  const { id, token } = await invite(sql, cast.owner, draftId);
  await sql`update public.draft_invitations set expires_at = now() where id = ${id}`;
  for (const wrong of [token, "", "0".repeat(64), null]) expect(await get(wrong)).toBeNull();
});
