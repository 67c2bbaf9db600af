import type { Page } from "@playwright/test";
import { newEducator } from "./setup/people.ts";
import { sql } from "./setup/studio.ts";
import { anybody, expect, test } from "./setup/test.ts";
import { newDraft } from "./setup/universes.ts";

/** Text that only the code of these has, also once it is pressed. */
const marks = {
  menus: "data-base-ui",
  questions: "No QueryClient set",
  words: "MISSING_MESSAGE",
  classNames: "arbitrary..",
  database: "GoTrueClient",
};
type Part = keyof typeof marks;

/** Notes what the scripts of a page are, from now on. */
function noteScripts(page: Page) {
  const arrived: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") arrived.push(response.text().catch(() => ""));
  });
  return async (): Promise<Part[]> => {
    const code = (await Promise.all(arrived)).join("\n");
    return (Object.keys(marks) as Part[]).filter((part) => code.includes(marks[part]));
  };
}

/** From now on scripts wait until `go` is called, or fail until then. */
async function holdScripts(page: Page, how: "wait" | "fail") {
  const held = Promise.withResolvers<void>();
  let isHeld = true;
  await page.route("**/*.js", async (route) => {
    if (isHeld && how === "fail") return route.abort("failed");
    await held.promise;
    return route.continue();
  });
  return () => {
    isHeld = false;
    held.resolve();
  };
}

const settings = (page: Page) => page.getByRole("button", { name: "Language and look" });
const menu = (page: Page) => page.getByRole("menu");
const palette = (page: Page) => page.getByRole("combobox", { name: "Find and do anything" });

/** The page listens when its bar has taken note of who uses it. */
async function openPage(page: Page, path = "/explore"): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState("networkidle");
}

for (const path of ["/", "/explore"])
  test(`a visitor of ${path} loads what menus are made of with the first one`, async ({ browserOf }) => {
    const page = await browserOf(anybody);
    const loaded = noteScripts(page);
    await openPage(page, path);
    expect(await loaded()).toEqual([]);
    await settings(page).click();
    await expect(menu(page)).toBeVisible();
    expect(await loaded()).toEqual(["menus", "questions", "words", "classNames"]);
  });

test("a teacher has news everywhere, so it comes by itself, and the cards being made are on the tab", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const draft = await newDraft(nora, { name: "Deep jungle" });
  const page = await browserOf(nora);
  const loaded = noteScripts(page);
  await openPage(page);
  await expect.poll(loaded).toContain("database");
  let progress = 40;
  await expect(async () => {
    progress += 1;
    await sql`update public.drafts set status = 'generating', progress = ${progress} where id = ${draft.id}`;
    await expect(page).toHaveTitle(`${progress}% · Deep jungle`, { timeout: 2000 });
  }).toPass();
  await page.getByRole("button", { name: "Account of Nora" }).click();
  await expect(page.getByRole("menuitem", { name: "My account" })).toBeVisible();
  await page.keyboard.press("Escape");
  await sql`update public.drafts set status = 'ready', progress = 100 where id = ${draft.id}`;
  await expect(page.getByText("“Deep jungle” is ready")).toBeVisible();
});

test("the first use of a button is like every other: by mouse, by keys and from anywhere", async ({
  browserOf,
}) => {
  await test.step("by mouse", async () => {
    const page = await browserOf(anybody);
    await openPage(page);
    await settings(page).click();
    await expect(menu(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(menu(page)).toBeHidden();
    await expect(settings(page)).toBeFocused();
  });
  await test.step("by keys", async () => {
    const page = await browserOf(anybody);
    await openPage(page);
    await page.getByRole("button", { name: "Find and do anything" }).focus();
    await page.keyboard.press("Tab");
    await expect(settings(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitemradio").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(settings(page)).toBeFocused();
  });
  await test.step("from anywhere", async () => {
    const page = await browserOf(anybody);
    await openPage(page);
    const link = page.getByRole("banner").getByRole("link", { name: "Explore" });
    await link.focus();
    await page.keyboard.press("Control+k");
    await expect(palette(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(link).toBeFocused();
  });
});

test("a tap is not lost while its menu is under way", async ({ browserOf }) => {
  const page = await browserOf(anybody, { hasTouch: true, viewport: { width: 390, height: 800 } });
  await openPage(page);
  const go = await holdScripts(page, "wait");
  await settings(page).tap();
  await expect(settings(page)).toHaveAttribute("aria-busy", "true");
  await expect(menu(page)).toHaveCount(0);
  go();
  await expect(menu(page)).toBeVisible();
  await page.getByRole("menuitemradio", { name: "Deutsch" }).tap();
  await expect(page.getByRole("button", { name: "Sprache und Aussehen" })).toBeVisible();

  await test.step("and is forgotten when somebody comes back to the page", async () => {
    await page.getByRole("link", { name: "Anmelden" }).click();
    await page.waitForURL("**/sign-in");
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveURL("/explore");
    await expect(menu(page)).toHaveCount(0);
  });
});

test("without a network a tap does no harm, and the next one with it opens the menu", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^net::ERR_FAILED GET .*\.js/);
  const page = await browserOf(anybody);
  await openPage(page);
  const go = await holdScripts(page, "fail");
  const failed = page.waitForEvent("requestfailed");
  await settings(page).click();
  await failed;
  await expect(settings(page)).not.toHaveAttribute("aria-busy");
  await expect(page.getByRole("heading", { name: "Explore", level: 1 })).toBeVisible();
  go();
  await settings(page).click();
  await expect(menu(page)).toBeVisible();
});
