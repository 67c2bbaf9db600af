import type { Locator } from "@playwright/test";
import { chosen, isSaved, namedDeck, namesOf, openDraft, tile } from "./setup/deck.ts";
import { newEducator } from "./setup/people.ts";
import { expect, test } from "./setup/test.ts";

test("a teacher puts cards in order by keys and by mouse, and takes it back", async ({ browserOf }) => {
  const nora = await newEducator();
  const draft = await namedDeck(nora, 6);
  const page = await browserOf(nora);
  await openDraft(page, draft);
  const before = await namesOf(page);
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
    await expect.poll(() => namesOf(page)).toEqual([second, first, ...before.slice(2)]);
  });

  await test.step("Escape puts a lifted card back", async () => {
    await page.keyboard.press("Space");
    await page.keyboard.press("End");
    await page.keyboard.press("Escape");
    await expect.poll(() => namesOf(page)).toEqual([second, first, ...before.slice(2)]);
  });

  await test.step("a mouse drags a card from anywhere on it, and no card opens by that", async () => {
    // Cards glide to their places: the mouse waits until they rest.
    for (const name of [third, second]) await tile(page, name).hover({ trial: true });
    const from = (await tile(page, third).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const to = (await tile(page, second).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(from.x + from.width / 2, from.y + 60);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width / 2 - 30, from.y + 60, { steps: 3 });
    await page.mouse.move(to.x + to.width / 2, to.y + 70, { steps: 8 });
    await page.mouse.up();
    await expect.poll(() => namesOf(page)).toEqual([third, second, first, ...before.slice(3)]);
    await expect(page).not.toHaveURL(/card=/);
  });

  await test.step("the order is kept, and Ctrl and Z take back each step", async () => {
    await isSaved(page);
    await page.keyboard.press("Control+z");
    await expect.poll(() => namesOf(page)).toEqual([second, first, ...before.slice(2)]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => namesOf(page)).toEqual(before);
    await page.getByRole("button", { name: "Redo" }).click();
    await expect.poll(() => namesOf(page)).toEqual([second, first, ...before.slice(2)]);
    await isSaved(page);
    await page.reload();
    await expect.poll(() => namesOf(page)).toEqual([second, first, ...before.slice(2)]);
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
  const [first = "", second = ""] = await namesOf(page);
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: { x: number; y: number }) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [at] : [] });
  const middle = async (spot: Locator) => {
    // Cards glide to their places: a finger waits until they rest.
    await spot.tap({ trial: true });
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
  await expect.poll(async () => (await namesOf(page)).slice(0, 2)).toEqual([second, first]);
  await touch("touchEnd");
  await expect.poll(async () => (await namesOf(page)).slice(0, 2)).toEqual([second, first]);

  const spot = await middle(tile(page, second));
  await touch("touchStart", spot);
  await expect(chosen(page).getByText("1 chosen")).toBeVisible();
  await touch("touchEnd");
  await expect(tile(page, second).getByRole("checkbox")).toBeChecked();
  await expect(page).not.toHaveURL(/card=/);
  await tile(page, first).getByRole("link").tap();
  await expect(chosen(page).getByText("2 chosen")).toBeVisible();
});
