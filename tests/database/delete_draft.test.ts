import { beforeAll, beforeEach, expect, it } from "vitest";
import { claim, complete, finishedDraft, generate, newDraft } from "../fixtures/engine.ts";
import { openQueue, type Person, type Queue } from "../fixtures/queue.ts";
import { as } from "../setup/database.ts";

let queue: Queue;
let sql: Queue["sql"];
let person: Person;

beforeAll(async () => {
  queue = await openQueue();
  sql = queue.sql;
});
beforeEach(async () => {
  await queue.clear();
  person = await queue.newPerson();
});

const remove = (draftId: string, who = person) =>
  as(sql, who, (db) => db`select public.delete_draft(${draftId})`);

it("removes the draft with its universe, cards and pictures", async () => {
  const draftId = await finishedDraft(sql, person, 2);
  await remove(draftId);
  const [left] = await sql`
    select (select count(*)::int from public.drafts where owner_id = ${person.sub}) as drafts,
      (select count(*)::int from public.universes where owner_id = ${person.sub}) as universes,
      (select count(*)::int from public.draft_assets where draft_id = ${draftId}) as cards,
      (select count(*)::int from public.draft_asset_versions v join public.jobs j on j.id = v.job_id
        where j.user_id = ${person.sub}) as pictures`;
  expect(left).toEqual({ drafts: 0, universes: 0, cards: 0, pictures: 0 });
});

it("stops what is at work on it, and keeps the trail of its jobs", async () => {
  const draftId = await newDraft(sql, person, { count: 3 });
  const parentId = await generate(sql, person, draftId);
  for (const job of await claim(sql)) await complete(sql, job);
  const [running] = await claim(sql, { limit: 1 });
  await remove(draftId);
  const jobs = await sql`select status, draft_id, asset_id from public.jobs where parent_id = ${parentId}
    and type = 'generate_image'`;
  expect([...jobs]).toEqual(Array(3).fill({ status: "cancelled", draft_id: null, asset_id: null }));
  if (running) await expect(complete(sql, running)).rejects.toThrow("stale_attempt");
  expect((await queue.events(parentId)).at(-1)).toMatchObject({ to_status: "completed" });
  expect(await queue.claim({ at: 60 })).toEqual([]);
});

it("gives back the credits of what was not made", async () => {
  await sql`insert into public.user_quotas (user_id) values (${person.sub})`;
  const draftId = await newDraft(sql, person, { count: 3 });
  const parentId = await generate(sql, person, draftId);
  await remove(draftId);
  const entries =
    await sql`select kind, credits from public.credit_entries where job_id = ${parentId} order by id`;
  expect([...entries]).toEqual([
    { kind: "charge", credits: 3 },
    { kind: "refund", credits: 3 },
  ]);
});

it("leaves the drafts of others, and of the same person, alone", async () => {
  const [one, other] = [await newDraft(sql, person), await newDraft(sql, person)];
  await remove(one);
  expect(await sql`select id from public.drafts where owner_id = ${person.sub}`).toEqual([{ id: other }]);
  await expect(remove(other, await queue.newPerson())).rejects.toMatchObject({
    message: "not_found",
    code: "PT404",
  });
});
