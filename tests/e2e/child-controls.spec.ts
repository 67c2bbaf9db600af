import type { Page } from "@playwright/test";
import { expectNoBarriersNow } from "./setup/accessibility.ts";
import { soundingUniverse } from "./setup/shelf.ts";
import { anybody, expect, test } from "./setup/test.ts";

/** The narrowest phone that is common. */
const phone = { viewport: { width: 360, height: 640 }, reducedMotion: "reduce", hasTouch: true } as const;
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first();

/** What a child can press now: how large a finger's place on it is, what it is called, and what is seen of it. */
const controls = (page: Page) =>
  page.evaluate(() => {
    const place = document.querySelector("dialog[open]") ?? document;
    const seen = [...place.querySelectorAll<HTMLElement>("main [data-turn], dialog [data-turn]")].filter(
      (one) =>
        one.checkVisibility({ visibilityProperty: true }) && !one.closest("[aria-hidden=true], [inert]"),
    );
    return seen.map((one) => {
      const { width, height } = one.getBoundingClientRect();
      const hit = getComputedStyle(one, "::after");
      const wider =
        hit.content === "none" ? [0, 0] : [Number.parseFloat(hit.width), Number.parseFloat(hit.height)];
      const sides = [Math.max(width, wider[0] ?? 0), Math.max(height, wider[1] ?? 0)];
      return {
        name: one.getAttribute("aria-label") ?? one.textContent ?? "",
        side: Math.round(Math.min(...sides)),
        isPicture: one.querySelector("svg, img") !== null || (one.textContent ?? "").length === 2,
      };
    });
  });

/** Expects pictures with names, each 64 pixels or more wide and high; texts to read are no pictures. */
async function expectForSmallFingers(page: Page, state: string, { areTexts = false } = {}): Promise<void> {
  const all = await controls(page);
  expect.soft(all.length, state).toBeGreaterThan(0);
  const wrong = all.filter(({ name, side, isPicture }) => !name || side < 64 || !(isPicture || areTexts));
  expect.soft(wrong, state).toEqual([]);
  await expectNoBarriersNow(page, state);
}

test("who cannot read finds a named picture to press at each place, as large as a small finger needs", async ({
  browserOf,
}) => {
  const slug = await soundingUniverse({ count: 4 });
  const page = await browserOf(anybody, phone);
  await page.addInitScript(() =>
    localStorage.setItem("viewer-settings", '{"second":"de","textSize":"huge","isMusicOn":false}'),
  );
  await page.goto(`/u/${slug}`);
  await expect(button(page, "Start")).toBeVisible();
  await expectForSmallFingers(page, "the first card");
  await button(page, "Did you know?").click();
  await expect(page.getByText("A fox hears a mouse")).toBeVisible();
  await expectForSmallFingers(page, "a fact", { areTexts: true });
  await page.keyboard.press("x");
  await button(page, "Play the film").click();
  await expect(button(page, "Back to the picture")).toBeVisible();
  await expectForSmallFingers(page, "a film");

  await button(page, "Games").click();
  const game = page.getByRole("dialog");
  for (const name of ["Listen and find", "Find the pairs", "Who is alone?", "Two languages"]) {
    await game.getByRole("button", { name }).click();
    await expect(button(page, "Hard")).toBeVisible();
    await expectForSmallFingers(page, `the levels of ${name}`);
    await button(page, "Hard").click();
    await expect(game.getByRole("progressbar")).toBeVisible();
    await expectForSmallFingers(page, name, { areTexts: name === "Two languages" });
    await button(page, "Other games").click();
  }
});
