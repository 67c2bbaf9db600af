import { newEducator, newStaff } from "./setup/people.ts";
import { expect, test } from "./setup/test.ts";
import { newDraft, startGeneration } from "./setup/universes.ts";

for (const role of ["support", "admin"] as const)
  test(`${role} sees jobs appear and end without loading the page again`, async ({ browserOf }) => {
    const [staff, nora] = await Promise.all([newStaff(role), newEducator()]);
    const page = await browserOf(staff);
    await page.goto("/drafts");
    await page.getByRole("link", { name: "Jobs" }).click();
    await expect(page.getByRole("heading", { name: "Jobs", level: 1 })).toBeVisible();
    await expect(page.getByRole("main").getByRole("status")).toHaveText("Live");
    const rows = page.getByRole("row").filter({ hasText: nora.email });
    await expect(rows).toHaveCount(0);
    const draft = await newDraft(nora, { name: "Seen by the staff", count: 2 });
    await startGeneration(nora, draft.id);
    await expect(rows.filter({ hasText: "Seen by the staff" })).toHaveCount(4);
    await expect(rows.filter({ hasText: "Completed" })).toHaveCount(4);
    await expect(rows.filter({ hasText: "Picture" })).toHaveCount(2);
    await expect(rows.filter({ hasText: "Concepts" })).toHaveCount(1);
  });

test("support finds the filter in the address, and can send it to somebody", async ({ browserOf }) => {
  const support = await newStaff("support");
  const page = await browserOf(support);
  await page.goto("/admin");
  await page.getByRole("link", { name: "Failed" }).click();
  await expect(page).toHaveURL("/admin?status=failed");
  await expect(page.getByRole("link", { name: "Failed" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("row").filter({ hasText: "Completed" })).toHaveCount(0);

  const other = await browserOf(support);
  await other.goto("/admin?status=completed");
  await expect(other.getByRole("link", { name: "Completed" })).toHaveAttribute("aria-current", "page");
  const ended = other.getByRole("row").filter({ has: other.getByRole("cell") });
  await expect(ended.first()).toBeVisible();
  await expect(ended.filter({ hasNotText: "Completed" })).toHaveCount(0);
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
