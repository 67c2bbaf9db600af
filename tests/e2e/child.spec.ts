import type { BrowserContextOptions, Page } from "@playwright/test";
import { expectFullPictures } from "./setup/pictures.ts";
import { shelvedUniverse } from "./setup/shelf.ts";
import { stack } from "./setup/studio.ts";
import { swipeLeft } from "./setup/swipe.ts";
import { anybody, expect, test } from "./setup/test.ts";

const tablet: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

let slug: string;

test.beforeAll("ten cards in five languages are published", async () => {
  slug = await shelvedUniverse({ count: 10 });
});

/** Only the card in front is there for a screen reader, and on screen. */
const front = (page: Page) => page.getByRole("listitem");
/** The picture itself stands before its own soft echo. */
const picture = (page: Page) => front(page).locator("[data-card] img");

const placeOf = (page: Page) => page.getByRole("list").evaluate((row) => row.scrollLeft / row.clientWidth);

async function expectCard(page: Page, place: number): Promise<string> {
  const seen = page.getByRole("progressbar", { name: "Cards seen" });
  await expect(seen).toHaveAttribute("aria-valuenow", String(place));
  // The row has come to rest: a finger that touches it earlier holds it between two cards.
  await expect.poll(() => placeOf(page)).toBe(place - 1);
  await expect(picture(page)).toBeInViewport({ ratio: 0.99 });
  await expectFullPictures(picture(page));
  return (await front(page).getByRole("paragraph").textContent()) ?? "";
}

test("a child swipes through ten cards with a finger, to a calm end, and nobody learns of it", async ({
  browserOf,
}) => {
  const page = await browserOf(anybody, tablet);
  const origins = new Set<string>();
  const cookies: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) origins.add(new URL(request.url()).origin);
  });
  page.on("websocket", (socket) => origins.add(new URL(socket.url()).origin));
  page.on("response", async (response) => {
    const header = await response.headerValue("set-cookie").catch(() => null);
    if (header) cookies.push(`${response.url()}: ${header}`);
  });

  await page.goto(`/u/${slug}`);
  const names = [await expectCard(page, 1)];
  for (let place = 2; place <= 10; place += 1) {
    await swipeLeft(page);
    names.push(await expectCard(page, place));
  }
  expect(new Set(names).size).toBe(10);
  await swipeLeft(page);
  await expect(front(page).getByText("Well done, the end!")).toBeInViewport();
  await page.getByRole("button", { name: "Again!" }).tap();
  expect(await expectCard(page, 1)).toBe(names[0]);

  expect([...origins]).toEqual([stack.status.studioUrl]);
  expect(cookies).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  const kept = await page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }]);
  expect(kept).toEqual([{}, {}]);
});

test("a child walks through the cards with the keys, to the end and back home", async ({ browserOf }) => {
  const page = await browserOf(anybody);
  await page.goto(`/u/${slug}`);
  const first = await expectCard(page, 1);
  for (let place = 2; place <= 10; place += 1) {
    await page.keyboard.press("ArrowRight");
    await expectCard(page, place);
  }
  await page.keyboard.press("ArrowLeft");
  await expectCard(page, 9);
  await page.keyboard.press("End");
  await expect(front(page).getByText("Well done, the end!")).toBeInViewport();
  await page.keyboard.press("Home");
  expect(await expectCard(page, 1)).toBe(first);
});

test("a child leafs with the large buttons", async ({ browserOf }) => {
  const page = await browserOf(anybody, tablet);
  await page.goto(`/u/${slug}`);
  const first = await expectCard(page, 1);
  await expect(page.getByRole("button", { name: "Previous card" })).toBeHidden();
  await page.getByRole("button", { name: "Next card" }).tap();
  expect(await expectCard(page, 2)).not.toBe(first);
  await page.getByRole("button", { name: "Previous card" }).tap();
  expect(await expectCard(page, 1)).toBe(first);
});

test("one tap changes the language of the name and of the buttons", async ({ browserOf }) => {
  const page = await browserOf(anybody, tablet);
  await page.goto(`/u/${slug}`);
  const english = await expectCard(page, 1);
  const words = {
    Français: "Carte suivante",
    Español: "Tarjeta siguiente",
    Italiano: "Carta successiva",
    Deutsch: "Nächste Karte",
  };
  for (const [language, next] of Object.entries(words)) {
    await page.getByRole("button", { name: language }).tap();
    await expect(page.getByRole("button", { name: language })).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByRole("button", { name: next })).toBeVisible();
    await expect(front(page).getByRole("paragraph")).not.toHaveText(english);
  }
  await page.getByRole("button", { name: "English" }).tap();
  expect(await expectCard(page, 1)).toBe(english);
});

test("a card is there at once for somebody who asked for less motion", async ({ browserOf }) => {
  const page = await browserOf(anybody, { reducedMotion: "reduce" });
  await page.goto(`/u/${slug}`);
  await expectCard(page, 1);
  await page.keyboard.press("ArrowRight");
  // Read right after the key, before any frame could have moved the row on.
  expect(await placeOf(page)).toBe(1);
  await expectCard(page, 2);
});

test("the first card stands in its place before a style sheet has come", async ({ browserOf }) => {
  const page = await browserOf(anybody, tablet);
  const held = Promise.withResolvers<void>();
  await page.route("**/_next/**/*.css", (route) => held.promise.then(() => route.continue()));
  await page.goto(`/u/${slug}`, { waitUntil: "commit" });
  const next = page.getByRole("button", { name: "Next card" });
  await expect(next).toBeInViewport({ ratio: 1 });
  const seen = [front(page).locator("[data-card]"), page.getByRole("progressbar"), next];
  const places = () => Promise.all(seen.map((one) => one.boundingBox()));
  const early = await places();
  held.resolve();
  await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href));
  expect(await places()).toEqual(early);
});

/** A page whose pictures do not come before `held` says so, and the scripts that it has asked for. */
async function openWithout(page: Page, held: Promise<void>): Promise<string[]> {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  await page.route("**/media/**", (route) => held.then(() => route.continue()));
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  // Pictures do not keep this waiting, and by then the page has set its clock.
  await page.goto(`/u/${slug}`, { waitUntil: "domcontentloaded" });
  await expect(page.getByRole("button", { name: "Next card" })).toBeInViewport({ ratio: 1 });
  return scripts;
}

test("the first picture has the network to itself", async ({ browserOf }) => {
  const page = await browserOf(anybody, tablet);
  const held = Promise.withResolvers<void>();
  const scripts = await openWithout(page, held.promise);
  await page.clock.runFor(1900);
  // What was asked for until now has been told by the time of an answer.
  await page.evaluate(() => 0);
  expect(scripts).toEqual([]);
  held.resolve();
  await page.clock.resume();
  await expect.poll(() => scripts.length).toBeGreaterThan(4);
  // The scripts are at work: the echo of the picture is theirs.
  await expect(front(page).locator("img")).toHaveCount(2);
  await page.getByRole("button", { name: "Next card" }).tap();
  await expectCard(page, 2);
});

test("a picture that does not come holds nothing up", async ({ browserOf }) => {
  const page = await browserOf(anybody, tablet);
  const held = Promise.withResolvers<void>();
  const scripts = await openWithout(page, held.promise);
  await page.clock.runFor(2000);
  await expect.poll(() => scripts.length).toBeGreaterThan(4);
  await page.clock.resume();
  // The scripts are at work: the echo of the picture is theirs.
  await expect(front(page).locator("img")).toHaveCount(2);
  await page.getByRole("button", { name: "Next card" }).tap();
  await expect(page.getByRole("progressbar", { name: "Cards seen" })).toHaveAttribute("aria-valuenow", "2");
  held.resolve();
  await expectCard(page, 2);
});

test("a card that was swiped to before the scripts had come is the card in front", async ({ browserOf }) => {
  const page = await browserOf(anybody, tablet);
  const held = Promise.withResolvers<void>();
  await page.route("**/_next/**/*.js", (route) => held.promise.then(() => route.continue()));
  await page.goto(`/u/${slug}`, { waitUntil: "domcontentloaded" });
  // A browser lets no finger touch what nobody has seen yet.
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  await swipeLeft(page);
  await expect.poll(() => placeOf(page)).toBe(1);
  held.resolve();
  await expectCard(page, 2);
  await page.getByRole("button", { name: "Next card" }).tap();
  await expectCard(page, 3);
});

test("an address without a universe says so kindly", async ({ browserOf, noise }) => {
  noise.expect(/^404 GET .*\/u\/nowhere$/);
  const page = await browserOf(anybody, tablet);
  const answer = await page.goto("/u/nowhere");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
});
