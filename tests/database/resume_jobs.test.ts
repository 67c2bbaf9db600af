import { beforeAll, beforeEach, expect, it } from "vitest";
import { openQueue, type Person, type Queue } from "../fixtures/queue.ts";
import { as } from "../setup/database.ts";

let queue: Queue;
let sql: Queue["sql"];
let person: Person;
let admin: Person;

beforeAll(async () => {
  queue = await openQueue();
  sql = queue.sql;
  [person, admin] = [await queue.newPerson(), await queue.newAdmin()];
});
beforeEach(() => queue.clear());

const pause = async (type: string | null = null) =>
  (await as(sql, admin, (db) => db`select public.pause_jobs(${type}::public.job_type) as id`))[0]
    ?.id as string;
const resume = (id: string, who = admin) => as(sql, who, (db) => db`select public.resume_jobs(${id})`);

it("lets go on what was paused, and keeps the pause as the trail of who did what", async () => {
  const [id] = await queue.enqueue(person, {});
  const pauseId = await pause();
  expect(await queue.claim()).toEqual([]);
  await resume(pauseId);
  expect((await queue.take()).id).toBe(id);
  expect((await sql`select * from public.job_pauses where id = ${pauseId}`)[0]).toMatchObject({
    paused_by: admin.sub,
    resumed_by: admin.sub,
    resumed_at: expect.any(Date),
  });
});

it("leaves other pauses as they are", async () => {
  await queue.enqueue(person, { type: "notify" }, { type: "translate" });
  const [one] = [await pause("notify"), await pause("translate")];
  await resume(one);
  expect((await queue.claim()).map(({ type }) => type)).toEqual(["notify"]);
});

it("gives what waited an hour to start in, so that a long pause lets nothing expire", async () => {
  const [late, fresh, foreign] = [
    ...(await queue.enqueue(person, { expires_at: queue.at(-60) }, { expires_at: queue.at(86_400) })),
    ...(await queue.enqueue(person, { type: "translate", expires_at: queue.at(-60) })),
  ];
  const pauseId = await pause("notify");
  await resume(pauseId);
  await queue.reap(1800);
  const statuses = await Promise.all([late, fresh, foreign].map(async (id) => (await queue.job(id)).status));
  expect(statuses).toEqual(["pending", "pending", "failed"]);
  expect((await queue.job(fresh)).expires_at).toEqual(queue.at(86_400));
});

it("gives what had started before its whole hour anew, so that the first wait is not its end", async () => {
  const [id] = await queue.enqueue(person, { run_at: queue.at(-7200) });
  const ticket = (await queue.claim({ at: -7200 })).find((job) => job.id === id);
  await sql`select public.defer_job(${ticket?.id ?? ""}, ${ticket?.attempt ?? 0}, 5, 'being_made', '', ${queue.at(-7200)})`;
  await resume(await pause());
  const again = (await queue.claim({ at: 0 })).find((job) => job.id === id);
  await sql`select public.defer_job(${id ?? ""}, ${again?.attempt ?? 0}, 5, 'being_made', '', ${queue.at(1)})`;
  expect(await queue.job(id)).toMatchObject({ status: "pending" });
});

it("cannot be done twice, nor of a pause that never was", async () => {
  const id = await pause();
  await resume(id);
  for (const gone of [id, crypto.randomUUID()])
    await expect(resume(gone)).rejects.toMatchObject({ message: "not_found", code: "PT404" });
});

it("is refused of everybody but an admin", async () => {
  const id = await pause();
  await expect(resume(id, person)).rejects.toMatchObject({ message: "forbidden", code: "PT403" });
});

it("lets the same be paused again", async () => {
  const first = await pause();
  await resume(first);
  expect(await pause()).not.toBe(first);
});
