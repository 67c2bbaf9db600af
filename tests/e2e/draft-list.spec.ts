import type { Page } from "@playwright/test";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { newEducator, type Person } from "./setup/people.ts";
import { sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";
import { finishedDraft, newDraft } from "./setup/universes.ts";

const main = (page: Page) => page.getByRole("main");
const tiles = (page: Page) => main(page).locator("[data-draft]");
const tile = (page: Page, name: string) => tiles(page).filter({ hasText: name });
const isLive = (page: Page) => expect(main(page).getByRole("status")).toHaveText("Live");

async function openList(page: Page, query = ""): Promise<void> {
  await page.goto(`/drafts${query}`);
  await isLive(page);
}

async function fromMenu(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole("button", { name: `More for ${name}`, exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

/** Notes from now on which tiles are drawn anew. Returns how to ask for them. */
async function watchTiles(page: Page): Promise<() => Promise<string[]>> {
  const noted = await page.evaluateHandle(() => {
    const drawn = new Set<string>();
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const id = element?.closest<HTMLElement>("[data-draft]")?.dataset.draft;
        if (id) drawn.add(id);
      }
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    return drawn;
  });
  return () => noted.evaluate((drawn) => [...drawn]);
}

/** Three drafts without cards, of which one failed. */
async function withThree(): Promise<Person> {
  const nora = await newEducator();
  await newDraft(nora, { name: "Äffchen", theme: "jungle" });
  const failed = await newDraft(nora, { name: "Coral reef", theme: "ocean" });
  await newDraft(nora, { name: "Birthday", theme: "birthday cakes" });
  await sql`update public.drafts set status = 'failed' where id = ${failed.id}`;
  return nora;
}

test("a teacher finds a universe by what they remember of it, and sends the address to themselves", async ({
  browserOf,
}) => {
  const nora = await withThree();
  const page = await browserOf(nora);
  await openList(page);
  await expect(tiles(page)).toHaveCount(3);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("affchen");
  await expect(tiles(page)).toHaveCount(1);
  await expect(tile(page, "Äffchen")).toBeVisible();
  await expect(page).toHaveURL(/\?search=affchen$/);
  await expect(page.getByText("1 universe found")).toBeVisible();

  const later = await page.context().newPage();
  await openList(later, new URL(page.url()).search);
  await expect(later.getByRole("searchbox")).toHaveValue("affchen");
  await expect(tiles(later)).toHaveCount(1);

  await page.getByRole("searchbox").fill("submarine");
  await expect(page.getByRole("heading", { name: "Nothing for “submarine”" })).toBeVisible();
  await expectNoBarriers(page);
  await page.goBack();
  await expect(tiles(page)).toHaveCount(3);
  await expect(page.getByRole("searchbox")).toHaveValue("");
});

test("a teacher looks at one state, one theme and another order, and Back undoes each step", async ({
  browserOf,
}) => {
  const page = await browserOf(await withThree());
  await openList(page);
  await page.getByRole("button", { name: "State" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Failed" }).click();
  await page.keyboard.press("Escape");
  await expect(tiles(page)).toHaveText([/Coral reef/]);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Ideas of my own" }).click();
  await page.keyboard.press("Escape");
  await expect(tiles(page)).toHaveText([/Birthday/]);
  await expect(page).toHaveURL(/\?theme=any$/);
  await page.goBack();
  await expect(tiles(page)).toHaveText([/Birthday/, /Coral reef/, /Äffchen/]);
  await page.getByRole("button", { name: "Sorted: Newest first" }).click();
  await page.getByRole("menuitemradio", { name: "By name" }).click();
  await expect(tiles(page)).toHaveText([/Äffchen/, /Birthday/, /Coral reef/]);
  await page.goBack();
  await page.goBack();
  await expect(tiles(page)).toHaveText([/Coral reef/]);
});

test("a list that is filtered stays right while another tab works", async ({ browserOf }) => {
  const nora = await withThree();
  const page = await browserOf(nora);
  await openList(page, "?status=failed&sort=name");
  await sql`update public.drafts set status = 'failed' where name = 'Birthday' and owner_id = ${nora.id}`;
  await expect(tiles(page)).toHaveText([/Birthday/, /Coral reef/]);
  await sql`update public.drafts set status = 'draft' where name = 'Coral reef' and owner_id = ${nora.id}`;
  await expect(tiles(page)).toHaveText([/Birthday/]);
});

test("a teacher copies a universe, and opens the copy", async ({ browserOf }) => {
  const nora = await newEducator();
  await finishedDraft(nora, { name: "Pond", count: 1 });
  const page = await browserOf(nora);
  await openList(page);
  await fromMenu(page, "Pond", "Copy");
  await expect(tile(page, "Pond 2").getByText("Ready", { exact: true })).toBeVisible();
  await page.getByText("“Pond 2” is your copy").hover();
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Pond 2" })).toBeVisible();
  await expect(main(page).getByRole("listitem").getByRole("img").first()).toBeVisible();
});

test("a teacher starts several universes, sees what each takes, and why one is left out", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  await finishedDraft(nora, { name: "Done", count: 1 });
  for (const name of ["First", "Second"]) await newDraft(nora, { name, count: 1 });
  const page = await browserOf(nora);
  await openList(page);
  await page.getByRole("button", { name: "Choose", exact: true }).click();
  await expect(page.getByText("Tap the universes you mean")).toBeVisible();
  for (const name of ["First", "Second", "Done"]) await tile(page, name).getByRole("link").click();
  await expect(page.getByText("3 chosen")).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole("button", { name: "Make cards" }).click();
  const dialog = page.getByRole("dialog", { name: "Make several universes" });
  await expect(dialog.getByRole("listitem").filter({ hasText: "First" })).toContainText(/credit/);
  await expect(dialog.getByRole("listitem").filter({ hasText: "Done" })).toContainText(
    "Everything is done already.",
  );
  await expectNoBarriers(page);
  await dialog.getByRole("button", { name: "Make 2 universes" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("2 universes are being made")).toBeVisible();
  await expect(page.getByRole("region", { name: "Chosen universes" })).toBeHidden();
  for (const name of ["First", "Second"])
    await expect(tile(page, name).getByText("Ready", { exact: true })).toBeVisible({ timeout: 60_000 });
});

test("a teacher chooses with the keyboard, deletes several, and takes them all back", async ({
  browserOf,
}) => {
  const page = await browserOf(await withThree());
  await openList(page);
  await tile(page, "Birthday").getByRole("link").focus();
  await page.keyboard.press("x");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("x");
  await expect(page.getByText("2 chosen")).toBeVisible();
  await page.getByRole("button", { name: "Delete 2 universes" }).click();
  await expect(tiles(page)).toHaveText([/Äffchen/]);
  await page.getByText("2 universes are deleted").hover();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(tiles(page)).toHaveCount(3);
  await tile(page, "Birthday").getByRole("link").focus();
  await page.keyboard.press("x");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Chosen universes" })).toBeHidden();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Choose a universe");
});

test("the first universe is one tap away", async ({ browserOf }) => {
  const nora = await newEducator();
  const page = await browserOf(nora);
  await page.goto("/drafts");
  await expect(page.getByRole("list", { name: "What it will take" })).toContainText(/credit/);
  await page.getByRole("button", { name: "The farm" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The farm" })).toBeVisible();
  await page.goto("/drafts");
  await expect(tile(page, "The farm")).toBeVisible();
});

test("a long list grows as one scrolls, without showing anything twice, and draws only what changes", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  await sql`
    with u as (
      insert into public.universes (owner_id, slug, name) select ${nora.id}, ${nora.id} || '-' || n, 'Deck ' || n
      from generate_series(1, 95) n returning id, name)
    insert into public.drafts (universe_id, owner_id, theme, name, languages)
    select id, ${nora.id}, 'ocean', name, '{en}' from u`;
  const page = await browserOf(nora);
  await openList(page);
  await expect(page.getByText("95 universes")).toBeVisible();
  await expect(tiles(page)).toHaveCount(40);
  await tiles(page).last().scrollIntoViewIfNeeded();
  await expect.poll(() => tiles(page).count()).toBeGreaterThanOrEqual(80);
  await tiles(page).last().scrollIntoViewIfNeeded();
  await expect(tiles(page)).toHaveCount(95);
  const names = await tiles(page).getByRole("link").allTextContents();
  expect(new Set(names).size).toBe(95);
  await expect(page.getByRole("button", { name: /more$/ })).toHaveCount(0);

  const [busy] = await sql`select id from public.drafts where owner_id = ${nora.id} and name = 'Deck 7'`;
  const drawn = await watchTiles(page);
  await sql`update public.drafts set status = 'generating', progress = 30 where id = ${busy?.id}`;
  await expect(page.locator(`[data-draft="${busy?.id}"]`).getByText("Being made")).toBeVisible();
  expect(await drawn()).toEqual([busy?.id]);
});
