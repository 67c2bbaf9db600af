import { expectNoBarriers } from "./setup/accessibility.ts";
import { newEducator, newStaff, type Person } from "./setup/people.ts";
import { stoppedInTheMiddle } from "./setup/scenes.ts";
import { anybody, expect, test } from "./setup/test.ts";
import { finishedDraft, type MadeDraft, publish } from "./setup/universes.ts";

const calm = { reducedMotion: "reduce" } as const;

let nora: Person;
let draft: MadeDraft;

test.beforeAll("Nora has published two cards", async () => {
  nora = await newEducator();
  draft = await finishedDraft(nora, { theme: "farm", count: 2 });
  await publish(nora, draft);
});

test.describe("nothing keeps people out of", () => {
  for (const [path, heading] of Object.entries({
    "/": "Little worlds to swipe through",
    "/explore": "Explore",
    "/sign-in": "Welcome back",
    "/sign-up": "Create an account",
    "/forgot-password": "Forgotten password",
  }))
    test(`the page ${path}`, async ({ browserOf }) => {
      const page = await browserOf(anybody, calm);
      await page.goto(path);
      await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
      await expectNoBarriers(page);
    });

  test("a sign-in that was refused", async ({ browserOf }) => {
    const page = await browserOf(anybody, calm);
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByText("Type your password.")).toBeVisible();
    await expectNoBarriers(page);
  });

  test("a page that does not exist", async ({ browserOf, noise }) => {
    noise.expect(/^404 GET .*\/no-such-page$/);
    const page = await browserOf(anybody, calm);
    await page.goto("/no-such-page");
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
    await expectNoBarriers(page);
  });

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
    await expect(page.getByRole("button", { name: "Make the cards" })).toBeVisible();
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

  test("a draft that is ready, its two dialogs and the menu", async ({ browserOf }) => {
    const page = await browserOf(nora, calm);
    await page.goto(`/drafts/${draft.id}`);
    await expect(page.getByText("Live")).toBeVisible();
    await expectNoBarriers(page);
    await page
      .getByRole("button", { name: /^New picture for/ })
      .first()
      .click();
    await expect(page.getByRole("dialog", { name: /^New picture:/ })).toBeVisible();
    await expectNoBarriers(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Publish again" }).click();
    await expect(page.getByRole("dialog", { name: "Publish for children" })).toBeVisible();
    await expectNoBarriers(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Account of Nora" }).click();
    await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
    await expectNoBarriers(page);
  });

  test("the cards of a child", async ({ browserOf }) => {
    const page = await browserOf(anybody, calm);
    await page.goto(`/u/${draft.slug}`);
    await expect(page.getByRole("listitem").getByRole("presentation").last()).toBeInViewport();
    await expectNoBarriers(page);
  });

  test("the list of jobs", async ({ browserOf }) => {
    const page = await browserOf(await newStaff("support"), calm);
    await page.goto("/admin");
    await expect(page.getByText("Live")).toBeVisible();
    await expectNoBarriers(page);
  });
});
