import { heldEducator, openDashboard, panelOf, putJobs, rowsOf } from "./setup/jobs.ts";
import { newStaff, type Person } from "./setup/people.ts";
import { expect, test } from "./setup/test.ts";
import { newDraft } from "./setup/universes.ts";

let nora: Person;
let ada: Person;

test.beforeEach("Nora has three jobs", async () => {
  [nora, ada] = await Promise.all([heldEducator(), newStaff("admin")]);
  // One for each: a draft that something else is being made of refuses a retry.
  const drafts = await Promise.all([newDraft(nora), newDraft(nora), newDraft(nora)]);
  const types = ["generate_image", "generate_concepts", "publish"] as const;
  await putJobs(
    nora,
    drafts.map(({ id }, index) => ({
      draft_id: id,
      type: types[index] ?? "publish",
      status: index === 0 ? ("failed" as const) : ("pending" as const),
    })),
  );
});

test("j, k and arrows move, Enter opens, Escape closes and comes back to the row", async ({ browserOf }) => {
  const page = await browserOf(ada);
  await openDashboard(page, `?user_id=${nora.id}`);
  const link = (name: string) => rowsOf(page).getByRole("link", { name });
  await page.keyboard.press("j");
  await expect(link("Publishing")).toBeFocused();
  await page.keyboard.press("j");
  await expect(link("Concepts")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(link("Picture")).toBeFocused();
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await expect(panelOf(page).getByRole("heading", { name: "Concepts" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(panelOf(page).getByRole("heading", { name: "Picture" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panelOf(page)).toHaveCount(0);
  await expect(link("Picture")).toBeFocused();
  await expect(page).toHaveURL(`/admin?user_id=${nora.id}`);

  await page.keyboard.press("Enter");
  await expect(panelOf(page)).toBeVisible();
  await page.getByRole("heading", { name: "Jobs", level: 1 }).click();
  await page.keyboard.press("Escape");
  await expect(panelOf(page)).toHaveCount(0);
});

test("r, c and p change the job under the focus, x marks it", async ({ browserOf }) => {
  const page = await browserOf(ada);
  await openDashboard(page, `?user_id=${nora.id}`);
  await page.keyboard.press("j");
  await page.keyboard.press("c");
  await expect(rowsOf(page).filter({ hasText: "Publishing" }).getByText("Cancelled")).toBeVisible();
  await page.keyboard.press("r");
  await expect(rowsOf(page).filter({ hasText: "Publishing" }).getByText("Waiting")).toBeVisible();
  await page.keyboard.press("p");
  await expect(page.getByRole("radio", { name: "5", exact: true })).toBeFocused();
  await page.keyboard.press("0");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Priority changed: Publishing")).toBeVisible();
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByText("2 marked")).toBeVisible();
  await page.keyboard.press("c");
  await expect(page.getByText("2 jobs cancelled")).toBeVisible();
  await expect(page.getByText("2 marked")).toHaveCount(0);
});

test("a key that makes no sense for a job says why", async ({ browserOf }) => {
  const page = await browserOf(ada);
  await openDashboard(page, `?user_id=${nora.id}`);
  await page.keyboard.press("j");
  await page.keyboard.press("r");
  await expect(page.getByText("Only what failed or was cancelled can run again.")).toBeVisible();
});

test("? shows the keys, letters typed into the search do nothing, and letters can be switched off", async ({
  browserOf,
}) => {
  const page = await browserOf(ada);
  await openDashboard(page, `?user_id=${nora.id}`);
  await page.keyboard.press("/");
  await page.keyboard.type("rcpxjk?");
  await expect(page.getByRole("searchbox")).toHaveValue("rcpxjk?");
  await page.getByRole("searchbox").fill("");
  await expect(rowsOf(page)).toHaveCount(3);
  await page.getByRole("heading", { name: "Jobs", level: 1 }).click();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByText("Change the priority")).toBeVisible();
  await sheet.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press("j");
  await expect(rowsOf(page).getByRole("link", { name: "Publishing" })).not.toBeFocused();
});
