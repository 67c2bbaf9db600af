import type { Page, WebSocketRoute } from "@playwright/test";
import { heldEducator, openDashboard, putJobs, rowsOf } from "./setup/jobs.ts";
import { newEducator, newStaff } from "./setup/people.ts";
import { noteRequests } from "./setup/requests.ts";
import { sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";
import { newDraft, startGeneration } from "./setup/universes.ts";

const figure = (page: Page, name: string) =>
  page.getByRole("region", { name: "Right now" }).getByRole("listitem").filter({ hasText: name });

for (const role of ["support", "admin"] as const)
  test(`${role} sees jobs appear and end without loading the page again`, async ({ browserOf }) => {
    const [staff, nora] = await Promise.all([newStaff(role), newEducator()]);
    const page = await browserOf(staff);
    await page.goto("/drafts");
    await page.getByRole("link", { name: "Jobs" }).click();
    await expect(page.getByRole("heading", { name: "Jobs", level: 1 })).toBeVisible();
    await page.getByRole("searchbox").fill(nora.email);
    await expect(page.getByRole("heading", { name: "No job fits" })).toBeVisible();
    await expect(page.locator("[data-live=live]")).toBeVisible();
    const draft = await newDraft(nora, { name: "Seen by the staff", count: 2 });
    await startGeneration(nora, draft.id);
    await expect(rowsOf(page)).toHaveCount(4);
    await expect(rowsOf(page).filter({ hasText: "Completed" })).toHaveCount(4, { timeout: 60_000 });
    await expect(rowsOf(page).filter({ hasText: "Picture" })).toHaveCount(2);
    await expect(rowsOf(page).filter({ hasText: "Seen by the staff" })).toHaveCount(4);
  });

test("rows and figures follow the database, while the list is read no second time", async ({ browserOf }) => {
  const nora = await heldEducator();
  const [pending] = await putJobs(nora, [{}]);
  const page = await browserOf(await newStaff("support"));
  const requests = noteRequests(page);
  await openDashboard(page, `?user_id=${nora.id}`);
  const before = { reads: requests.reads(), occasions: requests.occasions("realtime:admin:jobs") };

  await putJobs(nora, [{ type: "publish", status: "processing", progress: 30 }]);
  const publishing = rowsOf(page).filter({ hasText: "Publishing" });
  await expect(publishing.getByText("Running")).toBeVisible();
  await expect(publishing.getByRole("progressbar")).toHaveAttribute("value", "30");
  await sql`update public.jobs set status = 'cancelled', completed_at = now() where id = ${pending ?? ""}`;
  await expect(rowsOf(page).filter({ hasText: "Picture" }).getByText("Cancelled")).toBeVisible();
  await expect(page.getByRole("heading", { name: "2 jobs" })).toBeVisible();
  await sql`update public.jobs set status = 'failed', error_code = 'expired', completed_at = now(),
    lease_owner = null, lease_expires_at = null where user_id = ${nora.id} and type = 'publish'`;
  await expect(publishing.getByText("expired")).toBeVisible();
  const failed = () => figure(page, "Failed").locator("span").nth(1).textContent();
  await expect.poll(async () => Number(await failed())).toBeGreaterThan(0);

  expect(requests.reads()["/api/jobs"], "the list is only read again after long silence").toBeLessThanOrEqual(
    (before.reads["/api/jobs"] ?? 0) + requests.occasions("realtime:admin:jobs") - before.occasions,
  );
});

test("only the row that changed is rendered again", async ({ browserOf }) => {
  const nora = await heldEducator();
  const [, changed = ""] = await putJobs(nora, [{}, { status: "processing" }, {}]);
  const page = await browserOf(await newStaff("admin"));
  await openDashboard(page, `?user_id=${nora.id}`);
  await expect(rowsOf(page)).toHaveCount(3);
  /** Marks what React has drawn each row from, then tells of which rows it is still the same. */
  const drawn = (act: "mark" | "same") =>
    page.evaluate((what) => {
      const kept = window as { marks?: Map<string, unknown> };
      kept.marks ??= new Map();
      const { marks } = kept;
      return [...document.querySelectorAll<HTMLElement>("tr[data-job]")].flatMap((row) => {
        const id = row.dataset.job ?? "";
        const key = Object.keys(row).find((name) => name.startsWith("__reactProps$")) ?? "";
        const props = (row as unknown as Record<string, unknown>)[key];
        if (what === "mark") marks.set(id, props);
        return props !== undefined && marks.get(id) === props ? [id] : [];
      });
    }, act);
  await drawn("mark");
  await sql`update public.jobs set progress = 60 where id = ${changed}`;
  await expect(page.locator(`tr[data-job="${changed}"]`).getByRole("progressbar")).toHaveAttribute(
    "value",
    "60",
  );
  const same = await drawn("same");
  expect(same).toHaveLength(2);
  expect(same).not.toContain(changed);
});

test("a burst of more jobs than a message tells ends in the right list", async ({ browserOf }) => {
  const nora = await heldEducator();
  const page = await browserOf(await newStaff("support"));
  await openDashboard(page, `?user_id=${nora.id}`);
  await putJobs(
    nora,
    Array.from({ length: 60 }, () => ({ status: "completed" as const })),
  );
  await expect(page.getByRole("heading", { name: "60 jobs" })).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(50);
});

test("the newest page takes up what comes, an older one says how much that was", async ({ browserOf }) => {
  const nora = await heldEducator();
  const old = Array.from({ length: 55 }, (_, index) => ({
    status: "completed" as const,
    created_at: new Date(Date.now() - 60_000 * (60 - index)),
  }));
  await putJobs(nora, old);
  const page = await browserOf(await newStaff("support"));
  await openDashboard(page, `?user_id=${nora.id}`);
  await expect(rowsOf(page)).toHaveCount(50);
  await page.getByRole("button", { name: "Older" }).click();
  await expect(rowsOf(page)).toHaveCount(5);
  await putJobs(nora, [{ type: "publish" }]);
  await page.getByRole("button", { name: "1 new job" }).click();
  await expect(rowsOf(page)).toHaveCount(50);
  await expect(rowsOf(page).first()).toContainText("Publishing");
  await expect(page).toHaveURL(`/admin?user_id=${nora.id}`);
});

test("a dashboard whose socket was cut catches up by asking", async ({ browserOf }) => {
  const nora = await heldEducator();
  const page = await browserOf(await newStaff("support"));
  const sockets: WebSocketRoute[] = [];
  let isCut = false;
  await page.routeWebSocket(/\/realtime\/v1\//, (socket) => {
    sockets.push(socket);
    if (isCut) socket.close();
    else socket.connectToServer();
  });
  await openDashboard(page, `?user_id=${nora.id}`);
  isCut = true;
  for (const socket of sockets) await socket.close();
  await expect(page.locator("[data-live=catching-up]")).toBeVisible();
  await putJobs(nora, [{ type: "publish" }]);
  await expect(rowsOf(page)).toHaveCount(1);
  isCut = false;
  await expect(page.locator("[data-live=live]")).toBeVisible({ timeout: 30_000 });
  await putJobs(nora, [{ type: "generate_concepts" }]);
  await expect(rowsOf(page)).toHaveCount(2);
});

test("an educator finds no jobs page, and no way to it", async ({ browserOf, noise }) => {
  noise.expect(/^404 GET .*\/admin$/);
  const page = await browserOf(await newEducator());
  await page.goto("/drafts");
  await expect(page.getByRole("link", { name: "My universes" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Jobs" })).toHaveCount(0);
  await page.goto("/admin");
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
});
