import type { Page } from "@playwright/test";
import { republish } from "../fixtures/republish.ts";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { expectFullPictures } from "./setup/pictures.ts";
import { heard, passGate, soundingUniverse } from "./setup/shelf.ts";
import { sql } from "./setup/studio.ts";
import { anybody, expect, test } from "./setup/test.ts";

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const front = (page: Page) => page.getByRole("listitem");
const names = (page: Page) => front(page).getByRole("paragraph");

/** What the device has of this studio: caches and workers. */
const onDevice = (page: Page) =>
  page.evaluate(async () => [
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  ]);

/** Keeps the universe that is open, and returns to its cards. */
async function keepHere(page: Page, count: number): Promise<void> {
  const dialog = await passGate(page);
  await dialog.getByRole("button", { name: /^Keep on this device about [\d.]+ MB$/ }).click();
  await expect(dialog.getByText("All of it is here.")).toBeVisible();
  await expect(dialog.getByText(`${count} of ${count} saved`)).toBeVisible();
  await page.keyboard.press("Escape");
}

/** Finds the card that lies there alone, and goes back to the cards. */
async function playAlone(page: Page): Promise<void> {
  await button(page, "Games").first().press("Enter");
  const game = page.getByRole("dialog");
  await game.getByRole("button", { name: "Who is alone?" }).press("Enter");
  await game.getByRole("button", { name: "Easy" }).press("Enter");
  await expect(game.getByRole("progressbar", { name: "Questions" })).toHaveAttribute("aria-valuenow", "1");
  const tiles = game.locator("[data-turn][aria-label]:has([data-card])");
  await expectFullPictures(tiles.locator("img"));
  const labels = await tiles.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
  const alone = labels.filter((label) => labels.indexOf(label) === labels.lastIndexOf(label));
  await game.getByRole("button", { name: alone[0] ?? "", exact: true }).press("Enter");
  await expect(game.getByRole("status")).toHaveText(`Yes! ${alone[0]}`);
  await expect.poll(() => heard(page)).toMatchObject({ voice: true });
  await page.keyboard.press("Escape");
  await expect(game).toBeHidden();
}

test("an adult keeps a universe on the device, and children have all of it without a network: films, games, a way out", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^net::ERR_INTERNET_DISCONNECTED (GET .*\/(files|explore)|HEAD .*\/)$/);
  // Who leaves a card while its voice is still being read from the device; that each is heard is asked for below.
  noise.expect(/^net::ERR_FAILED GET .*\.wav$/);
  const slug = await soundingUniverse({ count: 4 });
  const page = await browserOf(anybody);
  await page.goto(`/u/${slug}`);
  await expect(names(page)).toHaveText(["fox"]);
  expect(await onDevice(page)).toEqual([]);
  await keepHere(page, 4);

  await page.context().setOffline(true);
  await page.reload();
  await button(page, "Start").click();
  await expect.poll(() => heard(page)).toMatchObject({ voice: true, music: true });
  for (const name of ["fox", "whale", "owl", "snail"]) {
    await expect(names(page)).toHaveText([name]);
    await expectFullPictures(front(page).locator("[data-card] img"));
    if (name === "fox") {
      await button(page, "Play the film").click();
      await expect.poll(() => heard(page)).toMatchObject({ voice: false, films: 1 });
      // How long it is is known when its beginning has been read.
      await expect
        .poll(() => page.locator("video").evaluate((film: HTMLVideoElement) => film.duration))
        .toBeGreaterThan(0);
      await page.locator("video").evaluate((film: HTMLVideoElement) => {
        film.currentTime = film.duration / 2;
      });
      await expect
        .poll(() =>
          page.locator("video").evaluate((film: HTMLVideoElement) => film.currentTime > film.duration / 2),
        )
        .toBe(true);
      await button(page, "Turn the figure").click();
      await expect(page.locator("[data-figure=shown]")).toBeVisible();
    }
    await button(page, "Next card").click();
    if (name !== "snail") await expect.poll(() => heard(page)).toMatchObject({ voice: true });
  }
  await expect(page.getByText("Well done, the end!").first()).toBeInViewport();
  await playAlone(page);

  const dialog = await passGate(page);
  await dialog.getByText("What this page has asked for").click();
  const asked = dialog.getByRole("listitem");
  const answered = asked.filter({ hasText: "from this device" });
  await expect(answered.filter({ hasText: `/u/${slug} ` })).toHaveCount(1);
  // All that wanted out was the question whether there is something new.
  const others = asked.filter({ hasNotText: "from this device" });
  expect(new Set(await others.allTextContents())).toEqual(new Set([`/u/${slug}/files`]));

  await dialog.getByRole("link", { name: "Leave the cards" }).click();
  await expect(page.getByRole("heading", { name: "On this device" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Animals that speak" })).toBeVisible();
  await expect(page.getByText("4 of 4 saved")).toBeVisible();
  // So does whoever looks for other universes.
  await page.goto("/explore");
  await expect(page.getByRole("heading", { name: "On this device" })).toBeVisible();
  await expectNoBarriers(page);
});

test("a kept universe that is published anew is offered at its end; taken back, it is gone from the device", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^(404|net::ERR_INTERNET_DISCONNECTED) GET .*\/u\/shown-/);
  const slug = await soundingUniverse();
  const page = await browserOf(anybody, { reducedMotion: "reduce" });
  await page.addInitScript(() =>
    localStorage.setItem("viewer-settings", '{"isReading":false,"isMusicOn":false}'),
  );
  await page.goto(`/u/${slug}`);
  await keepHere(page, 3);
  const versionNow = () =>
    page.evaluate(
      (path) => fetch(path).then(({ status, headers }) => `${status} ${headers.get("etag")}`),
      `/u/${slug}/files`,
    );
  const before = await versionNow();
  await page.reload();
  // It comes with the running page.
  await expect(button(page, "Start")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(names(page)).toHaveText(["whale"]);

  await republish(sql, slug, "vixen");
  await expect.poll(versionNow).not.toBe(before);
  await page.keyboard.press("End");
  await button(page, "New cards!").click();
  await expect(names(page)).toHaveText(["vixen"]);
  await page.context().setOffline(true);
  await page.reload();
  await expect(names(page)).toHaveText(["vixen"]);
  await expect(button(page, "Start")).toBeVisible();
  // The network is back, and the page hears that nothing is new.
  const heardBack = page.waitForResponse((answer) => answer.url().endsWith("/files"));
  await page.context().setOffline(false);
  // A page that was loaded while Chromium feigns to be offline is not told when that is over; a device tells it.
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  expect((await heardBack).status()).toBe(304);

  await sql`update public.universes set visibility = 'private' where slug = ${slug}`;
  await expect.poll(versionNow).toMatch(/^404/);
  await page.keyboard.press("End");
  // A page that had asked before it was taken back leaves with this turn already.
  await expect.poll(() => onDevice(page).catch(() => "leaving")).toEqual([]);
  await page.keyboard.press("Home");
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
});
