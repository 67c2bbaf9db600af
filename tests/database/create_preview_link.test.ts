import { beforeAll, expect, it } from "vitest";
import { newDraft } from "../fixtures/engine.ts";
import { fates, previewLink, type SharedCast, sharedDraft } from "../fixtures/members.ts";
import { freshDatabase } from "../setup/database.ts";

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: SharedCast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  ({ cast, draftId } = await sharedDraft(sql));
});

it("is for the owner alone", async () => {
  const fate = await fates(
    sql,
    cast,
    ["owner", "editor", "viewer", "stranger", "support", "admin", "anonymous"],
    (db) => db`select public.create_preview_link(${draftId})`,
  );
  expect(fate).toEqual({
    owner: "ok",
    editor: "forbidden",
    viewer: "forbidden",
    stranger: "not_found",
    support: "not_found",
    admin: "not_found",
    anonymous: "denied",
  });
});

it("tells the secret once, and keeps only its hash, for a week", async () => {
  await sql`delete from private.preview_links`;
  const { token, expires_at } = await previewLink(sql, cast.owner, draftId);
  expect(token).toMatch(/^[0-9a-f]{64}$/);
  const [row] = await sql`select expires_at, expires_at - created_at as good_for, row_to_json(l)::text as all
    from private.preview_links l`;
  expect(row?.good_for).toBe("7 days");
  expect(row?.expires_at).toEqual(new Date(expires_at));
  expect(row?.all).not.toContain(token);
});

it("ends at 20 open links of a draft", async () => {
  const other = await newDraft(sql, cast.owner);
  for (let n = 0; n < 20; n++) await previewLink(sql, cast.owner, other);
  await expect(previewLink(sql, cast.owner, other)).rejects.toMatchObject({ message: "too_many_people" });
});
