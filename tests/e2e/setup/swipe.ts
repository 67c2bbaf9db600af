import type { Page } from "@playwright/test";

const steps = 8;
const stepSeconds = 0.016;
/** A finger that rests so long before it is lifted throws nothing, whatever the machine's load. */
const restSeconds = 0.2;

/**
 * Draws a finger across three quarters of the screen, from right to left, and lifts it: through the browser's own touch
 * input, which scrolls and snaps. Each touch carries the time of a calm hand.
 */
export async function swipeLeft(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 390, height: 844 };
  const y = height / 2;
  const session = await page.context().newCDPSession(page);
  const begin = Date.now() / 1000;
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", at: number, x?: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      timestamp: begin + at,
      touchPoints: x === undefined ? [] : [{ x, y }],
    });
  const end = width * 0.15;
  await touch("touchStart", 0, width * 0.9);
  for (let step = 1; step <= steps; step += 1)
    await touch("touchMove", step * stepSeconds, width * (0.9 - (0.75 * step) / steps));
  await touch("touchMove", steps * stepSeconds + restSeconds, end - 1);
  await touch("touchEnd", steps * stepSeconds + 2 * restSeconds);
  await session.detach();
}
