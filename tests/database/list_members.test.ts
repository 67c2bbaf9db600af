import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { invite, previewLink, type SharedCast, sharedDraft } from "../fixtures/members.ts";
import { freshDatabase } from "../setup/database.ts";

interface People {
  total: number;
  items: { user_id: string; name: string; email: string | null; role: string }[];
  invitations: Record<string, unknown>[];
  preview: { count: number; expires_at: string | null } | null;
}

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: SharedCast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  ({ cast, draftId } = await sharedDraft(sql));
  await invite(sql, cast.owner, draftId, "viewer", "ada@studio.test");
});

const list = (person: keyof SharedCast) =>
  ask<People>(sql, cast[person], (db) => db`select public.list_members(${draftId}) as answer`);

it("names the owner first, then the members as they came, to all of them and to staff", async () => {
  for (const person of ["owner", "editor", "viewer", "support", "admin"] as const) {
    const { items, total } = await list(person);
    expect(total).toBe(3);
    expect(items.map(({ role, name }) => [role, name])).toEqual([
      ["owner", "owner"],
      ["editor", "editor"],
      ["viewer", "viewer"],
    ]);
  }
});

it("tells addresses and open invitations to the owner and staff, and to members only their own address", async () => {
  for (const person of ["owner", "support", "admin"] as const) {
    const { items, invitations, preview } = await list(person);
    expect(items.every(({ email }) => email?.endsWith("@studio.test"))).toBe(true);
    expect(invitations).toMatchObject([{ email: "ada@studio.test", role: "viewer" }]);
    expect(JSON.stringify(invitations)).not.toContain("token");
    expect(preview).toMatchObject({ count: 0 });
  }
  for (const person of ["editor", "viewer"] as const) {
    const { items, invitations, preview } = await list(person);
    expect(items.filter(({ email }) => email).map(({ role }) => role)).toEqual([person]);
    expect([invitations, preview]).toEqual([[], null]);
  }
});

it("counts the secret links that are open", async () => {
  await previewLink(sql, cast.owner, draftId);
  const { expires_at } = await previewLink(sql, cast.owner, draftId);
  await sql`update private.preview_links set expires_at = now() where id = (select id from private.preview_links order by expires_at limit 1)`;
  expect((await list("owner")).preview).toEqual({ count: 1, expires_at });
});

it("knows nothing for strangers", async () => {
  await expect(list("stranger")).rejects.toMatchObject({ message: "not_found", code: "PT404" });
  await expect(list("anonymous")).rejects.toMatchObject(notGranted);
});
