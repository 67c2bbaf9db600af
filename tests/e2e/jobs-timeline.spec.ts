import { randomUUID } from "node:crypto";
import { heldEducator, openDashboard, panelOf, putJobs, rowsOf } from "./setup/jobs.ts";
import { newStaff, type Person } from "./setup/people.ts";
import { sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";

let nora: Person;
let support: Person;
let parent: string;
let failed: string;

test.beforeAll("Nora asked for cards, and one failed", async () => {
  [nora, support] = await Promise.all([heldEducator(), newStaff("support")]);
  [parent = ""] = await putJobs(nora, [{ type: "generate_universe", status: "processing" }]);
  const [, first, second] = await putJobs(nora, [
    { type: "generate_concepts", status: "completed", parent_id: parent },
    {
      status: "failed",
      parent_id: parent,
      error_code: "flagged",
      error_detail: { model: "said no" },
      payload: { prompt: "A friendly crab" },
    },
    { parent_id: parent },
  ]);
  failed = first ?? "";
  await sql`insert into public.job_dependencies (job_id, depends_on_id) values (${second ?? ""}, ${failed})`;
  await sql`insert into public.job_events (job_id, sequence, event, actor, from_status, to_status, data)
    values (${failed}, 1, 'started', 'worker-7', 'pending', 'processing', '{"attempt": 1}'),
      (${failed}, 2, 'failed', 'worker-7', 'processing', 'failed', '{"attempt": 1, "error_code": "flagged"}')`;
  await sql`insert into public.predictions (job_id, attempt, input, input_hash, external_id, status, cost_micros, submitted_at, completed_at)
    values (${failed}, 1, '{"prompt": "A friendly crab"}', ${randomUUID()}, ${randomUUID()}, 'failed', 3000, now(), now())`;
});

test("support reads all about one job: its trail, its data, what it asked of models, its relatives", async ({
  browserOf,
}) => {
  const page = await browserOf(support);
  await openDashboard(page, `?user_id=${nora.id}`);
  await rowsOf(page).filter({ hasText: "flagged" }).getByRole("link").click();
  const panel = panelOf(page);
  await expect(panel.getByRole("heading", { name: "Picture" })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`job=${failed}`));

  const events = panel.getByRole("heading", { name: "What happened" }).locator("..").getByRole("listitem");
  await expect(events).toHaveCount(3);
  await expect(events.nth(1)).toContainText("Started");
  await expect(events.nth(1)).toContainText("worker-7");
  await expect(events.nth(2)).toContainText(/Running.*Failed/s);
  await expect(events.nth(2)).toContainText("error_code");

  await expect(panel.getByText("said no")).toBeHidden();
  await panel.getByText("Error in detail").click();
  await expect(panel.getByText("said no")).toBeVisible();
  await expect(panel.getByText("Attempt 1")).toBeVisible();

  await panel.getByRole("link", { name: "Show the request it belongs to" }).click();
  await expect(panel.getByRole("heading", { name: "Universe" })).toBeVisible();
  await expect(panel.getByText("3 pieces")).toBeVisible();
  await panel.getByRole("link", { name: "Show them in the list" }).click();
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(page).toHaveURL(new RegExp(`parent_id=${parent}`));
});

test("the payload is copied with one press", async ({ browserOf }) => {
  const page = await browserOf(support, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(`/admin?job=${failed}`);
  await panelOf(page).getByText("Payload").click();
  await panelOf(page).getByRole("button", { name: "Copy: Payload" }).click();
  await expect(panelOf(page).getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({ prompt: "A friendly crab", safety: expect.any(String) });
});

test("what waits for a failed job is one press away", async ({ browserOf }) => {
  const page = await browserOf(support);
  await page.goto(`/admin?job=${failed}`);
  const panel = panelOf(page);
  await expect(panel.getByRole("heading", { name: "Lets start" })).toBeVisible();
  await panel.getByRole("heading", { name: "Lets start" }).locator("..").getByRole("link").first().click();
  await expect(panel.getByRole("heading", { name: "Waits for" })).toBeVisible();
});

test("an open job follows what happens to it", async ({ browserOf }) => {
  const iris = await heldEducator("Iris");
  const [job = ""] = await putJobs(iris, [{ status: "processing", progress: 10 }]);
  const page = await browserOf(support);
  await openDashboard(page, `?user_id=${iris.id}&job=${job}`);
  const panel = panelOf(page);
  await expect(panel.getByText("10%")).toBeVisible();
  await sql`update public.jobs set progress = 70 where id = ${job}`;
  await expect(panel.getByText("70%")).toBeVisible();
  await expect(panel.getByText("Went on")).toBeVisible();
  await sql`update public.jobs set status = 'completed', progress = 100, completed_at = now(), lease_owner = null,
    lease_expires_at = null where id = ${job}`;
  await expect(panel.getByRole("listitem").filter({ hasText: "Completed" })).toBeVisible();
});

test("a job that is no longer there is said to be gone", async ({ browserOf, noise }) => {
  noise.expect(/^404 GET .*\/timeline$/);
  const page = await browserOf(support);
  await page.goto(`/admin?job=${randomUUID()}`);
  await expect(panelOf(page).getByRole("alert")).toHaveText("This is no longer here.");
});
