import { expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { previewLink, sharedDraft } from "../fixtures/members.ts";
import { freshDatabase } from "../setup/database.ts";

it("says whether a secret link is open, to anybody, without counting it", async () => {
  const sql = await freshDatabase();
  const { cast, draftId } = await sharedDraft(sql);
  const { token } = await previewLink(sql, cast.owner, draftId);
  const has = (secret: string | null) =>
    ask<boolean>(sql, cast.anonymous, (db) => db`select public.has_preview(${secret}) as answer`);
  expect(await has(token)).toBe(true);
  for (const wrong of ["", "0".repeat(64), null]) expect(await has(wrong)).toBe(false);
  expect([...(await sql`select hour_count from private.preview_links`)]).toEqual([{ hour_count: 0 }]);
  await sql`update public.universes set hidden_at = now()`;
  expect(await has(token)).toBe(false);
  await sql`update public.universes set hidden_at = null`;
  await sql`update private.preview_links set expires_at = now()`;
  expect(await has(token)).toBe(false);
});
