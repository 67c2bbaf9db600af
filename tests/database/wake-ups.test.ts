import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { generate, newDraft } from "../fixtures/engine.ts";
import { openQueue, type Person, type Queue } from "../fixtures/queue.ts";
import { as } from "../setup/database.ts";

let queue: Queue;
let sql: Queue["sql"];
let person: Person;

beforeAll(async () => {
  queue = await openQueue();
  sql = queue.sql;
  await sql`select vault.create_secret('http://studio.test', 'project_url'), vault.create_secret('key', 'worker_key')`;
});
beforeEach(async () => {
  await queue.clear();
  person = await queue.newPerson();
});

/** Which functions this work calls, in order. */
async function wokenBy(work: () => Promise<unknown>): Promise<string[]> {
  await sql`delete from net.http_request_queue`;
  await work();
  const calls = await sql`select url, headers from net.http_request_queue order by id`;
  for (const { headers } of calls) expect(headers).toMatchObject({ apikey: "key" });
  return calls.map(({ url }) => url.replace("http://studio.test/functions/v1/", ""));
}
const worker = ["generation-worker"];
/** Due by the clock of the database too, which decides about wake-ups. */
const due = () => ({ run_at: queue.at(-60) });

describe("the worker is called", () => {
  it("once for any number of jobs of one call", async () => {
    expect(await wokenBy(() => queue.enqueue(person, due(), due(), due()))).toEqual(worker);
  });

  it("once by a request with its concepts and pictures", async () => {
    const draftId = await newDraft(sql, person);
    expect(await wokenBy(() => generate(sql, person, draftId))).toEqual(worker);
  });

  it("when the provider's work ends, since a slot is free", async () => {
    await queue.enqueue(person, { ...due(), type: "generate_image" });
    const ticket = await queue.take();
    const [gate] = await sql`
      select public.record_prediction(${ticket.id}, 1, '{}', 'h', ${queue.at(0)}) ->> 'prediction_id' as id`;
    await sql`select public.save_prediction(${gate?.id}, 1, 'external', ${queue.at(0)})`;
    await queue.enqueue(person, due());
    expect(await wokenBy(() => queue.complete(ticket))).toEqual(worker);
  });

  it("when a retry puts a job back, and when a pause ends", async () => {
    const [id] = await queue.enqueue(person, due());
    await queue.fail(await queue.take());
    expect(await wokenBy(() => queue.call(person, "retry_job", id))).toEqual(worker);
    const admin = await queue.newAdmin();
    const [pause] = await as(sql, admin, (db) => db`select public.pause_jobs() as id`);
    expect(
      await wokenBy(() => as(sql, admin, (db) => db`select public.resume_jobs(${String(pause?.id)})`)),
    ).toEqual(worker);
  });
});

describe("nobody is called", () => {
  it("by a job that is due later", async () => {
    expect(await wokenBy(() => queue.enqueue(person, { run_at: queue.at(600) }))).toEqual([]);
  });

  it("by a claim, a heartbeat or a report of progress", async () => {
    await queue.enqueue(person, due(), due());
    const woken = await wokenBy(async () => {
      const { id } = await queue.take();
      await sql`select public.heartbeat_job(${id}, 1)`;
      await sql`select public.update_job_progress(${id}, 1, 50)`;
    });
    expect(woken).toEqual([]);
  });

  it("by the reaper, whose scheduler calls the worker itself", async () => {
    await queue.enqueue(person, { run_at: queue.at(-200) });
    await queue.take({ at: -100 });
    expect(
      await wokenBy(async () => {
        expect(await queue.reap(-30)).toBe(1);
      }),
    ).toEqual([]);
  });

  it("by a worker that completes, fails or defers its own job: it asks for more by itself", async () => {
    await queue.enqueue(person, due(), due(), due(), due());
    const [one, two, three] = await queue.claim();
    const woken = await wokenBy(async () => {
      if (one) await queue.complete(one);
      if (two) await queue.fail(two, { isRetryable: true });
      await sql`select public.defer_job(${three?.id ?? ""}, 1, 0, 'x', 'y', ${queue.at(0)})`;
    });
    expect(woken).toEqual([]);
  });
});

describe("the scheduler is called", () => {
  it("by a cancellation, which also frees a slot for what waits", async () => {
    const [id] = await queue.enqueue(person, due(), due());
    expect(new Set(await wokenBy(() => queue.call(person, "cancel_job", id)))).toEqual(
      new Set(["generation-worker", "job-scheduler"]),
    );
  });

  it("once by any number of cancellations in one transaction, and so is the worker", async () => {
    await queue.enqueue(person, due(), due(), due(), due());
    const admin = await queue.newAdmin();
    const stay = await queue.newPerson();
    await queue.enqueue(stay, due());
    const woken = await wokenBy(() =>
      as(
        sql,
        admin,
        (db) =>
          db`select public.change_jobs('cancel', ${sql.json({ user_id: person.sub })}, p_is_dry_run => false)`,
      ),
    );
    expect(woken.sort()).toEqual(["generation-worker", "job-scheduler"]);
  });

  it("by each tick, and by a suspension", async () => {
    expect(await wokenBy(() => sql`select private.tick()`)).toEqual(["job-scheduler"]);
    const woken = await wokenBy(
      () => sql`update auth.users set banned_until = now() + interval '1 day' where id = ${person.sub}`,
    );
    expect(woken).toEqual(["job-scheduler"]);
  });
});

it("where nobody can be called, jobs are made all the same", async () => {
  await sql`delete from vault.secrets`;
  expect(await wokenBy(() => queue.enqueue(person, due()))).toEqual([]);
  expect(await queue.claim()).toHaveLength(1);
});
