import { beforeAll, describe, expect, it } from "vitest";
import { openQueue } from "../fixtures/queue.ts";
import fc, { propertySeed } from "../setup/properties.ts";
import { take } from "./job-properties/run.ts";
import { type Ground, Scene } from "./job-properties/scene.ts";
import { sequences } from "./job-properties/steps.ts";

/** More sequences: PROPERTY_SEED=7 PROPERTY_RUNS=500 npm test -- database. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 25);

let ground: Ground;

beforeAll(async () => {
  const queue = await openQueue();
  const people = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const person = await queue.newPerson();
      const drafts = await queue.sql<{ id: string }[]>`
        with u as (
          insert into public.universes (owner_id, slug, name)
          select ${person.sub}, 'u' || md5(random()::text), 'U' from generate_series(1, 20) returning id)
        insert into public.drafts (universe_id, owner_id, theme, name, languages)
        select id, ${person.sub}, 'ocean', 'U', '{fr}' from u returning id`;
      return { ...person, drafts: drafts.map(({ id }) => id) };
    }),
  );
  await queue.sql`update public.models set max_concurrency = 2 where job_type = 'generate_image'`;
  ground = { queue, people, admin: await queue.newAdmin() };
});

describe(`whatever happens in whatever order (seed ${propertySeed})`, () => {
  it("each job does what the rules say, and nothing that must hold is ever broken", async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(sequences(50), async (steps) => {
        const scene = await Scene.open(ground, seen);
        for (const step of steps) await take(scene, step);
      }),
      { numRuns, interruptAfterTimeLimit: 500_000 },
    );
    // Sequences in which nothing happens prove nothing.
    for (const what of ["claimed", "refused", "reaped", "cancel", "retry", "submit", "wait", "reuse"])
      expect(seen.get(what) ?? 0, what).toBeGreaterThan(0);
  }, 600_000);
});
