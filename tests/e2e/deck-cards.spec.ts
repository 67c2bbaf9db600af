import { expectNoBarriers } from "./setup/accessibility.ts";
import { chosen, isSaved, namedDeck, namesOf, openDraft, tile, tiles } from "./setup/deck.ts";
import { newEducator } from "./setup/people.ts";
import { call, sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";
import { newDraft } from "./setup/universes.ts";

test("a teacher chooses several cards, finds them good, deletes some and takes it back", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const draft = await namedDeck(nora, 5);
  const page = await browserOf(nora);
  await openDraft(page, draft);
  const before = await namesOf(page);
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
  await expect.poll(() => namesOf(page)).toEqual(before.slice(4));
  await page.getByText("4 cards are deleted").hover();
  await page
    .getByRole("region", { name: /^Notifications/ })
    .getByRole("button", { name: "Undo" })
    .first()
    .click();
  await expect.poll(() => namesOf(page)).toEqual(before);

  await tiles(page).nth(0).getByRole("link").focus();
  await page.keyboard.press("Delete");
  await expect.poll(() => namesOf(page)).toEqual(before.slice(1));
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
  await field.fill("Our lake");
  await call(nora, "PATCH", `/api/drafts/${draft.id}`, { name: "The quiet pond" });
  await page.keyboard.press("Enter");
  const choice = page.getByRole("alert").filter({ hasText: "Somebody renamed it meanwhile." });
  await expect(choice).toContainText("Our lake");
  await expect(choice).toContainText("The quiet pond");
  await expectNoBarriers(page);
  await choice.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Our lake" })).toBeVisible();
  await expect(choice).toBeHidden();
  await isSaved(page);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { level: 1, name: "The quiet pond" })).toBeVisible();
});

test("a teacher writes a card herself, and is told kindly when it is there already", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^409 POST .*\/assets$/);
  const nora = await newEducator();
  const draft = await newDraft(nora, { name: "Our meadow" });
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
  const name = (await namesOf(page))[7];
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
