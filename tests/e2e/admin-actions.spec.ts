import { heldEducator, openDashboard, panelOf, putJobs, rowsOf } from "./setup/jobs.ts";
import { newStaff } from "./setup/people.ts";
import { sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";
import { newDraft } from "./setup/universes.ts";

test("an admin runs a failed job again, and the trail says who did", async ({ browserOf }) => {
  const [nora, ada] = await Promise.all([heldEducator(), newStaff("admin")]);
  const draft = await newDraft(nora, { name: "Bibop" });
  await putJobs(nora, [{ type: "publish", status: "failed", draft_id: draft.id }]);
  const page = await browserOf(ada);
  await openDashboard(page, `?user_id=${nora.id}`);
  await rowsOf(page).getByRole("link").click();
  await panelOf(page).getByRole("button", { name: "Retry" }).click();
  await expect(page.getByText("Runs again: Publishing, Bibop")).toBeVisible();
  await expect(rowsOf(page).getByText("Waiting")).toBeVisible();
  const again = panelOf(page).getByRole("listitem").filter({ hasText: "Run again" });
  await expect(again).toContainText(ada.email);
});

test("an admin cancels a job, and takes it back with the same toast", async ({ browserOf }) => {
  const [nora, ada] = await Promise.all([heldEducator(), newStaff("admin")]);
  const draft = await newDraft(nora, { name: "Bibop" });
  await putJobs(nora, [{ type: "publish", draft_id: draft.id }]);
  const page = await browserOf(ada);
  await openDashboard(page, `?user_id=${nora.id}`);
  await rowsOf(page).getByRole("link").click();
  await panelOf(page).getByRole("button", { name: "Cancel" }).click();
  await expect(rowsOf(page).getByText("Cancelled")).toBeVisible();
  const toast = page.getByRole("dialog").filter({ hasText: "Cancelled: Publishing" });
  await toast.getByRole("button", { name: "Retry" }).click();
  await expect(rowsOf(page).getByText("Waiting")).toBeVisible();
});

test("an admin gives a job another priority", async ({ browserOf }) => {
  const nora = await heldEducator();
  const [job = ""] = await putJobs(nora, [{ type: "publish" }]);
  const page = await browserOf(await newStaff("admin"));
  await openDashboard(page, `?user_id=${nora.id}&job=${job}`);
  await panelOf(page).getByRole("button", { name: "Priority" }).click();
  await page.getByRole("radio", { name: "9", exact: true }).check({ force: true });
  await page.getByRole("button", { name: "Change the priority" }).click();
  await expect(panelOf(page).getByText("New priority")).toBeVisible();
  await expect
    .poll(async () => (await sql`select priority from public.jobs where id = ${job}`)[0]?.priority)
    .toBe(9);
});

test("an admin changes all that a filter finds, after seeing how many that is", async ({ browserOf }) => {
  const nora = await heldEducator();
  const jobs = Array.from({ length: 230 }, () => ({ type: "publish" as const }));
  await putJobs(nora, [...jobs, { status: "completed" }, { status: "completed" }]);
  const page = await browserOf(await newStaff("admin"));
  await openDashboard(page, `?user_id=${nora.id}`);
  await page.getByRole("button", { name: "Change all" }).click();
  const dialog = page.getByRole("dialog", { name: "Change all of this list" });
  await expect(dialog.getByRole("status")).toHaveText("0 jobs would run again. 232 cannot.");
  await expect(dialog.getByRole("button", { name: "Run 0 jobs again" })).toBeDisabled();
  await dialog.getByRole("radio", { name: "Cancel" }).check();
  await expect(dialog.getByRole("status")).toHaveText("230 jobs would be cancelled. 2 cannot.");
  const [{ open } = { open: 0 }] = await sql<{ open: number }[]>`
    select count(*)::integer as open from public.jobs where user_id = ${nora.id} and status = 'pending'`;
  expect(open, "a dry count changes nothing").toBe(230);
  await dialog.getByRole("button", { name: "Cancel 230 jobs" }).click();
  await expect(dialog.getByRole("status")).toHaveText("230 jobs cancelled.");
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(rowsOf(page).filter({ hasText: "Waiting" })).toHaveCount(0);
  await expect(rowsOf(page).filter({ hasText: "Cancelled" }).first()).toBeVisible();
});

test("an admin stops a change in the middle, and the rest stays as it was", async ({ browserOf }) => {
  const nora = await heldEducator();
  await putJobs(
    nora,
    Array.from({ length: 450 }, () => ({ type: "publish" as const })),
  );
  const page = await browserOf(await newStaff("admin"));
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  let runs = 0;
  await page.route("**/api/jobs/bulk", async (route) => {
    if (route.request().postDataJSON().dry_run === false && ++runs === 2) await held;
    await route.continue();
  });
  await openDashboard(page, `?user_id=${nora.id}&status=pending`);
  await page.getByRole("button", { name: "Change all" }).click();
  const dialog = page.getByRole("dialog", { name: "Change all of this list" });
  await dialog.getByRole("button", { name: "Cancel 450 jobs" }).click();
  await expect(dialog.getByRole("status")).toHaveText("200 jobs cancelled.");
  await dialog.getByRole("button", { name: "Stop" }).click();
  release();
  await expect(dialog.getByRole("status")).toHaveText(
    "400 jobs cancelled. Stopped: the rest stayed as it was.",
  );
  const [{ open } = { open: 0 }] = await sql<{ open: number }[]>`
    select count(*)::integer as open from public.jobs where user_id = ${nora.id} and status = 'pending'`;
  expect(open).toBe(50);
});

test("an admin holds back a person's jobs and lets them go on", async ({ browserOf }) => {
  const [nora, ada] = await Promise.all([heldEducator(), newStaff("admin")]);
  await sql`delete from public.job_pauses where user_id = ${nora.id}`;
  const [job] = await putJobs(nora, [{ status: "completed" }]);
  const page = await browserOf(ada);
  await openDashboard(page, `?user_id=${nora.id}&job=${job}`);
  await panelOf(page).getByRole("button", { name: "Pause this person" }).click();
  await page.getByLabel("Why?").fill("Too many at once");
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  const notice = page
    .getByRole("list", { name: "What to know" })
    .getByRole("listitem")
    .filter({ hasText: nora.email });
  await expect(notice).toContainText("Too many at once");
  await expect(notice).toContainText(`By ${ada.email}`);
  await page.keyboard.press("Escape");
  await notice.getByRole("button", { name: "Resume" }).click();
  await expect(notice).toHaveCount(0);
});

test("support sees the same page with nothing that changes anything, and the API refuses too", async ({
  browserOf,
}) => {
  const [nora, sol] = await Promise.all([heldEducator(), newStaff("support")]);
  const [failed = "", waiting = ""] = await putJobs(nora, [{ status: "failed" }, {}]);
  const page = await browserOf(sol);
  await openDashboard(page, `?user_id=${nora.id}&job=${failed}`);
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(panelOf(page).getByRole("heading", { name: "What happened" })).toBeVisible();
  const changes = /Retry|Cancel$|Priority|Pause|Resume|Change all|Mark/;
  await expect(page.getByRole("button", { name: changes })).toHaveCount(0);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await panelOf(page).getByRole("button", { name: "Close the job" }).click();
  await page.keyboard.press("j");
  for (const key of ["x", "r", "c", "p"]) await page.keyboard.press(key);
  await expect(page.getByRole("dialog")).toHaveCount(0);

  const { request } = page.context();
  const everything = { action: "cancel", filter: { user_id: nora.id }, dry_run: false };
  const tries = await Promise.all([
    request.post(`/api/jobs/${failed}/retry`),
    request.delete(`/api/jobs/${waiting}`),
    request.patch(`/api/jobs/${waiting}`, { data: { priority: 9 } }),
    request.post("/api/jobs/bulk", { data: everything }),
    request.post("/api/jobs/pauses", { data: { user_id: nora.id } }),
  ]);
  expect(tries.map((answer) => answer.status()).filter((status) => status !== 403 && status !== 404)).toEqual(
    [],
  );
  const rows =
    await sql`select status, priority from public.jobs where user_id = ${nora.id} order by created_at`;
  expect(rows).toEqual([
    { status: "failed", priority: 5 },
    { status: "pending", priority: 5 },
  ]);
});
