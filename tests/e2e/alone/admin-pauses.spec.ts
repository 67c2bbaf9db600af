import { heldEducator, openDashboard, putJobs } from "../setup/jobs.ts";
import { newEducator, newStaff } from "../setup/people.ts";
import { sql } from "../setup/studio.ts";
import { expect, test } from "../setup/test.ts";
import { newDraft, startGeneration, untilCompleted } from "../setup/universes.ts";

test.afterEach("everything works again", async () => {
  await sql`update public.job_pauses set resumed_at = now() where resumed_at is null and user_id is null`;
  await sql`update private.provider_state set held_until = '-infinity'`;
});

test("pictures wait while an admin has paused them, and come when they are resumed", async ({
  browserOf,
}) => {
  const [nora, ada, sol] = await Promise.all([newEducator(), newStaff("admin"), newStaff("support")]);
  const [page, other] = await Promise.all([browserOf(ada), browserOf(sol)]);
  await Promise.all([openDashboard(page), openDashboard(other)]);
  await page.getByRole("button", { name: "Pause …" }).click();
  await page.getByRole("radio", { name: "Picture" }).check();
  await page.getByLabel("Why?").fill("Counting the pencils");
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  const notice = page.getByRole("listitem").filter({ hasText: "Picture: paused." });
  await expect(notice).toContainText("Why: Counting the pencils");
  const seen = other.getByRole("listitem").filter({ hasText: "Picture: paused." });
  await expect(seen).toContainText(`By ${ada.email}`);
  await expect(seen.getByRole("button")).toHaveCount(0);

  const draft = await newDraft(nora, { count: 1 });
  const job = await startGeneration(nora, draft.id);
  await expect
    .poll(
      async () =>
        (await sql`select status from public.jobs where parent_id = ${job} and type = 'generate_concepts'`)[0]
          ?.status,
    )
    .toBe("completed");
  const [picture] =
    await sql`select status from public.jobs where parent_id = ${job} and type = 'generate_image'`;
  expect(picture?.status).toBe("pending");
  await notice.getByRole("button", { name: "Resume" }).click();
  await expect(notice).toHaveCount(0);
  await expect(seen).toHaveCount(0);
  await untilCompleted(job);
});

test("a refused key is told in one notice for all that it holds, and resumed as one", async ({
  browserOf,
}) => {
  const page = await browserOf(await newStaff("admin"));
  await openDashboard(page);
  await sql`select private.pause_models('provider_refused', now())`;
  const notice = page.getByRole("listitem").filter({ hasText: "The provider refused our key." });
  await expect(notice).toHaveCount(1);
  await expect(notice).toContainText("By the studio itself");
  await notice.getByRole("button", { name: "Resume" }).click();
  await expect(notice).toHaveCount(0);
  const [{ open } = { open: 1 }] = await sql<{ open: number }[]>`
    select count(*)::integer as open from public.job_pauses where resumed_at is null and reason = 'provider_refused'`;
  expect(open).toBe(0);
});

test("a provider that asks for patience is shown with the time that is left", async ({ browserOf }) => {
  const page = await browserOf(await newStaff("support"));
  await openDashboard(page);
  await sql`update private.provider_state set held_until = now() + interval '8 seconds'`;
  // A provider that wants peace puts its job back, which is what the page hears of.
  await putJobs(await heldEducator(), [{}]);
  const notice = page.getByText(/^The provider asked for patience/);
  await expect(notice).toBeVisible();
  await expect(notice).toHaveCount(0);
});
