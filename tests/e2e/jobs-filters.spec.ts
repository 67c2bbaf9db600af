import { readFile } from "node:fs/promises";
import { heldEducator, openDashboard, putJobs, rowsOf } from "./setup/jobs.ts";
import { newStaff, type Person } from "./setup/people.ts";
import { expect, test } from "./setup/test.ts";
import { newDraft } from "./setup/universes.ts";

const hour = 3_600_000;
let nora: Person;
let support: Person;

test.beforeAll("Nora has jobs of several kinds", async () => {
  [nora, support] = await Promise.all([heldEducator(), newStaff("support")]);
  const draft = await newDraft(nora, { name: "Nora's farm" });
  await putJobs(nora, [
    { status: "failed", error_code: "flagged", draft_id: draft.id },
    { status: "completed", type: "generate_concepts" },
    { status: "cancelled", type: "publish" },
    { status: "completed", created_at: new Date("2026-01-05T12:00:00Z") },
    { status: "processing", lease_expires_at: new Date(Date.now() + hour) },
  ]);
});

test("the filter is in the address: it survives loading, Back and Forward, and can be sent", async ({
  browserOf,
}) => {
  const page = await browserOf(support);
  await openDashboard(page, `?user_id=${nora.id}`);
  await expect(rowsOf(page)).toHaveCount(5);
  await page.getByRole("button", { name: "Failed", exact: true }).click();
  await expect(rowsOf(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Cancelled", exact: true }).click();
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(page).toHaveURL(`/admin?status=cancelled,failed&user_id=${nora.id}`);

  await page.reload();
  await expect(page.getByRole("button", { name: "Failed", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(rowsOf(page)).toHaveCount(2);
  await page.goBack();
  await expect(rowsOf(page)).toHaveCount(1);
  await page.goForward();
  await expect(rowsOf(page)).toHaveCount(2);

  const other = await browserOf(support);
  await other.goto(page.url());
  await expect(rowsOf(other)).toHaveCount(2);
  await expect(other.getByRole("button", { name: "Cancelled", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("the first page comes from the server, so it is there before any script runs", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^csp GET /);
  const page = await browserOf(support, { javaScriptEnabled: false });
  await page.goto(`/admin?user_id=${nora.id}&status=failed`);
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(rowsOf(page)).toContainText("flagged");
});

test("jobs are found by person, universe, error and id, and `/` leads to the search", async ({
  browserOf,
}) => {
  const page = await browserOf(support);
  await openDashboard(page);
  const search = page.getByRole("searchbox");
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await page.keyboard.type(nora.email);
  await expect(rowsOf(page)).toHaveCount(5);
  await expect(page).toHaveURL(/text=nora/);
  await search.fill("Nora's farm");
  await expect(rowsOf(page).filter({ hasText: nora.email })).toHaveCount(1);
  const id = await rowsOf(page).filter({ hasText: nora.email }).getAttribute("data-job");
  await search.fill(id ?? "");
  await expect(page.getByRole("heading", { name: "1 job", exact: true })).toBeVisible();
  await search.fill("flagged");
  await expect(rowsOf(page).filter({ hasText: nora.email })).toHaveCount(1);
});

test("kinds and days narrow the list, and one press clears all", async ({ browserOf }) => {
  const page = await browserOf(support);
  await openDashboard(page, `?user_id=${nora.id}`);
  await page.getByRole("button", { name: "Any kind" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Concepts" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Publishing" }).click();
  await page.keyboard.press("Escape");
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(page).toHaveURL(/type=generate_concepts,publish/);
  await page.getByRole("button", { name: "Concepts, Publishing" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Concepts" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Publishing" }).click();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Any day" }).click();
  await page.getByLabel("From").fill("2026-01-01");
  await page.getByLabel("To", { exact: true }).fill("2026-01-31");
  await expect(rowsOf(page)).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/created_from=2026-01-01&created_to=2026-01-31/);
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(page).toHaveURL("/admin");
});

test("an empty list says what to do", async ({ browserOf }) => {
  const page = await browserOf(support);
  await openDashboard(page, "?text=nobody-is-called-this");
  await expect(page.getByRole("heading", { name: "No job fits" })).toBeVisible();
  await page.getByRole("button", { name: "Show all jobs" }).click();
  await expect(page).toHaveURL("/admin");
  await expect(rowsOf(page).first()).toBeVisible();
});

test("a job that nobody looks after is marked, and the filter finds it", async ({ browserOf }) => {
  const iris = await heldEducator("Iris");
  await putJobs(iris, [{ run_at: new Date(Date.now() - hour) }, { run_at: new Date(Date.now() + hour) }]);
  const page = await browserOf(support);
  await openDashboard(page, `?user_id=${iris.id}`);
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(rowsOf(page).filter({ hasText: "Stuck" })).toHaveCount(1);
  await expect(rowsOf(page).filter({ hasText: "Delayed" })).toHaveCount(1);
  await page.getByRole("button", { name: "Stuck", exact: true }).click();
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(rowsOf(page)).toContainText("Stuck");
});

test("pages go to older jobs and back, and loading one again stays there", async ({ browserOf }) => {
  const iris = await heldEducator("Iris");
  const jobs = Array.from({ length: 120 }, (_, index) => ({
    status: "completed" as const,
    created_at: new Date(Date.now() - hour - 1000 * index),
  }));
  await putJobs(iris, jobs);
  const page = await browserOf(support);
  await openDashboard(page, `?user_id=${iris.id}`);
  const seen = new Set<string>();
  /** The rows of the page that has come, read at one moment. */
  const note = async (count: number) => {
    let shown: string[] = [];
    await expect(async () => {
      shown = await rowsOf(page).evaluateAll((rows) => rows.map((row) => row.getAttribute("data-job") ?? ""));
      expect(shown).toHaveLength(count);
      expect(shown.filter((id) => seen.has(id))).toEqual([]);
    }).toPass();
    for (const id of shown) seen.add(id);
  };
  await note(50);
  await page.getByRole("button", { name: "Older" }).click();
  await expect(page).toHaveURL(/cursor=/);
  await note(50);
  await page.getByRole("button", { name: "Older" }).click();
  await note(20);
  expect(seen.size).toBe(120);
  const last = page.url();
  await page.reload();
  await expect(rowsOf(page)).toHaveCount(20);
  await page.getByRole("button", { name: "Newer" }).click();
  await expect(rowsOf(page)).toHaveCount(50);
  expect(page.url()).not.toBe(last);
  await page.getByRole("button", { name: "Newest" }).click();
  await expect(page).toHaveURL(`/admin?user_id=${iris.id}`);
});

test("the jobs of the list can be taken home as CSV", async ({ browserOf }) => {
  const page = await browserOf(support);
  await openDashboard(page, `?user_id=${nora.id}&status=failed`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV" }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain("id,");
  expect(lines[1]).toContain("flagged");
});
