import type { Locator, Page } from "@playwright/test";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { newEducator, type Person } from "./setup/people.ts";
import { call, sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";
import { finishedDraft, type MadeDraft, newDraft } from "./setup/universes.ts";

const tiles = (page: Page) => page.getByRole("list", { name: "Cards" }).locator("> [data-asset]");
const tile = (page: Page, name: string) => tiles(page).filter({ has: page.getByRole("heading", { name }) });
const nameOf = async (card: Locator) => (await card.getByRole("heading").textContent()) ?? "";
const names = (page: Page) => tiles(page).getByRole("heading").allTextContents();
const isSaved = (page: Page) => expect(page.locator("[data-saving=saved]")).toBeVisible();
const chosen = (page: Page) => page.getByRole("region", { name: "Chosen cards" });

async function openDraft(page: Page, { id }: MadeDraft): Promise<void> {
  await page.goto(`/drafts/${id}`);
  await expect(page.getByRole("main").getByRole("status")).toHaveText("Live");
}

/** A draft whose cards have names and nothing else; no model works on it. */
async function namedDeck(who: Person, count: number): Promise<MadeDraft> {
  const draft = await newDraft(who, { name: `Pond ${who.id}`, count });
  await sql`
    with a as (
      insert into public.draft_assets (draft_id, sort_order, concept)
      select ${draft.id}, n - 1, 'thing ' || n from generate_series(1, ${count}::int) n returning id, concept)
    insert into public.draft_asset_translations (asset_id, language, name)
    select a.id, l::public.language, a.concept from a, unnest('{fr,en,es,it,de}'::text[]) l`;
  return draft;
}

test("a teacher puts cards in order by keys and by mouse, and takes it back", async ({ browserOf }) => {
  const nora = await newEducator();
  const draft = await namedDeck(nora, 6);
  const page = await browserOf(nora);
  await openDraft(page, draft);
  const before = await names(page);
  expect(before).toHaveLength(6);
  const [first = "", second = "", third = ""] = before;

  await test.step("Space lifts a card, arrows move it, Space lays it down", async () => {
    await page.getByRole("button", { name: `Move ${first}`, exact: true }).focus();
    await page.keyboard.press("Space");
    await expect(page.getByText(`${first} is lifted, place 1 of 6`)).toBeAttached();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByText(`${first}: place 2 of 6`)).toBeAttached();
    await expect(page.getByRole("button", { name: `Move ${first}`, exact: true })).toBeFocused();
    await page.keyboard.press("Space");
    await expect.poll(() => names(page)).toEqual([second, first, ...before.slice(2)]);
  });

  await test.step("Escape puts a lifted card back", async () => {
    await page.keyboard.press("Space");
    await page.keyboard.press("End");
    await page.keyboard.press("Escape");
    await expect.poll(() => names(page)).toEqual([second, first, ...before.slice(2)]);
  });

  await test.step("a mouse drags a card from anywhere on it, and no card opens by that", async () => {
    const from = (await tile(page, third).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const to = (await tile(page, second).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(from.x + from.width / 2, from.y + 60);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width / 2 - 30, from.y + 60, { steps: 3 });
    await page.mouse.move(to.x + to.width / 2, to.y + 70, { steps: 8 });
    await page.mouse.up();
    await expect.poll(() => names(page)).toEqual([third, second, first, ...before.slice(3)]);
    await expect(page).not.toHaveURL(/card=/);
  });

  await test.step("the order is kept, and Ctrl and Z take back each step", async () => {
    await isSaved(page);
    await page.keyboard.press("Control+z");
    await expect.poll(() => names(page)).toEqual([second, first, ...before.slice(2)]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => names(page)).toEqual(before);
    await page.getByRole("button", { name: "Redo" }).click();
    await expect.poll(() => names(page)).toEqual([second, first, ...before.slice(2)]);
    await isSaved(page);
    await page.reload();
    await expect.poll(() => names(page)).toEqual([second, first, ...before.slice(2)]);
  });
});

test("a finger moves a card by its handle, and chooses one by resting on it", async ({ browserOf }) => {
  const nora = await newEducator();
  const draft = await namedDeck(nora, 4);
  const page = await browserOf(nora, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await openDraft(page, draft);
  const [first = "", second = ""] = await names(page);
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: { x: number; y: number }) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [at] : [] });
  const middle = async (spot: Locator) => {
    const box = (await spot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  await tile(page, second).scrollIntoViewIfNeeded();
  const grip = await middle(page.getByRole("button", { name: `Move ${first}`, exact: true }));
  const goal = await middle(tile(page, second));
  await touch("touchStart", grip);
  await touch("touchMove", { x: grip.x + 20, y: grip.y });
  await expect(page.locator("[data-lifted]")).toBeVisible();
  await touch("touchMove", { x: goal.x - 10, y: goal.y });
  await touch("touchMove", goal);
  await expect.poll(async () => (await names(page)).slice(0, 2)).toEqual([second, first]);
  await touch("touchEnd");
  await expect.poll(async () => (await names(page)).slice(0, 2)).toEqual([second, first]);

  const spot = await middle(tile(page, second));
  await touch("touchStart", spot);
  await expect(chosen(page).getByText("1 chosen")).toBeVisible();
  await touch("touchEnd");
  await expect(tile(page, second).getByRole("checkbox")).toBeChecked();
  await expect(page).not.toHaveURL(/card=/);
  await tile(page, first).getByRole("link").tap();
  await expect(chosen(page).getByText("2 chosen")).toBeVisible();
});

test("a teacher chooses several cards, finds them good, deletes some and takes it back", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const draft = await namedDeck(nora, 5);
  const page = await browserOf(nora);
  await openDraft(page, draft);
  const before = await names(page);
  await expect(page.getByText("0 of 5 cards approved")).toBeVisible();

  await tiles(page).nth(0).getByRole("link").focus();
  await page.keyboard.press("x");
  await tiles(page)
    .nth(2)
    .getByRole("link")
    .click({ modifiers: ["Shift"] });
  await expect(chosen(page).getByText("3 chosen")).toBeVisible();
  await expectNoBarriers(page);
  await chosen(page).getByRole("button", { name: "Looks good" }).click();
  await expect(page.getByText("3 of 5 cards approved")).toBeVisible();
  await expect(page.getByText("3 cards are approved")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(chosen(page)).toBeHidden();

  await page.keyboard.press("Control+a");
  await expect(chosen(page).getByText("5 chosen")).toBeVisible();
  await tiles(page).nth(4).getByRole("link").click();
  await chosen(page).getByRole("button", { name: "Delete 4 cards" }).click();
  await expect.poll(() => names(page)).toEqual(before.slice(4));
  await page.getByText("4 cards are deleted").hover();
  await page
    .getByRole("region", { name: /^Notifications/ })
    .getByRole("button", { name: "Undo" })
    .first()
    .click();
  await expect.poll(() => names(page)).toEqual(before);

  await tiles(page).nth(0).getByRole("link").focus();
  await page.keyboard.press("Delete");
  await expect.poll(() => names(page)).toEqual(before.slice(1));
  await expect(tiles(page).nth(0).getByRole("link")).toBeFocused();
  await page.goto("/drafts");
  await expect
    .poll(async () => (await sql`select from public.draft_assets where draft_id = ${draft.id}`).length)
    .toBe(4);
});

test("two people rename a universe at once, and the second one chooses", async ({ browserOf, noise }) => {
  noise.expect(/^409 PATCH .*\/api\/drafts\//);
  const nora = await newEducator();
  const draft = await namedDeck(nora, 1);
  const page = await browserOf(nora);
  await openDraft(page, draft);
  await page.getByRole("button", { name: "Rename the universe" }).click();
  const field = page.getByRole("textbox", { name: "Name of the universe" });
  await expect(field).toBeFocused();
  await field.fill("Our pond");
  await call(nora, "PATCH", `/api/drafts/${draft.id}`, { name: "The quiet pond" });
  await page.keyboard.press("Enter");
  const choice = page.getByRole("alert").filter({ hasText: "Somebody renamed it meanwhile." });
  await expect(choice).toContainText("Our pond");
  await expect(choice).toContainText("The quiet pond");
  await expectNoBarriers(page);
  await choice.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Our pond" })).toBeVisible();
  await expect(choice).toBeHidden();
  await isSaved(page);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { level: 1, name: "The quiet pond" })).toBeVisible();
});

test("a teacher reads why cards failed, opens one, and tries only those again", async ({ browserOf }) => {
  const nora = await newEducator();
  const draft = await finishedDraft(nora, { count: 3, name: `Reef ${nora.id}` });
  await sql`
    update public.draft_assets set status = 'failed', image_version_id = null, error_code = 'content_flagged'
    where draft_id = ${draft.id} and sort_order < 2`;
  await sql`update public.drafts set status = 'partial' where id = ${draft.id}`;
  const page = await browserOf(nora);
  await openDraft(page, draft);
  await expect(page.getByRole("heading", { name: "2 cards could not be finished" })).toBeVisible();
  const why = page.getByRole("listitem").filter({ hasText: "This was not fit for children." }).first();
  await expect(why.getByRole("link")).toHaveCount(2);
  await expectNoBarriers(page);
  await why.getByRole("link").first().click();
  await expect(page).toHaveURL(/card=/);
  await page.goBack();
  const kept = await tiles(page).nth(2).getByRole("img").getAttribute("src");
  await page.getByRole("button", { name: /^Try again only what failed/ }).click();
  await expect(page.getByText("3 pictures of 3")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("heading", { name: /could not be finished/ })).toBeHidden();
  expect(await tiles(page).nth(2).getByRole("img").getAttribute("src")).toBe(kept);
});

test("pictures that are older than their words are made again at the price on the button", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const draft = await finishedDraft(nora, { count: 2, name: `Shore ${nora.id}` });
  const page = await browserOf(nora);
  await openDraft(page, draft);
  const { items } = await call<{ items: { id: string }[] }>(nora, "GET", `/api/drafts/${draft.id}/assets`);
  await call(nora, "PATCH", `/api/drafts/${draft.id}/assets/${items[0]?.id}`, {
    image_prompt: "a shell on a sunny beach",
  });
  const row = page.locator("[data-stale=image]");
  await expect(row).toContainText("1 picture is older than its words");
  await expect(tiles(page).first().getByText("Older than its words")).toBeVisible();
  await expect(row.getByRole("button")).toContainText(/\d credits?/);
  await expectNoBarriers(page);
  await row.getByRole("button", { name: /^Make again/ }).click();
  await expect(row).toBeHidden();
  await expect(page.getByText("Ready", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(tiles(page).first().getByText("Older than its words")).toBeHidden();
});

test("a teacher writes a card herself, and is told kindly when it is there already", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^409 POST .*\/assets$/);
  const nora = await newEducator();
  const draft = await newDraft(nora, { name: `Meadow ${nora.id}` });
  const page = await browserOf(nora);
  await openDraft(page, draft);
  await expect(page.getByRole("heading", { name: "No cards yet" })).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole("button", { name: "Add a card" }).click();
  const field = page.getByRole("textbox", { name: "What is on the new card?" });
  await expect(field).toBeFocused();
  await field.fill("ladybird");
  await page.keyboard.press("Enter");
  await expect(tile(page, "ladybird")).toBeVisible();
  await expect(field).toHaveValue("");
  await field.fill("Ladybird");
  await page.keyboard.press("Enter");
  await expect(page.getByText("This universe has such a card already.")).toBeVisible();
  await expect(field).toHaveValue("Ladybird");
  await expectNoBarriers(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Add a card" })).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(tiles(page)).toHaveCount(0);
});

test("who only looks sees all cards and nothing that changes them", async ({ browserOf }) => {
  const nora = await newEducator();
  const draft = await namedDeck(nora, 3);
  const ada = await newEducator("Ada");
  const { url } = await call<{ url: string }>(nora, "POST", `/api/drafts/${draft.id}/invitations`, {
    role: "viewer",
  });
  await call(ada, "POST", "/api/invitations/accept", { token: url.split("/").pop() });
  const page = await browserOf(ada);
  await openDraft(page, draft);
  await expect(tiles(page)).toHaveCount(3);
  for (const name of [/^Move /, "Add a card", "Choose", "Rename the universe", "Undo", /^Make /])
    await expect(page.getByRole("button", { name })).toHaveCount(0);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await page.keyboard.press("Control+a");
  await expect(chosen(page)).toBeHidden();
  await tiles(page).first().getByRole("link").click();
  await expect(page).toHaveURL(/card=/);
});

test("with thirty cards in five languages, news of one card touches that card alone", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const draft = await namedDeck(nora, 30);
  const page = await browserOf(nora);
  await openDraft(page, draft);
  await expect(tiles(page)).toHaveCount(30);
  const name = await nameOf(tiles(page).nth(7));
  const id = await tiles(page).nth(7).getAttribute("data-asset");
  await page.evaluate(() => {
    const touched = new Set<string>();
    Object.assign(window, { touched });
    const look = (records: MutationRecord[]) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const card = element?.closest<HTMLElement>("li[data-asset]")?.dataset.asset;
        if (card) touched.add(card);
      }
    };
    new MutationObserver(look).observe(document.body, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  await call(nora, "PATCH", `/api/drafts/${draft.id}/assets/${id}`, { names: { en: `${name} of mine` } });
  await expect(tiles(page).nth(7).getByRole("heading")).toHaveText(`${name} of mine`);
  const touched = await page.evaluate(() => [...(window as unknown as { touched: Set<string> }).touched]);
  expect(touched).toEqual([id]);
});
