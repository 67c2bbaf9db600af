import { expectNoBarriers } from "./setup/accessibility.ts";
import { newEducator, newStaff, type Person } from "./setup/people.ts";
import { stoppedInTheMiddle } from "./setup/scenes.ts";
import { sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";
import { finishedDraft, type MadeDraft, newDraft, publish } from "./setup/universes.ts";

const calm = { reducedMotion: "reduce" } as const;

const resting = {
  status: 503,
  contentType: "application/problem+json",
  body: '{"code":"database_unavailable"}',
};

let nora: Person;
let draft: MadeDraft;

test.beforeAll("Nora has published two cards", async () => {
  nora = await newEducator();
  draft = await finishedDraft(nora, { theme: "farm", count: 2 });
  await publish(nora, draft);
});

test.describe("nothing keeps people at work out of", () => {
  test("the list of drafts before the first one", async ({ browserOf }) => {
    const page = await browserOf(await newEducator(), calm);
    await page.goto("/drafts");
    await expect(page.getByRole("heading", { name: "Your first universe" })).toBeVisible();
    await expectNoBarriers(page);
  });

  test("the list of drafts", async ({ browserOf }) => {
    const page = await browserOf(nora, calm);
    await page.goto("/drafts");
    await expect(page.getByRole("button", { name: `More for ${draft.name}` })).toBeVisible();
    await expect(page.getByText("Live")).toBeVisible();
    await expectNoBarriers(page);
  });

  test("the form for a new universe", async ({ browserOf }) => {
    const page = await browserOf(nora, calm);
    await page.goto("/drafts/new");
    await expect(page.getByRole("button", { name: "Make everything at once" })).toBeVisible();
    await expectNoBarriers(page);
  });

  test("a draft that is being made", async ({ browserOf }) => {
    const page = await browserOf(nora, calm);
    const half = await stoppedInTheMiddle(nora);
    await page.goto(`/drafts/${half.id}`);
    await expect(page.getByText("Being made")).toBeVisible();
    await expect(page.getByText("Live")).toBeVisible();
    await expectNoBarriers(page);
  });

  test("a draft that is ready, and what opens over it", async ({ browserOf }) => {
    const page = await browserOf(nora, calm);
    await page.goto(`/drafts/${draft.id}`);
    await expect(page.getByText("Live")).toBeVisible();
    await expectNoBarriers(page);
    await page.getByRole("button", { name: "Publish again" }).click();
    await expect(page.getByRole("dialog", { name: "Publish for children" })).toBeVisible();
    await expectNoBarriers(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Account of Nora" }).click();
    await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
    await expectNoBarriers(page);
  });

  test("a card that is open beside its draft", async ({ browserOf }) => {
    test.slow();
    const page = await browserOf(nora, calm);
    await page.goto(`/drafts/${draft.id}`);
    await page.getByRole("list", { name: "Cards" }).getByRole("link").first().click();
    const panel = page.locator("[data-side-panel]");
    await expect(panel.getByRole("textbox").first()).toBeVisible();
    for (const tab of await panel.getByRole("tablist").first().getByRole("tab").all()) {
      await tab.click();
      await expectNoBarriers(page);
    }
  });

  test("every part of a universe, open beside its cards", async ({ browserOf }) => {
    test.slow();
    const page = await browserOf(nora, calm);
    await page.goto(`/drafts/${draft.id}?panel=universe`);
    const tabs = page.locator("[data-side-panel]").getByRole("tab");
    await expect(tabs.first()).toBeVisible();
    for (const tab of await tabs.all()) {
      await tab.click();
      await expect(tab).toHaveAttribute("aria-selected", "true");
      await expectNoBarriers(page);
    }
  });

  test("a draft without cards, its words and its preview", async ({ browserOf }) => {
    const page = await browserOf(nora, calm);
    const empty = await newDraft(nora, { name: "A shelf of cakes", count: 2 });
    await page.goto(`/drafts/${empty.id}`);
    await expect(page.getByText("Live")).toBeVisible();
    await expectNoBarriers(page);
    await page.goto(`/drafts/${empty.id}/words`);
    await expect(page.getByText("There are no cards yet.")).toBeVisible();
    await expectNoBarriers(page);
    await page.goto(`/drafts/${empty.id}/preview`);
    await expect(page.getByRole("heading", { name: "Nothing to see yet" })).toBeVisible();
    await expectNoBarriers(page);
  });

  test("a draft that failed", async ({ browserOf }) => {
    const page = await browserOf(nora, calm);
    const failed = await stoppedInTheMiddle(nora);
    await sql`update public.draft_assets set status = 'failed', error_code = 'flagged' where draft_id = ${failed.id}`;
    await sql`update public.drafts set status = 'failed' where id = ${failed.id}`;
    await page.goto(`/drafts/${failed.id}`);
    await expect(page.getByText("Live")).toBeVisible();
    await expectNoBarriers(page);
  });

  test("an account whose figures are not there yet, and cannot be read", async ({ browserOf, noise }) => {
    noise.expect(/^503 GET .*\/api\/users\/me\//);
    const page = await browserOf(nora, calm);
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/api/users/me/{usage,sessions}", async (route) => {
      await asked;
      await route.fulfill(resting);
    });
    await page.goto("/account");
    await expect(page.getByRole("heading", { name: "What you have used" })).toBeVisible();
    await expectNoBarriers(page);
    answer();
    await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(2);
    await expectNoBarriers(page);
  });

  test("the sheet of shortcuts", async ({ browserOf }) => {
    const page = await browserOf(nora, calm);
    await page.goto("/drafts");
    await expect(page.getByText("Live")).toBeVisible();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await expectNoBarriers(page);
  });

  test("the list of jobs", async ({ browserOf }) => {
    const page = await browserOf(await newStaff("support"), calm);
    await page.goto("/admin");
    await expect(page.getByText("Live")).toBeVisible();
    await expectNoBarriers(page);
  });
});
