import { afterEach, describe, expect, it } from "vitest";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { runJob } from "../../supabase/functions/generation-worker/run-job.ts";
import { generate, newDraft } from "../fixtures/engine.ts";
import {
  claimConcepts,
  conceptsJob,
  draftId,
  owner,
  setStage,
  sql,
  sweepUntilDone,
  tools,
} from "../fixtures/worker-stage.ts";

setStage();

const concepts = (id: string) =>
  sql`select * from public.jobs where draft_id = ${id} and type = 'generate_concepts'`;

describe("a job whose work never returns", () => {
  afterEach(() => sql`update private.settings set max_attempt_seconds = default`);

  it("expires by its own budget, and what it does later is refused", async () => {
    await sql`update private.settings set max_attempt_seconds = 3`;
    const job = await claimConcepts("worker-slow");
    let isTold = false;
    await runJob(job, tools, undefined, (_job, _tools, signal) => {
      signal.addEventListener("abort", () => {
        isTold = true;
      });
      return new Promise(() => {});
    });
    expect(isTold).toBe(true);
    expect(await conceptsJob()).toMatchObject({
      status: "pending",
      error_code: "timed_out",
      retry_count: 1,
      lease_owner: null,
    });
    await expect(tools.engine.heartbeat(job.id, job.attempt)).rejects.toThrow("stale_attempt");
    await expect(tools.engine.completeJob(job.id, job.attempt, {})).rejects.toThrow("stale_attempt");
  });
});

describe("a job that cannot be read", () => {
  it("for its payload fails for good, and the others go on", async () => {
    await sql`update public.jobs set payload = '{"count": "many"}' where draft_id = ${draftId} and type = 'generate_concepts'`;
    const second = await newDraft(sql, owner, { theme: "space", count: 1 });
    await generate(sql, owner, second);
    await drain(tools);
    expect(await conceptsJob()).toMatchObject({ status: "failed", error_code: "invalid_payload" });
    expect(await concepts(second)).toMatchObject([{ status: "processing" }]);
  });

  it("for its row fails for good, and the others of its batch go on", async () => {
    await sql`update public.jobs set payload = '["no", "object"]' where draft_id = ${draftId} and type = 'generate_concepts'`;
    const second = await newDraft(sql, owner, { theme: "space", count: 1 });
    await generate(sql, owner, second);
    await drain(tools);
    expect(await conceptsJob()).toMatchObject({
      status: "failed",
      error_code: "unknown_payload",
      error_detail: { fields: ["payload"] },
      retry_count: 0,
    });
    expect(await concepts(second)).toMatchObject([{ status: "processing" }]);
  });

  it("because it is newer than this worker is left to a newer one", async () => {
    const { id } = await conceptsJob();
    await sql`update public.jobs set payload_version = 2 where id = ${id}`;
    expect(await drain(tools)).toMatchObject({ claimed: 0, isEmpty: true });
    expect(await conceptsJob()).toMatchObject({ status: "pending", attempt: 0, error_code: null });
    await sql`update public.jobs set payload_version = 1 where id = ${id}`;
    await drain(tools);
    expect(await sweepUntilDone(id)).toBe("completed");
  });
});
