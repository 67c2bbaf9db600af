import { expectNoBarriers } from "./setup/accessibility.ts";
import { newEducator, type Person } from "./setup/people.ts";
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

  test("an account that is asked for with nothing filled in, and the menu of a visitor", async ({
    browserOf,
  }) => {
    const page = await browserOf(anybody, calm);
    await page.goto("/sign-up");
    await page.getByRole("button", { name: "Create my account" }).click();
    await expect(page.getByText("Choose 8 to 72 characters.")).toBeVisible();
    await expectNoBarriers(page);
    await page.getByRole("button", { name: "Language and look" }).click();
    await expect(page.getByRole("menuitemradio", { name: "Deutsch" })).toBeVisible();
    await expectNoBarriers(page);
  });

  test("the word that a letter is on its way", async ({ browserOf }) => {
    const page = await browserOf(anybody, calm);
    await page.goto("/forgot-password");
    await page.getByRole("textbox", { name: "E-mail address" }).fill(nora.email);
    await page.getByRole("button", { name: "Send the link" }).click();
    await expect(page.getByText("Look into your e-mail")).toBeVisible();
    await expectNoBarriers(page);
  });

  test("a page that does not exist", async ({ browserOf, noise }) => {
    noise.expect(/^404 GET .*\/no-such-page$/);
    const page = await browserOf(anybody, calm);
    await page.goto("/no-such-page");
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
    await expectNoBarriers(page);
  });

  test("the cards of a child", async ({ browserOf }) => {
    const page = await browserOf(anybody, calm);
    await page.goto(`/u/${draft.slug}`);
    await expect(page.getByRole("listitem").getByRole("presentation").last()).toBeInViewport();
    await expectNoBarriers(page);
  });

  test("the end of the cards of a child", async ({ browserOf }) => {
    const page = await browserOf(anybody, calm);
    await page.goto(`/u/${draft.slug}`);
    await page.getByRole("button", { name: "Next card" }).click();
    await page.getByRole("button", { name: "Next card" }).click();
    await expect(page.getByRole("button", { name: "Again!" })).toBeInViewport();
    await expectNoBarriers(page);
  });
});
