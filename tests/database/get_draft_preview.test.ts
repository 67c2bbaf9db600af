import { expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { type SharedCast, sharedDraft } from "../fixtures/members.ts";
import { freshDatabase } from "../setup/database.ts";

it("shows a draft as children would see it to its people and staff, and is null for others", async () => {
  const sql = await freshDatabase();
  const { cast, draftId } = await sharedDraft(sql);
  const get = (person: keyof SharedCast) =>
    ask<{ assets: unknown[] } | null>(
      sql,
      cast[person],
      (db) => db`select public.get_draft_preview(${draftId}) as answer`,
    );
  for (const person of ["owner", "editor", "viewer", "support", "admin"] as const)
    expect((await get(person))?.assets).toHaveLength(3);
  expect(await get("stranger")).toBeNull();
  await expect(get("anonymous")).rejects.toMatchObject(notGranted);
});
