import { expect, it } from "vitest";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { generate, newDraft } from "../fixtures/engine.ts";
import { jobOf, owner, setStage, sql, tools } from "../fixtures/worker-stage.ts";

setStage();

it("a theme that came past the doors is stopped before a model sees it, and costs nothing", async () => {
  const draftId = await newDraft(sql, owner, { theme: "soldiers shooting with guns", count: 2 });
  const parentId = await generate(sql, owner, draftId);
  await drain(tools);
  const [job] = await sql`select id from public.jobs where parent_id = ${parentId}`;
  expect(await jobOf(job?.id)).toMatchObject({
    type: "generate_concepts",
    status: "failed",
    error_code: "prompt_blocked",
    retry_count: 0,
    error_detail: { categories: expect.arrayContaining(["weapons"]) },
  });
  expect(await sql`select from public.predictions where job_id = ${job?.id}`).toHaveLength(0);
  const [{ owed } = { owed: null }] = await sql`
    select sum(case when kind = 'refund' then credits else -credits end)::int as owed from public.credit_entries where job_id = ${parentId}`;
  expect(owed).toBe(0);
});
