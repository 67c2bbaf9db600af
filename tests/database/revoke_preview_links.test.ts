import { beforeAll, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { fates, previewLink, type SharedCast, sharedDraft } from "../fixtures/members.ts";
import { freshDatabase } from "../setup/database.ts";

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: SharedCast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  ({ cast, draftId } = await sharedDraft(sql));
});

it("lets the owner end all secret links of this draft at once, and nobody else", async () => {
  const other = await sharedDraft(sql);
  const [one, two, kept] = [
    await previewLink(sql, cast.owner, draftId),
    await previewLink(sql, cast.owner, draftId),
    await previewLink(sql, other.cast.owner, other.draftId),
  ];
  const has = (token: string) =>
    ask<boolean>(sql, cast.anonymous, (db) => db`select public.has_preview(${token}) as answer`);
  const fate = await fates(
    sql,
    cast,
    ["editor", "viewer", "stranger", "support", "admin", "anonymous"],
    (db) => db`select public.revoke_preview_links(${draftId})`,
  );
  expect(Object.values(fate)).toEqual([
    "forbidden",
    "forbidden",
    "not_found",
    "not_found",
    "not_found",
    "denied",
  ]);
  expect([await has(one.token), await has(two.token)]).toEqual([true, true]);
  await fates(sql, cast, ["owner"], (db) => db`select public.revoke_preview_links(${draftId})`);
  expect([await has(one.token), await has(two.token), await has(kept.token)]).toEqual([false, false, true]);
});
