import { expect } from "vitest";
import { breachesOf } from "./invariants.ts";
import { JobModel } from "./model.ts";
import { control, enqueue, pause, request, resume } from "./people.ts";
import type { Scene } from "./scene.ts";
import type { Step } from "./steps.ts";
import { claim, reap, work } from "./workers.ts";
import { look } from "./world.ts";

function perform(scene: Scene, step: Step, model: JobModel): Promise<unknown> {
  switch (step.do) {
    case "request":
      return request(scene, step);
    case "enqueue":
      return enqueue(scene, step);
    case "claim":
      return claim(scene, step, model);
    case "cancel":
    case "retry":
    case "reprioritise":
      return control(scene, step, model);
    case "pause":
      return pause(scene, step);
    case "resume":
      return resume(scene, step);
    case "reap":
      return reap(scene, model);
    case "wait":
      scene.now += step.seconds * 1000;
      return Promise.resolve();
    default:
      return work(scene, step, model);
  }
}

/** Does one step in the database and in the model, and fails where they differ or where something is broken. */
export async function take(scene: Scene, step: Step): Promise<void> {
  const model = new JobModel(scene.world, scene.now);
  const check = await perform(scene, step, model);
  const [after, breaches] = await Promise.all([look(scene.sql), breachesOf(scene.sql)]);
  expect([...breaches], JSON.stringify(step)).toEqual([]);
  if (typeof check === "function") check(after);
  expect(model.differencesFrom(after), JSON.stringify(step)).toEqual([]);
  for (const job of after.jobs) {
    const before = scene.world.jobs.find(({ id }) => id === job.id);
    // Within a round a request only rises, and so does a job within an attempt.
    if (before && before.round === job.round && (job.is_parent || before.attempt === job.attempt))
      expect(job.progress, `progress of ${job.type}`).toBeGreaterThanOrEqual(before.progress);
  }
  scene.world = after;
}
