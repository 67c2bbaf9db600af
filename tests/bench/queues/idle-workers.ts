import { EventEmitter, once } from "node:events";
import { run } from "graphile-worker";
import type postgres from "postgres";
import { makeGraphile, silent } from "./graphile.ts";
import { claim, enqueue } from "./own.ts";
import { makePgBoss, queueName } from "./pg-boss.ts";

/** An idle worker of one queue, in this process, woken by a notification of Postgres. */
export interface IdleWorker {
  /** Puts in one job. */
  enqueue(): Promise<unknown>;
  stop(): Promise<unknown>;
}

/** Emits "start" when the code of a job runs. */
export type Starts = EventEmitter;

/** A worker that claims and ends one job whenever it hears something on this channel. */
async function listener(
  sql: postgres.Sql,
  channel: string,
  claimOne: () => Promise<{ id: string; attempt: number } | undefined>,
  complete: (id: string, attempt: number) => Promise<unknown>,
  starts: Starts,
): Promise<() => Promise<void>> {
  let turn = Promise.resolve();
  const work = async () => {
    for (let job = await claimOne(); job; job = await claimOne()) {
      starts.emit("start");
      await complete(job.id, job.attempt);
    }
  };
  const { unlisten } = await sql.listen(channel, () => {
    turn = turn.then(work);
  });
  return async () => {
    await unlisten();
    await turn;
  };
}

/** Ours, woken by the notification that announces its wake-up call in pg_net's queue. */
export async function ours(sql: postgres.Sql, users: string[], starts: Starts): Promise<IdleWorker> {
  const stop = await listener(
    sql,
    "pg_net",
    async () => (await claim(sql, "worker-bench", 1))[0],
    (id, attempt) => sql`select public.complete_job(${id}, ${attempt}, '{}')`,
    starts,
  );
  return { enqueue: () => enqueue(sql, users, 1), stop };
}

/** Plain SKIP LOCKED functions and a notification of their own. */
export async function floor(sql: postgres.Sql, users: string[], starts: Starts): Promise<IdleWorker> {
  const stop = await listener(
    sql,
    "floor",
    async () => {
      const [row] = await sql<{ jobs: { id: string; attempt: number }[] }[]>`
        select floor.claim('worker-bench', 1) as jobs`;
      return row?.jobs[0];
    },
    (id, attempt) => sql`select floor.complete(${id}, ${attempt})`,
    starts,
  );
  const put = async () =>
    await sql`
    with job as (insert into floor.jobs (user_id, type) values (${users[0] ?? ""}, 'notify') returning 1)
    select pg_notify('floor', '') from job`;
  return { enqueue: put, stop };
}

/** graphile-worker, listening. */
export async function graphile(sql: postgres.Sql, url: string, starts: Starts): Promise<IdleWorker> {
  await makeGraphile(url);
  const events = new EventEmitter();
  const listening = once(events, "pool:listen:success");
  const runner = await run({
    preset: { worker: { connectionString: url, concurrentJobs: 1, maxPoolSize: 3, logger: silent, events } },
    noHandleSignals: true,
    parsedCronItems: [],
    taskList: { nothing: () => void starts.emit("start") },
  });
  await listening;
  const put = async () => await sql`select graphile_worker.add_job('nothing', '{}')`;
  return { enqueue: put, stop: () => runner.stop() };
}

/** pg-boss, with its notifications on. */
export async function pgBoss(url: string, starts: Starts): Promise<IdleWorker> {
  const boss = await makePgBoss(url, { notify: true });
  await boss.work(queueName, () => {
    starts.emit("start");
    return Promise.resolve();
  });
  return { enqueue: () => boss.send(queueName, {}), stop: () => boss.stop() };
}
