import { beforeAll, expect, it } from "vitest";
import { generate, newDraft } from "../fixtures/engine.ts";
import { addMember, fates, newPerson, roleOf, type SharedCast, sharedDraft } from "../fixtures/members.ts";
import { as, freshDatabase } from "../setup/database.ts";

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
    ["editor", "viewer", "stranger", "support", "admin", "anonymous", "owner"],
    (db) => db`select public.set_member_role(${draftId}, ${cast.viewer.sub ?? ""}, 'viewer')`,
  );
  expect(fate).toEqual({
    editor: "forbidden",
    viewer: "forbidden",
    stranger: "not_found",
    support: "not_found",
    admin: "not_found",
    anonymous: "denied",
    owner: "ok",
  });
});

it("counts at once", async () => {
  const set = (person: { sub?: string | undefined }, role: string, draft = draftId) =>
    as(
      sql,
      cast.owner,
      (db) => db`select public.set_member_role(${draft}, ${person.sub ?? ""}, ${role}::public.draft_role)`,
    );
  const make = () => generate(sql, cast.viewer, unmade);
  const unmade = await newDraft(sql, cast.owner);
  await addMember(sql, unmade, cast.viewer, "viewer");
  await expect(make()).rejects.toMatchObject({ message: "forbidden", code: "PT403" });
  await set(cast.viewer, "editor", unmade);
  expect(await roleOf(sql, unmade, cast.viewer)).toBe("editor");
  expect(await make()).toMatch(/^[0-9a-f-]{36}$/);
  await set(cast.viewer, "viewer", unmade);
  await expect(make()).rejects.toMatchObject({ message: "forbidden" });
  await expect(set(await newPerson(sql, "ada"), "editor")).rejects.toMatchObject({ message: "not_found" });
  await expect(set(cast.owner, "viewer")).rejects.toMatchObject({ message: "not_found" });
});
