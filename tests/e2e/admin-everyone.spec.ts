import type { Page } from "@playwright/test";
import { languages } from "../../lib/contract/languages.ts";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { heldEducator, openDashboard, panelOf, putJobs, rowsOf } from "./setup/jobs.ts";
import { newStaff, type Person } from "./setup/people.ts";
import { expect, test } from "./setup/test.ts";
import { newDraft } from "./setup/universes.ts";
import { messagesOf, strayWords } from "./setup/words.ts";

let nora: Person;
let ada: Person;
let sol: Person;

test.beforeAll("Nora has jobs in every state, and a pause", async () => {
  [nora, ada, sol] = await Promise.all([heldEducator(), newStaff("admin"), newStaff("support")]);
  const draft = await newDraft(nora, { name: "Bibop" });
  const draft_id = draft.id;
  const [parent = ""] = await putJobs(nora, [{ type: "generate_universe", status: "processing", draft_id }]);
  await putJobs(nora, [
    { draft_id, parent_id: parent, status: "processing", progress: 40 },
    {
      draft_id,
      parent_id: parent,
      status: "failed",
      error_detail: { status: "500" },
      payload: { prompt: "whale" },
    },
    { draft_id, parent_id: parent, status: "cancelled" },
    { draft_id, parent_id: parent, type: "generate_concepts", status: "completed" },
    { draft_id, type: "publish", run_at: new Date(Date.now() + 3_600_000) },
    { draft_id, type: "publish", run_at: new Date(Date.now() - 3_600_000) },
  ]);
});

const failedRow = (page: Page) => rowsOf(page).filter({ hasText: "provider_unavailable" }).getByRole("link");

for (const language of languages)
  test(`an admin reads ${language} everywhere on the dashboard`, async ({ browserOf }) => {
    const words = messagesOf(language);
    const word = (key: string) => words.get(`admin.${key}`) ?? key;
    const page = await browserOf(ada, { locale: language });
    const expectNoStrays = async () => expect(await strayWords(page, language)).toEqual([]);
    await openDashboard(page, `?user_id=${nora.id}`);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await page.getByText(word("workers.title"), { exact: true }).first().click();
    await rowsOf(page).getByRole("checkbox").first().check();
    await expectNoStrays();
    await rowsOf(page).getByRole("checkbox").first().uncheck();
    await failedRow(page).click();
    await expect(panelOf(page).getByText(word("panel.timeline"), { exact: false })).toBeVisible();
    await expectNoStrays();
    await page.keyboard.press("Escape");
    for (const opener of ["bulk.open", "pauses.open", "filters.dates", "filters.types"]) {
      await page.getByRole("button", { name: word(opener), exact: true }).click();
      await expect(page.locator("[role=dialog], [role=menu]").first()).toBeVisible();
      await expectNoStrays();
      await page.keyboard.press("Escape");
      await expect(page.locator("[role=dialog], [role=menu]")).toHaveCount(0);
    }
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toContainText(word("keys.move"));
    await expectNoStrays();
    await openDashboard(page, "?text=nobody-is-called-this");
    await expect(page.getByRole("heading", { name: word("empty.filtered.title") })).toBeVisible();
    await expectNoStrays();
  });

test.describe("nothing keeps people out of", () => {
  const calm = { reducedMotion: "reduce" } as const;

  test("the dashboard of an admin", async ({ browserOf }) => {
    const page = await browserOf(ada, calm);
    await openDashboard(page, `?user_id=${nora.id}`);
    await expect(rowsOf(page)).toHaveCount(7);
    await expectNoBarriers(page);
  });

  test("a job that is open beside the list", async ({ browserOf }) => {
    const page = await browserOf(ada, calm);
    await openDashboard(page, `?user_id=${nora.id}`);
    await failedRow(page).click();
    await expect(panelOf(page).getByRole("listitem").first()).toBeVisible();
    for (const fold of await panelOf(page).locator("summary").all()) await fold.click();
    await expectNoBarriers(page);
  });

  test("the question what to change of a whole list", async ({ browserOf }) => {
    const page = await browserOf(ada, calm);
    await openDashboard(page, `?user_id=${nora.id}`);
    await page.getByRole("button", { name: "Change all" }).click();
    await page.getByRole("dialog").getByText("Priority", { exact: true }).click();
    await expect(page.getByRole("radio", { name: "10", exact: true })).toBeAttached();
    await expectNoBarriers(page);
  });

  test("the question what to pause", async ({ browserOf }) => {
    const page = await browserOf(ada, calm);
    await openDashboard(page, `?user_id=${nora.id}`);
    await page.getByRole("button", { name: "Pause …" }).click();
    await expect(page.getByRole("dialog", { name: "Pause work" })).toBeVisible();
    await expectNoBarriers(page);
  });

  test("an empty list of jobs", async ({ browserOf }) => {
    const page = await browserOf(ada, calm);
    await openDashboard(page, "?text=nobody-is-called-this");
    await expectNoBarriers(page);
  });

  test("the dashboard of support", async ({ browserOf }) => {
    const page = await browserOf(sol, calm);
    await openDashboard(page, `?user_id=${nora.id}`);
    await expectNoBarriers(page);
  });
});

for (const width of [320, 390, 768, 1024, 1280])
  test(`the dashboard never scrolls sideways at a width of ${width}`, async ({ browserOf }) => {
    const page = await browserOf(ada, { viewport: { width, height: 844 }, locale: "de" });
    await openDashboard(page, `?user_id=${nora.id}`);
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await sideways()).toBeLessThanOrEqual(0);
    await failedRow(page).click();
    await expect(panelOf(page).getByRole("listitem").first()).toBeVisible();
    expect(await sideways()).toBeLessThanOrEqual(0);
    expect(
      await panelOf(page).evaluate((panel) => panel.scrollWidth - panel.clientWidth),
    ).toBeLessThanOrEqual(0);
  });
