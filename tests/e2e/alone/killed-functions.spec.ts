import { readFileSync } from "node:fs";
import { join } from "node:path";
import { newEducator } from "../setup/people.ts";
import { sql, stack } from "../setup/studio.ts";
import { expect, test } from "../setup/test.ts";
import { newDraft, startGeneration } from "../setup/universes.ts";

test.afterEach(async () => {
  await sql`update private.settings set lease_seconds = default`;
});

/** Ends every process of the functions runtime as a crash would. Returns how many there were. */
function killFunctions(): number {
  const pids = readFileSync(join(stack.config.dataDir, "functions.pid"), "utf8").split("\n").filter(Boolean);
  for (const pid of pids) process.kill(Number(pid), "SIGKILL");
  return pids.length;
}

test("an educator gets every card exactly once though the functions runtime is killed on the way", async ({
  browserOf,
}) => {
  test.setTimeout(150_000);
  await sql`update private.settings set lease_seconds = 5`;
  const nora = await newEducator();
  const draft = await newDraft(nora, { theme: "space", count: 6 });
  const page = await browserOf(nora);
  await page.goto(`/drafts/${draft.id}`);
  await expect(page.getByRole("main").getByRole("status")).toHaveText("Live");
  const jobId = await startGeneration(nora, draft.id);

  const underWay = async () => {
    const [row] = await sql`
      select count(*)::int as n from public.jobs where parent_id = ${jobId} and type = 'generate_image' and status = 'processing'`;
    return row?.n as number;
  };
  await expect.poll(underWay, { intervals: [20] }).toBeGreaterThan(0);
  expect(killFunctions()).toBeGreaterThan(0);

  // What the killed ones had asked for is looked for at the provider until it is a minute old.
  const letTheMinutePass = () => sql`
    with aged as (
      update public.predictions p set created_at = p.created_at - interval '1 minute' from public.jobs j
      where j.id = p.job_id and j.parent_id = ${jobId} and p.status = 'submitting'
        and p.created_at between now() - interval '1 minute' and now() - interval '4 seconds' returning p.job_id)
    update public.jobs j set run_at = now() from aged
    where j.id = aged.job_id and j.status = 'pending' and j.run_at > now()`;
  const pictures = async () => {
    await letTheMinutePass();
    const [row] = await sql`
      select count(*)::int as n from public.jobs where parent_id = ${jobId} and type = 'generate_image' and status = 'completed'`;
    return row?.n as number;
  };
  await expect.poll(pictures, { timeout: 120_000, intervals: [1000] }).toBe(6);
  await expect(page.getByText("6 pictures of 6")).toBeVisible();
  await expect(page.getByText("Ready", { exact: true })).toBeVisible();
  const cards = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading") });
  await expect(cards).toHaveCount(6);
  expect(new Set(await cards.getByRole("heading").allTextContents()).size).toBe(6);

  const [made] = await sql`
    select count(*)::int as versions, count(distinct v.asset_id)::int as cards
    from public.draft_asset_versions v join public.draft_assets a on a.id = v.asset_id where a.draft_id = ${draft.id}`;
  expect(made).toEqual({ versions: 6, cards: 6 });
  const [paid] = await sql`
    select count(*)::int as n from public.predictions p join public.jobs j on j.id = p.job_id
    where j.parent_id = ${jobId} and j.type = 'generate_image' and p.external_id is not null`;
  expect(paid?.n).toBe(6);
});
