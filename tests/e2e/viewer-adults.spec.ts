import type { Page } from "@playwright/test";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { heard, passGate, soundingUniverse } from "./setup/shelf.ts";
import { anybody, expect, test } from "./setup/test.ts";

let slug: string;

test.beforeAll("a universe with voices and music is published", async () => {
  slug = await soundingUniverse();
});

const kept = (page: Page) => page.evaluate(() => Object.entries({ ...localStorage, ...sessionStorage }));
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const names = (page: Page) => page.getByRole("listitem").getByRole("paragraph");

test("the gate opens for who holds on for three seconds, and for no child that only taps", async ({
  browserOf,
}) => {
  const page = await browserOf(anybody);
  await page.goto(`/u/${slug}`);
  await button(page, "For grown-ups").click();
  const dialog = page.getByRole("dialog");
  const hold = dialog.getByRole("button", { name: "Hold for three seconds" });
  await expect(hold).toBeVisible();
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1000);
  await hold.hover();
  await page.mouse.down();
  await page.clock.runFor(2900);
  await page.mouse.up();
  await page.clock.runFor(60_000);
  await expect(hold).toBeVisible();
  await page.mouse.down();
  await page.clock.runFor(3100);
  await expect(dialog.getByRole("heading", { name: "For these children" })).toBeVisible();
  await page.mouse.up();
});

test("a wrong answer gets another sum, and Escape leads back to the cards", async ({ browserOf }) => {
  const page = await browserOf(anybody);
  await page.goto(`/u/${slug}`);
  await button(page, "For grown-ups").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("1");
  await dialog.getByRole("button", { name: "Open" }).click();
  await expect(dialog.getByText("Not quite")).toBeVisible();
  await expect(dialog.getByRole("textbox")).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button(page, "For grown-ups")).toBeFocused();
});

test("what an adult chooses is kept on this device alone, counts at the next visit, and can be forgotten", async ({
  browserOf,
}) => {
  const page = await browserOf(anybody);
  await page.goto(`/u/${slug}`);
  await expect(names(page)).toHaveText(["fox"]);
  const dialog = await passGate(page);
  expect(await kept(page)).toEqual([]);
  await dialog.getByRole("group", { name: "Second language" }).getByText("Deutsch").click();
  await dialog.getByText("Huge", { exact: true }).click();
  await dialog.getByRole("switch", { name: "Quiet" }).check();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(names(page)).toHaveText(["fox", "Fuchs"]);
  await expect(button(page, "Listen")).toBeHidden();

  await page.reload();
  await expect(names(page)).toHaveText(["fox", "Fuchs"]);
  await expect(page.getByRole("main")).toHaveAttribute("data-size", "huge");
  // Quiet: neither a voice nor music is offered, and none is heard.
  await expect(button(page, "Next card")).toBeVisible();
  await expect(button(page, "Listen")).toBeHidden();
  await expect(button(page, "Music")).toBeHidden();
  await page.keyboard.press("ArrowRight");
  await expect(names(page)).toHaveText(["whale", "Wal"]);
  expect(await heard(page)).toMatchObject({ voice: false, music: false });

  await (await passGate(page)).getByRole("button", { name: "Forget my choices" }).click();
  expect(await kept(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(names(page)).toHaveText(["whale"]);
});

test("the settings show where the keyboard is, and stay in sight while the one switch is on its way", async ({
  browserOf,
}) => {
  const page = await browserOf(anybody, { colorScheme: "light" });
  await page.goto(`/u/${slug}`);
  const dialog = await passGate(page);
  const oneSwitch = dialog.getByRole("switch", { name: "One switch" });
  await oneSwitch.focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(oneSwitch).toBeFocused();
  await expect(oneSwitch).toHaveCSS("outline-color", "rgb(34, 128, 184)");

  // What offers one button after the other comes over the network: not before it may.
  const permission = Promise.withResolvers<void>();
  await page.route(/\.js$/, async (route) => {
    await permission.promise;
    await route.continue();
  });
  const part = page.waitForRequest(/\.js$/);
  await page.keyboard.press(" ");
  await part;
  await expect(oneSwitch).toBeChecked();
  await expect(oneSwitch).toBeInViewport();
  const came = page.waitForResponse(/\.js$/);
  permission.resolve();
  await came;
});

test("two languages are said one after the other", async ({ browserOf }) => {
  const shortSlug = await soundingUniverse({ voiceSeconds: 0.2 });
  const page = await browserOf(anybody);
  await page.addInitScript(() =>
    localStorage.setItem("viewer-settings", '{"second":"de","isMusicOn":false}'),
  );
  await page.goto(`/u/${shortSlug}`);
  await expect(names(page)).toHaveText(["fox", "Fuchs"]);
  const said = await page.locator("[data-sound=voice]").evaluateHandle((voice: HTMLAudioElement) => {
    const list: string[] = [];
    voice.addEventListener("ended", () => list.push(voice.src));
    return list;
  });
  await button(page, "Start").click();
  await expect.poll(() => said.evaluate((list) => new Set(list).size)).toBe(2);
  await expect.poll(() => heard(page)).toMatchObject({ voice: false, music: false });
});

test("one switch is enough: buttons are offered one after the other, and it chooses", async ({
  browserOf,
}) => {
  const page = await browserOf(anybody, { reducedMotion: "reduce" });
  await page.addInitScript(() => localStorage.setItem("viewer-settings", '{"scanSeconds":2,"isQuiet":true}'));
  await page.clock.install();
  await page.goto(`/u/${slug}`);
  await expect(names(page)).toHaveText(["fox"]);
  // The part that offers comes with a file of its own.
  await expect.poll(() => page.locator("main [data-turn]:focus").count()).toBe(1);
  await page.clock.pauseAt(Date.now() + 3_600_000);
  for (let turn = 0; turn < 12; turn += 1) {
    if (await button(page, "Next card").evaluate((next) => next === document.activeElement)) break;
    await page.clock.runFor(2000);
  }
  await expect(button(page, "Next card")).toBeFocused();
  await page.keyboard.press(" ");
  await expect(names(page)).toHaveText(["whale"]);
});

test("the list of requests names this studio and nobody else, and the way out leads home", async ({
  browserOf,
}) => {
  const page = await browserOf(anybody);
  await page.goto(`/u/${slug}`);
  const dialog = await passGate(page);
  await dialog.getByText("What this page has asked for").click();
  const hosts = dialog.locator("details").getByRole("heading", { level: 3 });
  await expect(hosts).toHaveCount(1);
  await expect(hosts).toContainText(new URL(page.url()).host);
  await expect(dialog.getByText(`/u/${slug}`, { exact: true })).toBeVisible();
  await dialog.getByRole("link", { name: "Leave the cards" }).click();
  await expect(page).toHaveURL(/\/$/);
});

test("nothing keeps anybody out of the cards, the gate and the settings", async ({ browserOf }) => {
  const page = await browserOf(anybody, { reducedMotion: "reduce" });
  await page.goto(`/u/${slug}`);
  await expect(button(page, "Start")).toBeVisible();
  await expectNoBarriers(page);
  await button(page, "Did you know?").click();
  await expectNoBarriers(page);
  await page.keyboard.press("x");
  await button(page, "For grown-ups").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectNoBarriers(page);
  await page.keyboard.press("Escape");
  await passGate(page);
  await expectNoBarriers(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("End");
  await expect(button(page, "Again!")).toBeVisible();
  await expectNoBarriers(page);
});
