import { beforeAll, describe, expect, it } from "vitest";
import { finishedDraft, generate, newDraft, publish } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  await newDraft(sql, cast.owner);
});

describe("an account", () => {
  it("that is gone can do nothing with the token that it left", async () => {
    const { owner } = await newCast(sql);
    await generate(sql, owner, await newDraft(sql, owner));
    await sql`delete from auth.users where id = ${owner.sub ?? ""}`;
    await expect(newDraft(sql, owner)).rejects.toMatchObject({ message: "not_signed_in", code: "PT401" });
    const left = await sql`select from public.jobs where user_id = ${owner.sub ?? ""}`;
    expect(left).toHaveLength(0);
  });
});

describe("a role", () => {
  it("counts at once when it is taken away", async () => {
    const people = await newCast(sql);
    const count = async () =>
      (await as(sql, people.support, (db) => db`select id from public.drafts`)).length;
    expect(await count()).toBeGreaterThan(0);
    await sql`update public.user_roles set role = 'educator' where user_id = ${people.support.sub ?? ""}`;
    expect(await count()).toBe(0);
  });

  it("cannot be given by oneself", async () => {
    await expect(
      as(sql, cast.owner, (db) => db`update public.user_roles set role = 'admin'`),
    ).rejects.toMatchObject({ code: "42501" });
  });
});

it("nobody learns who owns a published universe, or the words that its pictures were made from", async () => {
  await publish(sql, cast.owner, await finishedDraft(sql, cast.owner));
  for (const person of ["anonymous", "stranger"] as const)
    for (const secret of ["owner_id from public.universes", "image_prompt from public.release_assets"])
      await expect(as(sql, cast[person], (db) => db.unsafe(`select ${secret}`))).rejects.toMatchObject({
        code: "42501",
      });
  const cards = await as(sql, cast.anonymous, (db) => db`select release_id from public.release_assets`);
  expect(cards.length).toBe(3);
});
