import type { Page } from "@playwright/test";
import { heard, passGate, soundingUniverse } from "./setup/shelf.ts";
import { anybody, expect, test } from "./setup/test.ts";

let slug: string;

test.beforeAll("a universe with voices, music, a film, a figure and a fact is published", async () => {
  slug = await soundingUniverse();
});

const seen = (page: Page) => page.getByRole("progressbar", { name: "Cards seen" });
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

async function expectHeard(page: Page, expected: Partial<Awaited<ReturnType<typeof heard>>>) {
  await expect.poll(() => heard(page)).toMatchObject(expected);
}

/** Which recording the voice has, by the end of its address. */
const recording = (page: Page) =>
  page.locator("[data-sound=voice]").evaluate((voice: HTMLAudioElement) => voice.src.slice(-20));

test("nothing is heard before the first touch; then a name over music that makes way, and a swipe silences it", async ({
  browserOf,
}) => {
  const page = await browserOf(anybody);
  await page.goto(`/u/${slug}`);
  await expect(button(page, "Start")).toBeVisible();
  expect(await heard(page)).toMatchObject({ voice: false, music: false });
  await button(page, "Start").click();
  await expect(button(page, "Start")).toBeHidden();
  await expectHeard(page, { voice: true, music: true });
  const first = await recording(page);

  await button(page, "Next card").click();
  await expect(seen(page)).toHaveAttribute("aria-valuenow", "2");
  // The next card says itself; the first is never heard beside it, for there is one element for voices.
  await expect.poll(() => recording(page)).not.toBe(first);
  await expectHeard(page, { voice: true, music: true });
  const under = (await heard(page)).volume;

  await page.keyboard.press("End");
  await expect(page.getByText("Well done, the end!").first()).toBeInViewport();
  await expectHeard(page, { voice: false, music: true });
  await expect.poll(async () => (await heard(page)).volume).toBeGreaterThan(Math.max(under, 0.3));
});

test("a film plays alone, in its place, and the picture is back when something else is heard", async ({
  browserOf,
}) => {
  const page = await browserOf(anybody);
  await page.goto(`/u/${slug}`);
  await button(page, "Start").click();
  await expectHeard(page, { voice: true, music: true });
  await button(page, "Play the film").click();
  await expectHeard(page, { voice: false, music: false, films: 1 });
  await button(page, "Listen").click();
  await expectHeard(page, { voice: true, music: true, films: 0 });
  await expect(page.locator("video")).toHaveCount(0);

  await button(page, "Play the film").click();
  await expectHeard(page, { voice: false, films: 1 });
  await page.keyboard.press("ArrowRight");
  await expect(seen(page)).toHaveAttribute("aria-valuenow", "2");
  await expect(page.locator("video")).toHaveCount(0);
  await expectHeard(page, { voice: true, music: true, films: 0 });
});

test("everything is silent while the page is hidden, and only the music comes back", async ({
  browserOf,
}) => {
  const page = await browserOf(anybody);
  await page.goto(`/u/${slug}`);
  await button(page, "Start").click();
  await expectHeard(page, { voice: true, music: true });
  const turnAway = (isAway: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event("visibilitychange"));
    }, isAway);
  await turnAway(true);
  expect(await heard(page)).toMatchObject({ voice: false, music: false });
  await turnAway(false);
  await expectHeard(page, { voice: false, music: true });
  await button(page, "Music").click();
  await expectHeard(page, { voice: false, music: false });
});

test("another language is said as soon as it is chosen, and a fact is shown and put away", async ({
  browserOf,
}) => {
  const page = await browserOf(anybody);
  await page.goto(`/u/${slug}`);
  await button(page, "Start").click();
  await expectHeard(page, { voice: true });
  const english = await recording(page);
  await button(page, "Deutsch").click();
  await expect(page.getByRole("listitem").getByRole("paragraph")).toHaveText("Fuchs");
  await expect.poll(() => recording(page)).not.toBe(english);
  await expectHeard(page, { voice: true });
  // A fact that is not written in German is not offered there.
  await expect(button(page, "Wusstest du das?")).toBeHidden();
  await button(page, "English").click();
  await button(page, "Did you know?").click();
  await expect(button(page, /mouse under the snow/)).toBeVisible();
  await expectHeard(page, { voice: false });
  await button(page, /mouse under the snow/).click();
  await expect(button(page, /mouse under the snow/)).toBeHidden();
});

test("a figure is turned by keys and by hand while its card stays, and is gone with the next", async ({
  browserOf,
}) => {
  const page = await browserOf(anybody, { reducedMotion: "reduce" });
  await page.goto(`/u/${slug}`);
  await button(page, /Turn the figure/).click();
  const figure = page.locator("[data-figure=shown]");
  await expect(figure).toBeVisible();
  const still = await figure.screenshot();
  expect((await figure.screenshot()).equals(still), "it stands still for who wants less motion").toBe(true);
  await figure.press("ArrowRight");
  await expect.poll(async () => (await figure.screenshot()).equals(still)).toBe(false);
  const turned = await figure.screenshot();
  const { x = 0, y = 0 } = (await figure.boundingBox()) ?? {};
  await page.mouse.move(x + 60, y + 90);
  await page.mouse.down();
  await page.mouse.move(x + 160, y + 110, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await figure.screenshot()).equals(turned)).toBe(false);
  await expect(seen(page)).toHaveAttribute("aria-valuenow", "1");
  await button(page, "Back to the picture").click();
  await expect(page.locator("canvas")).toHaveCount(0);
});

test("a slideshow says each card and goes on by itself, until somebody touches the page", async ({
  browserOf,
}) => {
  const shortSlug = await soundingUniverse({ voiceSeconds: 0.2 });
  const page = await browserOf(anybody, { reducedMotion: "reduce" });
  await page.goto(`/u/${shortSlug}`);
  const dialog = await passGate(page);
  await dialog.getByRole("button", { name: "Start the slideshow" }).click();
  await expect(dialog).toBeHidden();
  await expect(seen(page)).toHaveAttribute("aria-valuenow", "2");
  await page.mouse.click(10, 10);
  await page.clock.install();
  await page.clock.runFor(60_000);
  await expect(seen(page)).toHaveAttribute("aria-valuenow", "2");
});
