import type { Locator, Page } from "@playwright/test";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { newEducator, newStaff } from "./setup/people.ts";
import { anybody, expect, test } from "./setup/test.ts";
import { finishedDraft, newDraft } from "./setup/universes.ts";

const title = "Find and do anything";

/** Opens the palette by its keys, as soon as the page listens to them. Pressed again, they change nothing. */
async function openPalette(page: Page, name = title): Promise<{ palette: Locator; field: Locator }> {
  const palette = page.getByRole("dialog", { name });
  const field = palette.getByRole("combobox", { name });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused({ timeout: 2000 });
  }).toPass();
  return { palette, field };
}

test("a teacher goes anywhere with a few letters", async ({ browserOf }) => {
  const nora = await newEducator();
  const draft = await newDraft(nora, { name: "Über den Wolken" });
  const page = await browserOf(nora);
  const held = Promise.withResolvers<void>();
  await page.route("**/api/drafts?*", (route) => held.promise.then(() => route.continue()));
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "My account", level: 1 })).toBeVisible();
  const { palette, field } = await openPalette(page);
  const marked = palette.locator("[role=option][data-highlighted]");

  await test.step("and what arrives late pushes nothing away", async () => {
    await expect(marked).toHaveText("My universes");
    held.resolve();
    await expect(palette.getByRole("option").last()).toContainText("Über den Wolken");
    await expect(marked).toHaveText("My universes");
  });

  await test.step("to a page, by the beginning of one of its words", async () => {
    await field.pressSequentially("expl");
    await expect(palette.getByRole("option", { name: "Explore" })).toHaveAttribute("data-highlighted", "");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/explore");
    await expect(palette).toBeHidden();
  });

  await test.step("to a universe, by its name without accents", async () => {
    await page.getByRole("button", { name: title }).click();
    await field.fill("uber den");
    await palette.getByRole("option", { name: "Über den Wolken" }).click();
    await expect(page).toHaveURL(`/drafts/${draft.id}`);
  });

  await test.step("with the arrows, and back to where one was with Escape", async () => {
    // In the page, not in its header: the link of the header is the last one while the page is still filling.
    const back = page.getByRole("main").getByRole("link", { name: "My universes" });
    await back.focus();
    await openPalette(page);
    const first = await marked.textContent();
    await page.keyboard.press("ArrowDown");
    await expect(marked).not.toHaveText(first ?? "");
    await page.keyboard.press("Escape");
    await expect(palette).toBeHidden();
    await expect(back).toBeFocused();
  });

  await test.step("and is told kindly when nothing fits", async () => {
    await openPalette(page);
    await field.fill("zzzz");
    await expect(palette.getByText("Nothing fits. Try another word.")).toBeVisible();
    await expectNoBarriers(page);
  });
});

test("what can be done on a page is in the palette, and does the same", async ({ browserOf }) => {
  const nora = await newEducator();
  const draft = await finishedDraft(nora, { count: 1 });
  const page = await browserOf(nora);
  await page.goto(`/drafts/${draft.id}`);
  await expect(page.getByText("Live")).toBeVisible();
  const { palette } = await openPalette(page);
  await expect(palette.getByRole("group", { name: "On this page" })).toBeVisible();
  await expectNoBarriers(page);
  await palette.getByRole("option", { name: "Publish for children" }).click();
  await expect(page.getByRole("dialog", { name: "Publish for children" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "My universes" }).first().click();
  await expect(page.getByRole("heading", { name: "My universes", level: 1 })).toBeVisible();
  await openPalette(page);
  await expect(palette.getByRole("option", { name: "My account" })).toBeVisible();
  await expect(palette.getByRole("option", { name: "Publish for children" })).toHaveCount(0);
});

test("the look and the language are a few letters away, in the language of the page", async ({
  browserOf,
}) => {
  const page = await browserOf(await newEducator(), { locale: "de-DE" });
  await page.goto("/explore");
  const type = async (text: string) => {
    const { palette, field } = await openPalette(page, "Alles finden und tun");
    await field.pressSequentially(text);
    await page.keyboard.press("Enter");
    await expect(palette).toBeHidden();
  };
  await expect(page.getByRole("button", { name: "Alles finden und tun" })).toContainText("Strg K");
  await type("dunkel");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await type("französisch");
  await expect(page.getByRole("button", { name: "Tout trouver, tout faire" })).toBeVisible();
});

test("the help lists the palette, and the palette the help", async ({ browserOf }) => {
  const page = await browserOf(await newEducator());
  await page.goto("/drafts");
  await expect(page.getByRole("heading", { name: "Your first universe" })).toBeVisible();
  const { field } = await openPalette(page);
  await field.pressSequentially("keyboard");
  await page.keyboard.press("Enter");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help.getByRole("listitem").filter({ hasText: title })).toContainText("Ctrl K");
  // An open window is not covered by another one.
  await page.keyboard.press("Control+k");
  await expect(help).toBeVisible();
  await expect(page.getByRole("combobox", { name: title })).toHaveCount(0);
});

test("everybody finds what is theirs: visitors the way in, staff the jobs", async ({ browserOf }) => {
  const visitor = await browserOf(anybody);
  await visitor.goto("/explore");
  await openPalette(visitor);
  await expect(visitor.getByRole("option", { name: "Sign in" })).toBeVisible();
  await expect(visitor.getByRole("option", { name: "My account" })).toHaveCount(0);
  const staff = await browserOf(await newStaff("support"));
  await staff.goto("/explore");
  await openPalette(staff);
  await staff.getByRole("option", { name: "Jobs", exact: true }).click();
  await expect(staff).toHaveURL("/admin");
});
