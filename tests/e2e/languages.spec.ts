import type { Page } from "@playwright/test";
import { type Language, languages } from "../../lib/contract/languages.ts";
import { newEducator, newStaff, type Person } from "./setup/people.ts";
import { stoppedInTheMiddle } from "./setup/scenes.ts";
import { anybody, expect, test } from "./setup/test.ts";
import { finishedDraft, type MadeDraft, publish } from "./setup/universes.ts";
import { messagesOf, strayWords } from "./setup/words.ts";

let ada: Person;
let draft: MadeDraft;
let half: MadeDraft;

test.beforeAll("Ada, who may see every page, has two drafts", async () => {
  ada = await newStaff("admin");
  draft = await finishedDraft(ada, { name: "Bibop", count: 1 });
  await publish(ada, draft);
  half = await stoppedInTheMiddle(ada);
});

async function expectLanguage(page: Page, language: Language, heading: string): Promise<void> {
  const words = messagesOf(language);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.getByRole("heading", { name: words.get(heading) ?? heading, exact: true })).toBeVisible();
  expect(await strayWords(page, language), new URL(page.url()).pathname).toEqual([]);
}

for (const language of languages) {
  test(`a visitor whose browser asks for ${language} reads ${language} on every page`, async ({
    browserOf,
    noise,
  }) => {
    noise.expect(/^404 GET .*\/(no-such-page|u\/nowhere)$/);
    const page = await browserOf(anybody, { locale: language });
    for (const [path, heading] of Object.entries({
      "/": "landing.title",
      "/explore": "explore.title",
      "/sign-in": "auth.signIn.title",
      "/sign-up": "auth.signUp.title",
      "/forgot-password": "auth.forgot.title",
      "/no-such-page": "lost.title",
      "/u/nowhere": "lost.title",
    })) {
      await page.goto(path);
      await expectLanguage(page, language, heading);
    }
    await page.goto(`/u/${draft.slug}`);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.getByRole("button", { name: messagesOf(language).get("viewer.next") })).toBeVisible();
    expect(await strayWords(page, language)).toEqual([]);
  });

  test(`an educator whose browser asks for ${language} works in ${language} on every page`, async ({
    browserOf,
  }) => {
    const words = messagesOf(language);
    const page = await browserOf(ada, { locale: language });
    for (const [path, heading] of Object.entries({
      "/drafts": "drafts.title",
      "/drafts/new": "newDraft.title",
      "/account": "accountPage.title",
      "/admin": "admin.title",
      [`/drafts/${half.id}`]: half.name,
      [`/drafts/${draft.id}`]: draft.name,
    })) {
      await page.goto(path);
      await expectLanguage(page, language, heading);
    }
    await page.getByRole("button", { name: words.get("draft.publishAgain") }).click();
    await expectLanguage(page, language, "publish.title");
  });
}

test("the search for stray words finds raw keys and English that stayed, and nothing else", async ({
  browserOf,
}) => {
  const page = await browserOf(anybody);
  await page.setContent(`<html lang="fr"><title>Explorer</title><body>
    <h1>Explore</h1><p>explore.empty.title</p><a aria-label="Sign in"></a>
    <p>Explorer</p><p lang="en">English</p><p>A sentence that somebody wrote.</p></body></html>`);
  expect(await strayWords(page, "fr")).toEqual(["Explore", "explore.empty.title", "Sign in"]);
});

test("an educator changes the language in the menu, and finds it again on another device", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const page = await browserOf(nora);
  await page.goto("/drafts");
  await page.getByRole("button", { name: "Account of Nora" }).click();
  await page.getByRole("menuitemradio", { name: "Français" }).click();
  await expect(page.getByRole("heading", { name: "Mes univers" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Mes univers" })).toBeVisible();

  const device = await browserOf(anybody);
  await device.goto("/sign-in");
  await device.getByRole("textbox", { name: "E-mail address" }).fill(nora.email);
  await device.getByLabel("Password").fill(nora.password);
  await device.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(device.getByRole("heading", { name: "Mes univers" })).toBeVisible();
});
