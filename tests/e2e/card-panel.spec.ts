import type { Locator, Page, Route } from "@playwright/test";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { panelOf } from "./setup/deck.ts";
import { drawnDraft, putFigure } from "./setup/drawn.ts";
import { newEducator, type Person } from "./setup/people.ts";
import { addressOf } from "./setup/pictures.ts";
import { call, sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";
import type { MadeDraft } from "./setup/universes.ts";

interface Card {
  id: string;
  concept: string;
  names: Record<string, string>;
  is_approved: boolean;
  own_image_prompt: string | null;
}

const nameIn = (panel: Locator, language: string) =>
  panel.getByRole("textbox", { name: `Name, ${language}` });

async function cardsOf(who: Person, draft: MadeDraft): Promise<[Card, Card]> {
  const { items } = await call<{ items: [Card, Card] }>(who, "GET", `/api/drafts/${draft.id}/assets`);
  return items;
}

/** Opens a card by its address and waits until the page is live. */
async function open(page: Page, draft: MadeDraft, card: Card): Promise<Locator> {
  await page.goto(`/drafts/${draft.id}?card=${card.id}`);
  const panel = panelOf(page);
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText(card.names.en ?? "");
  await expect(page.getByRole("status").filter({ hasText: "Live" })).toBeVisible();
  return panel;
}

let nora: Person;
let draft: MadeDraft;

test.beforeEach("Nora has two cards", async () => {
  nora = await newEducator();
  draft = await drawnDraft(nora);
});

test("a teacher opens a card from its deck, goes on to the next and comes back to the deck", async ({
  browserOf,
}) => {
  const [first, second] = await cardsOf(nora, draft);
  const page = await browserOf(nora);
  await page.goto(`/drafts/${draft.id}`);
  await expect(page.getByRole("status").filter({ hasText: "Live" })).toBeVisible();
  const link = page.getByRole("main").getByRole("link", { name: first.names.en ?? "", exact: true });
  await link.focus();
  await page.keyboard.press("Enter");
  const panel = panelOf(page);
  await expect(panel.getByText("1 of 2")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`card=${first.id}`));

  await test.step("goes on with the arrow key, and the address goes along", async () => {
    await panel.getByRole("button", { name: "Next card" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(panel.getByText("2 of 2")).toBeVisible();
    await page.reload();
    await expect(panel.getByRole("heading", { level: 2 })).toHaveText(second.names.en ?? "");
  });

  await test.step("says with one key that it is good, and takes that back", async () => {
    await panel.getByRole("button", { name: "Previous card" }).focus();
    await page.keyboard.press("a");
    await expect(panel.getByRole("button", { name: "Approved" })).toBeVisible();
    await expect.poll(async () => (await cardsOf(nora, draft))[1].is_approved).toBe(true);
    await page.keyboard.press("ArrowLeft");
    await expect(panel.getByText("1 of 2")).toBeVisible();
    const held = Promise.withResolvers<void>();
    await page.route(`**/api/drafts/${draft.id}/assets`, (route) =>
      held.promise.then(() => route.continue()),
    );
    await page.keyboard.press("Control+z");
    // At once, not when the studio has done it: the card may be closed by then.
    await expect(panel.getByText("2 of 2")).toBeVisible();
    held.resolve();
    await expect(panel.getByRole("button", { name: "Looks good" })).toBeVisible();
    await expect.poll(async () => (await cardsOf(nora, draft))[1].is_approved).toBe(false);
  });

  await test.step("closes it with Escape, and the focus is on its card", async () => {
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(page).not.toHaveURL(/card=/);
    await expect(
      page.getByRole("main").getByRole("link", { name: second.names.en ?? "", exact: true }),
    ).toBeFocused();
  });
});

test("a teacher writes names and texts in place, and the studio keeps them by itself", async ({
  browserOf,
}) => {
  const [card] = await cardsOf(nora, draft);
  const page = await browserOf(nora);
  const panel = await open(page, draft, card);
  const german = nameIn(panel, "Deutsch");
  const nameNow = async () => (await cardsOf(nora, draft))[0].names.de;

  await test.step("without leaving the field", async () => {
    await german.fill("brüllaffe");
    await expect(panel.getByText("Everything is saved")).toBeVisible();
    await expect.poll(nameNow).toBe("brüllaffe");
    await expect(german).toBeFocused();
  });

  await test.step("corrects at one press what the language check finds", async () => {
    await panel.getByRole("button", { name: "Correct to: Brüllaffe" }).click();
    await expect(german).toHaveValue("Brüllaffe");
    await expect.poll(nameNow).toBe("Brüllaffe");
  });

  await test.step("takes both back and does the first again", async () => {
    await panel.getByRole("button", { name: "Undo" }).click();
    await expect(german).toHaveValue("brüllaffe");
    await panel.getByRole("button", { name: "Undo" }).click();
    await expect(german).toHaveValue(card.names.de ?? "");
    await panel.getByRole("button", { name: "Redo" }).click();
    await expect(german).toHaveValue("brüllaffe");
    await expect.poll(nameNow).toBe("brüllaffe");
  });

  await test.step("keeps a story that was begun when going on to the next card", async () => {
    await panel.getByRole("tab", { name: "English" }).click();
    await panel.getByRole("textbox", { name: "Little story" }).fill("It sang to the moon.");
    await panel.getByRole("button", { name: "Next card" }).click();
    await expect(panel.getByText("2 of 2")).toBeVisible();
    await expect
      .poll(async () => {
        const [row] = await sql`
          select story from public.draft_asset_translations where asset_id = ${card.id} and language = 'en'`;
        return row?.story;
      })
      .toBe("It sang to the moon.");
  });
});

test("what somebody else wrote meanwhile lies beside one's own words, and one chooses", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^409 PATCH /);
  const [card] = await cardsOf(nora, draft);
  const page = await browserOf(nora);
  const panel = await open(page, draft, card);
  const german = nameIn(panel, "Deutsch");
  await german.fill("Äffchen");
  await call(nora, "PATCH", `/api/drafts/${draft.id}/assets/${card.id}`, { names: { de: "Gorilla" } });
  await german.fill("Schimpanse");
  await page.keyboard.press("Tab");
  const choice = panel.getByRole("alert");
  await expect(choice).toContainText("Somebody changed this meanwhile.");
  await expect(choice).toContainText("Schimpanse");
  await expect(choice).toContainText("Gorilla");
  await choice.getByRole("button", { name: "Keep mine" }).click();
  await expect(choice).toBeHidden();
  await expect.poll(async () => (await cardsOf(nora, draft))[0].names.de).toBe("Schimpanse");
});

/** The next words for a model are read before the next change of a card is kept, and arrive after it. */
async function readBeforeSaved(page: Page, draft: MadeDraft): Promise<void> {
  const [read, saved] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const change = async (route: Route) => {
    if (route.request().method() === "GET") return route.fallback();
    await read.promise;
    await route.fulfill({ response: await route.fetch() });
    saved.resolve();
  };
  const reading = async (route: Route) => {
    const response = await route.fetch();
    read.resolve();
    await saved.promise;
    // The page has no use for it any more.
    await route.fulfill({ response }).catch(() => undefined);
  };
  await page.route(`**/api/drafts/${draft.id}/assets`, change);
  await page.route("**/prompt?piece=image", reading, { times: 1 });
}

test("a teacher gives one card words of its own, makes its picture again and brings the first one back", async ({
  browserOf,
}) => {
  const [card] = await cardsOf(nora, draft);
  const page = await browserOf(nora);
  const panel = await open(page, draft, card);
  const picture = panel.getByRole("tabpanel", { name: "Picture" }).getByRole("img").first();
  const pathOf = async () => new URL(await addressOf(picture)).pathname;
  const before = await pathOf();

  await panel.getByText("Words for the picture").click();
  await expect(panel.locator("blockquote")).toContainText("soft 3D picture-book illustration");
  await readBeforeSaved(page, draft);
  await panel.getByRole("textbox", { name: "What the picture shows" }).fill("A monkey in deep snow at night");
  await expect(panel.getByText("These words count for this card only.")).toBeVisible();
  await expect(
    panel.getByText("The words or the style have changed since this picture was made."),
  ).toBeVisible();
  await expect(panel.locator("blockquote")).toContainText("A monkey in deep snow at night");

  await panel.getByRole("button", { name: /^Make it again \d+ credits?$/ }).click();
  await expect.poll(pathOf, { timeout: 60_000 }).not.toBe(before);
  await expect(
    panel.getByText("The words or the style have changed since this picture was made."),
  ).toBeHidden();

  await panel.getByText("Earlier versions").click();
  await panel.getByRole("button", { name: /^Made, .*[AP]M$/ }).click();
  await panel.getByRole("button", { name: "Use this one" }).click();
  await expect.poll(pathOf).toBe(before);

  await panel.getByRole("button", { name: "Use the universe’s words" }).click();
  await expect(panel.getByText("These are the words of the whole universe.")).toBeVisible();
  await expect.poll(async () => (await cardsOf(nora, draft))[0].own_image_prompt).toBeNull();
});

test("a card that is deleted comes back when it is wanted back, and is gone when it is not", async ({
  browserOf,
}) => {
  const [first, second] = await cardsOf(nora, draft);
  const page = await browserOf(nora);
  const panel = await open(page, draft, first);
  const tiles = page.locator("main li[data-asset]");
  const remove = () => panel.getByRole("button", { name: /^Delete the card/ }).click();
  await remove();
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText(second.names.en ?? "");
  await expect(tiles).toHaveCount(1);
  const notice = page.getByRole("dialog").filter({ hasText: "is deleted" });
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(tiles).toHaveCount(2);

  await panel.getByRole("button", { name: "Previous card" }).click();
  await remove();
  await expect(tiles).toHaveCount(1);
  await expect
    .poll(() => sql`select id from public.draft_assets where draft_id = ${draft.id}`)
    .toEqual([{ id: second.id }]);
});

test("who may only look sees all of a card and can change nothing", async ({ browserOf }) => {
  const [card] = await cardsOf(nora, draft);
  await putFigure(nora, draft.id, card.id);
  const ben = await newEducator("Ben");
  const { url } = await call<{ url: string }>(nora, "POST", `/api/drafts/${draft.id}/invitations`, {
    role: "viewer",
  });
  await call(ben, "POST", "/api/invitations/accept", { token: url.split("/").pop() });
  // For who wants less motion the figure stands still until it is turned.
  const page = await browserOf(ben, { reducedMotion: "reduce" });
  const panel = await open(page, draft, card);
  await expect(panel.getByText(card.names.de ?? "", { exact: true })).toBeVisible();
  await expect(panel.getByRole("textbox")).toHaveCount(0);
  await expect(
    panel.getByRole("button", { name: /Make|Write|Delete|Looks good|Undo|own picture/ }),
  ).toHaveCount(0);
  await panel.getByRole("tab", { name: "3D figure" }).click();
  const figure = panel.locator("[data-figure=shown]");
  await expect(figure).toBeVisible();
  const still = await figure.screenshot();
  await figure.press("ArrowRight");
  await expect.poll(async () => (await figure.screenshot()).equals(still)).toBe(false);
});

test("nothing in the panel of a card keeps people out", async ({ browserOf }) => {
  const [card] = await cardsOf(nora, draft);
  const page = await browserOf(nora);
  const panel = await open(page, draft, card);
  await panel.getByText("Words for the picture").click();
  await panel.getByText("Earlier versions").click();
  await panel.getByRole("button", { name: "How it is said, Deutsch" }).click();
  await expectNoBarriers(page);
});
