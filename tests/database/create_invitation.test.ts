import { beforeAll, beforeEach, expect, it } from "vitest";
import { newDraft } from "../fixtures/engine.ts";
import { addMember, fates, invite, newPerson, type SharedCast, sharedDraft } from "../fixtures/members.ts";
import { freshDatabase } from "../setup/database.ts";

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: SharedCast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  ({ cast, draftId } = await sharedDraft(sql));
});
beforeEach(() => sql`delete from public.draft_invitations`);

const everybody = ["owner", "editor", "viewer", "stranger", "support", "admin", "anonymous"] as const;

it("is for the owner alone", async () => {
  const fate = await fates(
    sql,
    cast,
    everybody,
    (db) => db`select public.create_invitation(${draftId}, 'viewer')`,
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

it("tells the secret of a link once, and keeps only its hash, for 14 days", async () => {
  const { id, token, expires_at } = await invite(sql, cast.owner, draftId, "editor");
  expect(token).toMatch(/^[0-9a-f]{64}$/);
  const [row] = await sql`
    select role, email, expires_at, encode(token_hash, 'hex') as hash, expires_at - created_at as good_for,
      row_to_json(i)::text as all from public.draft_invitations i where id = ${id}`;
  expect(row).toMatchObject({ role: "editor", email: null, good_for: "14 days" });
  expect(new Date(expires_at)).toEqual(row?.expires_at);
  expect(row?.all).not.toContain(token);
  const { createHash } = await import("node:crypto");
  expect(row?.hash).toBe(createHash("sha256").update(token).digest("hex"));
});

it("makes links that differ", async () => {
  const [one, other] = [await invite(sql, cast.owner, draftId), await invite(sql, cast.owner, draftId)];
  expect(one.token).not.toBe(other.token);
});

it("knows one open invitation per address, whose link is the newest", async () => {
  const first = await invite(sql, cast.owner, draftId, "viewer", " Ada@Studio.TEST ");
  const second = await invite(sql, cast.owner, draftId, "editor", "ada@studio.test");
  expect(second.id).toBe(first.id);
  expect(second.token).not.toBe(first.token);
  expect([...(await sql`select email, role from public.draft_invitations`)]).toEqual([
    { email: "ada@studio.test", role: "editor" },
  ]);
});

it("does not invite who is here already, the owner neither", async () => {
  const here = await newPerson(sql, "ada");
  await addMember(sql, draftId, here, "viewer");
  const [owner] = await sql`select email from public.profiles where id = ${cast.owner.sub ?? ""}`;
  for (const email of [here.email, here.email.toUpperCase(), owner?.email])
    await expect(invite(sql, cast.owner, draftId, "editor", email)).rejects.toMatchObject({
      message: "already_member",
      code: "PT409",
    });
});

it.each(["", "ada", "ada@", "@studio.test", "a b@studio.test"])("takes %j for no address", async (email) => {
  if (email === "") expect(await invite(sql, cast.owner, draftId, "viewer", email)).toHaveProperty("token");
  else
    await expect(invite(sql, cast.owner, draftId, "viewer", email)).rejects.toMatchObject({
      message: "validation_failed",
    });
});

it("ends at 30 people and open invitations, and expired ones do not count", async () => {
  const full = await newDraft(sql, cast.owner);
  await addMember(sql, full, cast.editor, "editor");
  for (let n = 0; n < 29; n++) await invite(sql, cast.owner, full);
  await expect(invite(sql, cast.owner, full)).rejects.toMatchObject({
    message: "too_many_people",
    code: "PT409",
  });
  await sql`update public.draft_invitations set expires_at = now() where id = (
    select id from public.draft_invitations where draft_id = ${full} limit 1)`;
  await invite(sql, cast.owner, full);
});
