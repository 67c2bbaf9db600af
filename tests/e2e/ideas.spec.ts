import type { Page } from "@playwright/test";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { newEducator, type Person } from "./setup/people.ts";
import { call, sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";
import { type MadeDraft, newDraft } from "./setup/universes.ts";

const rows = (page: Page) => page.getByRole("list", { name: "Ideas" }).locator("[data-asset]");
const names = (page: Page) =>
  rows(page)
    .getByRole("textbox")
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
const expectNames = (page: Page, expected: string[]) => expect.poll(() => names(page)).toEqual(expected);
const isKept = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();

/** A draft with ideas of which nothing is made yet. */
async function withIdeas(who: Person, ideas: string[]): Promise<MadeDraft> {
  const draft = await newDraft(who, { theme: "farm", name: "Our farm", count: ideas.length });
  for (const idea of ideas)
    await call(who, "POST", `/api/drafts/${draft.id}/assets`, { concept: idea, names: { en: idea } });
  return draft;
}

async function openIdeas(page: Page, draft: MadeDraft): Promise<void> {
  await page.goto(`/drafts/${draft.id}/ideas`);
  await expect(page.getByRole("main").getByRole("status").filter({ hasText: "Live" })).toBeVisible();
}

test("a teacher sees ideas before anything is paid, puts them right, and has just those made", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const page = await browserOf(nora);
  await page.goto("/drafts/new");
  await page.getByText("The farm").click();
  await page.getByRole("slider", { name: "Number of cards" }).fill("3");
  await page.getByText("Watercolour").click();
  for (const piece of ["Films", "Fun facts and stories", "Music", "Cover"])
    await page.getByRole("group", { name: "What to make" }).getByText(piece).click();
  await page.getByRole("button", { name: "See the ideas first" }).click();
  await expect(page.getByRole("heading", { name: "Ideas for the cards" })).toBeVisible();
  await expect(rows(page)).toHaveCount(3, { timeout: 30_000 });
  const [first = "", second = "", third = ""] = await names(page);

  await page.getByRole("textbox", { name: "Idea 1" }).fill("Dragon");
  await page.getByRole("button", { name: `Take out ${second}` }).click();
  await expectNames(page, ["Dragon", third]);
  await page.getByRole("textbox", { name: "An idea of your own" }).fill("Ladybird");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expectNames(page, ["Dragon", third, "Ladybird"]);
  await isKept(page);
  const made = await sql`select type from public.jobs where user_id = ${nora.id} and not is_parent`;
  expect(made.map(({ type }) => type)).toEqual(["generate_concepts"]);

  await expect(page.getByRole("radio", { name: "Watercolour" })).toBeChecked();
  await expect(page.getByRole("region", { name: "What it will take" })).toContainText(
    /Enough for .*universes/,
  );
  await page.getByRole("button", { name: "Make it" }).click();
  await expect(page).toHaveURL(/\/drafts\/[0-9a-f-]+$/, { timeout: 60_000 });
  const cards = async () =>
    (
      await sql`
      select a.concept, a.image_version_id is not null as has_picture, d.style
      from public.draft_assets a join public.drafts d on d.id = a.draft_id
      where d.owner_id = ${nora.id} order by a.sort_order`
    ).map((card) => [card.concept, card.has_picture, card.style]);
  await expect.poll(cards, { timeout: 60_000 }).toEqual([
    ["Dragon", true, "watercolour"],
    [expect.any(String), true, "watercolour"],
    ["Ladybird", true, "watercolour"],
  ]);
  expect(first).not.toBe("Dragon");
});

test("ideas are put in order with the mouse and with the keyboard alone, and every step is taken back", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const draft = await withIdeas(nora, ["cow", "pig", "hen"]);
  // Lines are where they belong at once, so that the mouse meets them there.
  const page = await browserOf(nora, { reducedMotion: "reduce" });
  await openIdeas(page, draft);

  await page.getByRole("button", { name: "Move cow, place 1" }).focus();
  for (const key of ["Space", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
  await expect(page.getByText("cow, place 3 of 3")).toBeAttached();
  await expectNames(page, ["pig", "hen", "cow"]);
  await page.keyboard.press("Escape");
  await expectNames(page, ["cow", "pig", "hen"]);
  for (const key of ["Space", "ArrowDown", "Space"]) await page.keyboard.press(key);
  await expectNames(page, ["pig", "cow", "hen"]);
  await expect(page.getByRole("button", { name: "Move cow, place 2" })).toBeFocused();

  const [grip, goal] = await Promise.all([
    page.getByRole("button", { name: "Move hen, place 3" }).boundingBox(),
    rows(page).first().boundingBox(),
  ]);
  if (!grip || !goal) throw new Error("the list is not on the page");
  await page.mouse.move(grip.x + 20, grip.y + 20);
  await page.mouse.down();
  await page.mouse.move(grip.x + 20, goal.y + 60, { steps: 4 });
  await page.mouse.move(grip.x + 20, goal.y + 5, { steps: 4 });
  await page.mouse.up();
  await expectNames(page, ["hen", "pig", "cow"]);
  await isKept(page);
  await page.getByRole("button", { name: "Take out pig" }).click();
  await expectNames(page, ["hen", "cow"]);

  await page.getByRole("heading", { name: "Ideas for the cards" }).click();
  await page.keyboard.press("Control+z");
  await expectNames(page, ["hen", "pig", "cow"]);
  await page.keyboard.press("Control+z");
  await expectNames(page, ["pig", "cow", "hen"]);
  await page
    .getByRole("banner")
    .or(page.getByRole("main"))
    .getByRole("button", { name: "Undo" })
    .first()
    .click();
  await expectNames(page, ["cow", "pig", "hen"]);
  await isKept(page);
  await page.reload();
  await expectNames(page, ["cow", "pig", "hen"]);
  await expectNoBarriers(page);
});

test("who wants more gets further ideas, and may take them away again", async ({ browserOf }) => {
  const nora = await newEducator();
  const draft = await withIdeas(nora, ["cow", "pig"]);
  const page = await browserOf(nora);
  await openIdeas(page, draft);
  await page.getByRole("button", { name: "5 more ideas" }).click();
  await expect(rows(page)).toHaveCount(7, { timeout: 30_000 });
  expect(new Set((await names(page)).map((name) => name.toLowerCase())).size).toBe(7);
  const notice = page.getByRole("dialog").filter({ hasText: "5 more ideas" });
  await notice.getByRole("button", { name: "Undo" }).click();
  await expectNames(page, ["cow", "pig"]);
});

test("words that are not for children, and ideas that are there already, are refused where they stand", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^(422|409) (POST|PATCH) .*\/assets$/);
  const nora = await newEducator();
  const draft = await withIdeas(nora, ["cow", "pig"]);
  const page = await browserOf(nora);
  await openIdeas(page, draft);
  const own = page.getByRole("textbox", { name: "An idea of your own" });
  await own.fill("Cow");
  await own.press("Enter");
  await expect(page.getByText("This universe has such a card already.")).toBeVisible();
  await expect(own).toHaveValue("Cow");
  const second = page.getByRole("textbox", { name: "Idea 2" });
  await second.fill("soldiers shooting with guns");
  await second.press("Enter");
  await expect(rows(page).nth(1).getByRole("alert")).toContainText(/left out|Nobody gets hurt/);
  await expect(second).toHaveValue("soldiers shooting with guns");
  await page.getByRole("heading", { name: "Ideas for the cards" }).click();
  await expectNoBarriers(page);
});

test("two teachers change the same idea, and the second one is asked", async ({ browserOf, noise }) => {
  noise.expect(/^409 PATCH .*\/assets$/);
  const nora = await newEducator();
  const draft = await withIdeas(nora, ["cow", "pig"]);
  const page = await browserOf(nora);
  await openIdeas(page, draft);
  const field = page.getByRole("textbox", { name: "Idea 1" });
  // The other one writes while the answer about it is held back.
  await page.route(`**/api/drafts/${draft.id}/assets`, async (route) => {
    if (route.request().method() === "PATCH") {
      const [card] =
        await sql`select id from public.draft_assets where draft_id = ${draft.id} and concept = 'cow'`;
      if (card)
        await call(nora, "PATCH", `/api/drafts/${draft.id}/assets/${card.id}`, {
          concept: "horse",
          names: { en: "horse" },
        });
    }
    await route.continue();
  });
  await field.fill("goat");
  await field.press("Enter");
  const first = rows(page).first();
  await expect(first.getByRole("alert")).toHaveText(
    "Somebody wrote “horse” here meanwhile. You wrote “goat”.",
  );
  await expect(field).toHaveValue("horse");
  await first.getByRole("button", { name: "Keep mine" }).click();
  await expectNames(page, ["goat", "pig"]);
  await isKept(page);
  await expect(first.getByRole("alert")).toBeHidden();
});

test("somebody who was only invited to look sees the ideas and nothing that changes them", async ({
  browserOf,
}) => {
  const [nora, theo] = await Promise.all([newEducator(), newEducator("Theo")]);
  const draft = await withIdeas(nora, ["cow", "pig"]);
  await sql`insert into public.draft_members (draft_id, user_id, role) values (${draft.id}, ${theo.id}, 'viewer')`;
  const page = await browserOf(theo);
  await openIdeas(page, draft);
  const main = page.getByRole("main");
  await expect(main.getByRole("listitem")).toHaveText(["cow", "pig"]);
  await expect(main.getByRole("button")).toHaveCount(0);
  await expect(main.getByRole("textbox")).toHaveCount(0);
});

test("a theme is spoken, and what was typed stays where nobody can write it down", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^503 POST .*\/api\/transcriptions/);
  const page = await browserOf(await newEducator());
  // A tone in place of a microphone.
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const context = new AudioContext();
      Object.assign(window, { sounding: context });
      const tone = context.createOscillator();
      const way = context.createMediaStreamDestination();
      tone.connect(way);
      tone.start();
      return way.stream;
    };
  });
  await page.goto("/drafts/new");
  const idea = page.getByRole("textbox", { name: "Or an idea of your own" });
  await idea.fill("Insects");
  const speak = async () => {
    await page.getByRole("button", { name: "Say it" }).click();
    await expect(page.getByText("Listening: say what it is about")).toBeVisible();
    await page.waitForFunction(
      () => (window as unknown as { sounding: AudioContext }).sounding.currentTime > 0.6,
    );
    await page.getByRole("button", { name: "Done" }).click();
  };
  await speak();
  await expect(page.getByText("This studio cannot listen yet. Please type your idea.")).toBeVisible();
  await expect(idea).toHaveValue("Insects");

  await page.route("**/api/transcriptions?language=en", (route) =>
    route.fulfill({ status: 202, json: { jobId: "b7f1a8ce-6a34-4b6e-9f2e-1d6f6a1f0c11" } }),
  );
  await page.route("**/api/jobs/b7f1a8ce-6a34-4b6e-9f2e-1d6f6a1f0c11", (route) =>
    route.fulfill({ json: { status: "completed", result: { text: "Birds of the forest." } } }),
  );
  await speak();
  await expect(idea).toHaveValue("Birds of the forest");
});
