import { expect } from "vitest";
import type { JobModel } from "./model.ts";
import { type Scene, type Ticket, wrap } from "./scene.ts";
import type { Step } from "./steps.ts";
import type { Job, World } from "./world.ts";

/** A claim takes only what may be claimed, something if there is anything, and each in its turn. */
export async function claim(
  scene: Scene,
  { worker, limit, types, version }: Extract<Step, { do: "claim" }>,
  model: JobModel,
) {
  const candidates = model.candidates(types, version);
  const [row] = await scene.sql<{ jobs: Ticket[] }[]>`
    select public.get_next_jobs(${`worker-${worker}`}, ${limit}, ${types}::public.job_type[], ${scene.time()}, ${version}) as jobs`;
  const claimed = (row?.jobs ?? []).map(({ id }) => model.get(id));
  scene.tickets.push(...(row?.jobs ?? []).map(({ id, attempt }) => ({ id, attempt })));
  for (const job of claimed) {
    expect(candidates, "only what may be claimed is").toContain(job);
    scene.count("claimed");
  }
  expect(claimed.length, "as many as were asked for, at most").toBeLessThanOrEqual(limit);
  expect(claimed.length > 0, "something is claimed where something can be").toBe(candidates.length > 0);
  expectTurns(scene, candidates, claimed);
  for (const job of claimed) Object.assign(job, { status: "processing", attempt: job.attempt + 1 });
  return undefined;
}

/** Who was served longest ago comes first, and priority decides within a person. */
function expectTurns(scene: Scene, candidates: Job[], claimed: Job[]): void {
  const served = (job: Job) => scene.world.lanes[job.user_id] ?? Number.NEGATIVE_INFINITY;
  const passedOver = candidates.filter((job) => !claimed.some(({ user_id }) => user_id === job.user_id));
  for (const waiting of passedOver) {
    const needsNoModel = candidates.every((job) => job.user_id !== waiting.user_id || job.model_id === null);
    if (needsNoModel)
      for (const job of claimed) expect(served(job), "rotation").toBeLessThanOrEqual(served(waiting));
  }
  for (const job of claimed)
    for (const other of candidates)
      if (other.user_id === job.user_id && other.model_id === job.model_id && !claimed.includes(other))
        expect(other.priority, "priority within a person").toBeLessThanOrEqual(job.priority);
}

/** What a worker says of a job that it holds, or held once: a stale attempt changes nothing at all. */
export async function work(
  scene: Scene,
  step: Extract<Step, { ticket: number }>,
  model: JobModel,
): Promise<((after: World) => void) | undefined> {
  const held = scene.tickets.filter((one) => model.holds(one));
  // Half of them are held; the others are of all times, and most of those are stale.
  const ticket = wrap(step.ticket % 2 === 0 && held.length > 0 ? held : scene.tickets, step.ticket >> 1);
  if (!ticket) return undefined;
  const { digest } = scene.world;
  if (model.holds(ticket)) {
    await say(scene, step, ticket, model);
    return undefined;
  }
  scene.count("refused");
  await expect(say(scene, step, ticket, null)).rejects.toMatchObject({
    message: "stale_attempt",
    code: "PT409",
  });
  return (after) => expect(after.digest, "a stale attempt changes nothing").toBe(digest);
}

async function say(
  scene: Scene,
  step: Extract<Step, { ticket: number }>,
  { id, attempt }: Ticket,
  model: JobModel | null,
) {
  const { sql } = scene;
  const now = scene.time();
  switch (step.do) {
    case "heartbeat":
      await sql`select public.heartbeat_job(${id}, ${attempt}, ${now})`;
      return;
    case "progress":
      await sql`select public.update_job_progress(${id}, ${attempt}, ${step.percent})`;
      return;
    case "complete":
      await sql`select public.complete_job(${id}, ${attempt}, '{}', ${now})`;
      model?.complete(id);
      return;
    case "defer":
      await sql`select public.defer_job(${id}, ${attempt}, ${step.seconds}, 'unknown_fate', '', ${now})`;
      model?.defer(id, step.seconds);
      return;
    case "fail":
      await sql`select public.fail_job(${id}, ${attempt}, ${step.code}, '', null, ${step.isRetryable}, ${step.retryAfter}, ${now})`;
      model?.fail(id, step.code, step.isRetryable, step.retryAfter);
      return;
    case "predict":
      await predict(scene, step.input, { id, attempt }, model);
  }
}

async function predict(
  scene: Scene,
  input: number,
  { id, attempt }: Ticket,
  model: JobModel | null,
): Promise<void> {
  const { sql, world } = scene;
  const hash = `input ${input}`;
  const [row] = await sql<{ gate: { action: string; prediction_id: string; seconds: number } }[]>`
    select public.record_prediction(${id}, ${attempt}, '{}', ${hash}, ${scene.time()}) as gate`;
  const gate = row?.gate;
  if (!gate || !model) return;
  const { type } = model.get(id);
  const isMade = world.results.some((result) => result.hash === hash && result.type === type);
  const isBeingMade = world.predictions.some((one) => {
    const other = model.get(one.job_id);
    return (
      one.hash === hash &&
      ["submitting", "open"].includes(one.status) &&
      one.job_id !== id &&
      other.status === "processing" &&
      other.type === type
    );
  });
  const patience = (world.held_until - scene.now) / 1000;
  const meant = isMade ? "reuse" : patience > 0 || isBeingMade ? "wait" : "submit";
  expect(gate.action, "the gate").toBe(meant);
  scene.count(meant);
  if (meant === "wait") model.defer(id, patience > 0 ? patience : 3);
  else if (meant === "submit")
    await sql`select public.save_prediction(${gate.prediction_id}, ${attempt}, ${crypto.randomUUID()}, ${scene.time()})`;
}

/** Takes back what silent workers hold, and fails what never started. */
export async function reap(scene: Scene, model: JobModel): Promise<undefined> {
  const [row] = await scene.sql<
    { count: number }[]
  >`select public.reap_expired_jobs(${scene.time()}) as count`;
  expect(row?.count, "jobs reaped").toBe(model.reap());
  if (row?.count) scene.count("reaped");
  return undefined;
}
