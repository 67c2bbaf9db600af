import type { Tools } from "../_shared/tools.ts";

const betweenMilliseconds = 600_000;
const limit = 100;
let lastAt = Number.NEGATIVE_INFINITY;

/** Removes stored files that no card and no release uses, at most every ten minutes per process; says how many. */
export async function removeOrphans({ engine, storage }: Tools): Promise<number> {
  if (performance.now() - lastAt < betweenMilliseconds) return 0;
  lastAt = performance.now();
  const orphans = await engine.condemnOrphans(limit);
  for (const bucket of new Set(orphans.map((orphan) => orphan.bucket_id))) {
    const names = orphans.filter((orphan) => orphan.bucket_id === bucket).map((orphan) => orphan.name);
    const { error } = await storage.from(bucket).remove(names);
    // One that may still be removed stays condemned until its time is over.
    if (error) throw error;
    await engine.forgetCondemned(names);
  }
  return orphans.length;
}
