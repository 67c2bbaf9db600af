import type postgres from "postgres";
import { expect } from "vitest";
import type { JobModel } from "./model.ts";
import { type Scene, wrap } from "./scene.ts";
import type { Step } from "./steps.ts";

type Of<Name extends Step["do"]> = Extract<Step, { do: Name }>;

async function put(scene: Scene, jobs: object[]): Promise<void> {
  await scene.sql`select public.enqueue_jobs(${scene.sql.json(jobs as unknown as postgres.JSONValue)}, ${scene.time()})`;
}

/** A request with its pieces, charged as `request_generation` does. */
export async function request(scene: Scene, { who, pieces }: Of<"request">): Promise<void> {
  const person = wrap(scene.ground.people, who);
  const draft = person && scene.nextDraftOf(person);
  if (!draft) return;
  const id = crypto.randomUUID();
  const credits = pieces.reduce((sum, piece) => sum + piece.credits, 0);
  const row = { user_id: person.sub, draft_id: draft };
  const ids = pieces.map(() => crypto.randomUUID());
  await scene.sql`select private.take_request(${person.sub}, false, ${credits}, ${scene.time()})`;
  await put(scene, [{ ...row, id, type: "generate_universe", credits, planned_weight: pieces.length }]);
  await scene.sql`select private.charge(j, ${credits}, ${scene.time()}) from public.jobs j where id = ${id}`;
  await put(
    scene,
    pieces.map(({ delay, waitsFor, ...piece }, place) => ({
      ...row,
      ...piece,
      id: ids[place],
      parent_id: id,
      run_at: new Date(scene.now + delay * 1000),
      depends_on: [...new Set(waitsFor.filter((other) => other < place))].map((other) => ids[other]),
    })),
  );
}

/** A job without a request: a picture that is charged, or a notice that may wait for others. */
export async function enqueue(scene: Scene, { who, type, job, waitsFor }: Of<"enqueue">): Promise<void> {
  const person = wrap(scene.ground.people, who);
  if (!person) return;
  const { delay, ...columns } = job;
  const row = { ...columns, user_id: person.sub, type, run_at: new Date(scene.now + delay * 1000) };
  if (type === "notify") {
    const others = scene.world.jobs.filter((other) => other.type === "notify");
    const awaited = new Set(waitsFor.map((at) => wrap(others, at)?.id).filter((id) => id !== undefined));
    await put(scene, [{ ...row, depends_on: [...awaited] }]);
    return;
  }
  const draft = scene.nextDraftOf(person);
  if (!draft) return;
  const id = crypto.randomUUID();
  await scene.sql`select private.take_request(${person.sub}, false, 1, ${scene.time()})`;
  await put(scene, [{ ...row, id, draft_id: draft }]);
  await scene.sql`select private.charge(j, 1, ${scene.time()}) from public.jobs j where id = ${id}`;
}

/** Stops, retries or moves a job of its owner's; the functions for people have no clock, but what stands behind them has. */
export async function control(
  scene: Scene,
  step: Of<"cancel" | "retry" | "reprioritise">,
  model: JobModel,
): Promise<void> {
  const ended = scene.world.jobs.filter(({ status }) => status === "failed" || status === "cancelled");
  // Half of the retries are of what may be tried again.
  const isLikely = step.do === "retry" && step.job % 2 === 0 && ended.length > 0;
  const job = wrap(isLikely ? ended : scene.world.jobs, step.job >> 1);
  if (!job) return;
  const isOver = ["completed", "failed", "cancelled"].includes(job.status);
  const attempt = scene.sql.begin(async (db) => {
    await db`select set_config('request.jwt.claim.sub', ${job.user_id}, true)`;
    if (step.do === "cancel") await db`select public.cancel_job(${job.id})`;
    else if (step.do === "retry")
      await db`select private.retry(private.own_job(${job.id}), false, ${scene.time()})`;
    else await db`select private.reprioritise(private.own_job(${job.id}), ${step.priority})`;
  });
  if (step.do === "retry" ? model.retry(job.id).length === 0 : isOver) {
    const message = step.do === "retry" ? "nothing_to_do" : "job_finished";
    await expect(attempt, step.do).rejects.toMatchObject({ message, code: "PT409" });
    return;
  }
  await attempt;
  scene.count(step.do);
  if (step.do === "cancel") model.cancel(job.id);
  else if (step.do === "reprioritise") model.reprioritise(job.id, step.priority);
}

async function asAdmin(
  scene: Scene,
  statement: (db: postgres.TransactionSql) => Promise<unknown>,
): Promise<void> {
  await scene.sql.begin(async (db) => {
    await db`select set_config('request.jwt.claim.sub', ${scene.ground.admin.sub}, true)`;
    await statement(db);
  });
}

export async function pause(scene: Scene, { type, who }: Of<"pause">): Promise<void> {
  const user = who === null || type !== null ? null : (wrap(scene.ground.people, who)?.sub ?? null);
  await asAdmin(scene, (db) => db`select public.pause_jobs(${type}::public.job_type, ${user})`);
}

export async function resume(scene: Scene, { pause }: Of<"resume">): Promise<void> {
  const active = wrap(scene.world.pauses, pause);
  if (active) await asAdmin(scene, (db) => db`select public.resume_jobs(${active.id})`);
}
