import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const widths = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };

/** Runs in the page: waits until nothing changes its look any more. Colours on their way from one look to the other belong to neither. */
async function atRest(): Promise<void> {
  // One without an end would be waited for until the test is over.
  const isChanging = () =>
    document
      .getAnimations()
      .some(
        ({ playState, effect }) =>
          playState === "running" && Number.isFinite(effect?.getComputedTiming().endTime),
      );
  // What inherits a colour that changes begins to change after it.
  for (let frames = 0; frames < 3; frames = isChanging() ? 0 : frames + 1)
    await new Promise((done) => requestAnimationFrame(done));
}

/** All that axe calls serious or worse; `rules` narrows what it looks for. */
async function barriers(page: Page, rules?: string[]): Promise<string[]> {
  // The title of a page may follow what it shows.
  await expect(page).toHaveTitle(/\S/);
  await page.evaluate(atRest);
  // Focus passes through the guards of an open menu at once, so nobody can rest on one.
  const axe = new AxeBuilder({ page }).exclude("[data-base-ui-focus-guard]").setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(" ")}. ${failureSummary}`),
    );
}

/** Expects that nothing has to be pushed sideways on the narrowest screen, or at 400 % on a desk (WCAG 1.4.10). */
async function expectReflow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  // What floats over the page finds its new place a moment after the page has changed its size.
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
      message: `${new URL(page.url()).pathname}, at 320 pixels`,
    })
    .toBeLessThanOrEqual(320);
}

/**
 * Expects that nothing on the page keeps people out, on a phone and on a desk, in the light and in the dark, and that it
 * fits the narrowest screen.
 */
export async function expectNoBarriers(page: Page): Promise<void> {
  await expectReflow(page);
  for (const [place, size] of Object.entries(widths)) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      // The dark look is the same page in other colours.
      const rules = colorScheme === "dark" ? ["color-contrast"] : undefined;
      expect
        .soft(await barriers(page, rules), `${new URL(page.url()).pathname}, ${place}, ${colorScheme}`)
        .toEqual([]);
    }
  }
}

/** Expects that nothing on the page keeps people out as it is now; `state` says what it shows. */
export async function expectNoBarriersNow(page: Page, state: string): Promise<void> {
  expect.soft(await barriers(page), state).toEqual([]);
}
