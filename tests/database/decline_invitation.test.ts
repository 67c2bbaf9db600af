import { beforeAll, expect, it } from "vitest";
import { newDraft } from "../fixtures/engine.ts";
import { accept, invite, newPerson } from "../fixtures/members.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

it("ends an invitation to one's own address, and no other", async () => {
  const draftId = await newDraft(sql, cast.owner);
  const [ada, bo] = [await newPerson(sql, "ada"), await newPerson(sql, "bo")];
  const mine = await invite(sql, cast.owner, draftId, "viewer", ada.email);
  const open = await invite(sql, cast.owner, draftId);
  const decline = (person: typeof ada, id: string) =>
    as(sql, person, (db) => db`select public.decline_invitation(${id})`);
  await expect(decline(bo, mine.id)).rejects.toMatchObject({ message: "not_found", code: "PT404" });
  await expect(decline(ada, open.id)).rejects.toMatchObject({ message: "not_found" });
  await decline(ada, mine.id);
  await expect(decline(ada, mine.id)).rejects.toMatchObject({ message: "not_found" });
  await expect(accept(sql, ada, mine.token)).rejects.toMatchObject({ message: "not_found" });
  expect(await accept(sql, bo, open.token)).toBe(draftId);
  await expect(
    as(sql, cast.anonymous, (db) => db`select public.decline_invitation(${open.id})`),
  ).rejects.toMatchObject({ code: "42501" });
});
