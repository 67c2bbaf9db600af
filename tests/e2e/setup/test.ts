import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { type Noise, openNoise } from "./noise.ts";
import type { Person } from "./people.ts";

export { expect };

/** A visitor without an account. */
export const anybody = null;

interface Fixtures {
  /** Anything that a browser complains about, and that the test did not expect, fails the test. */
  noise: Noise;
  /** Opens a browser of one's own for this person, signed in already, or for anybody. */
  browserOf: (who: Person | null, options?: BrowserContextOptions) => Promise<Page>;
}

/** Pages that ask for their scripts when they are painted, which may be after they are loaded. */
const late = /^\/((u|embed)\/[^/]+|explore)$/;

/** Has whoever opens such a page wait for its scripts too, as on any other. */
function waitForScripts(page: Page): Page {
  const untilAwake = async (isWanted: boolean) => {
    if (!isWanted || !late.test(new URL(page.url()).pathname)) return;
    await page.waitForFunction(() => {
      const main = document.querySelector("main");
      // What React knows, it has marked. Where scripts are off, none have come.
      return (
        !("__next_f" in window) || (main && Object.keys(main).some((key) => key.startsWith("__reactFiber")))
      );
    });
  };
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  const isLoad = (options?: { waitUntil?: string }) => (options?.waitUntil ?? "load") === "load";
  page.goto = async (url, options) => {
    const answer = await goto(url, options);
    await untilAwake(isLoad(options));
    return answer;
  };
  page.reload = async (options) => {
    const answer = await reload(options);
    await untilAwake(isLoad(options));
    return answer;
  };
  return page;
}

export const test = base.extend<Fixtures>({
  noise: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use, testInfo) => {
      const noise = openNoise();
      await use(noise);
      testInfo.annotations.push({ type: "figures", description: JSON.stringify(noise.figures) });
      expect(noise.unexpected(), "nothing unexpected in the console and on the network").toEqual([]);
    },
    { auto: true },
  ],
  browserOf: async ({ browser, noise }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async (who, options) => {
      const context = await browser.newContext(options);
      opened.push(context);
      noise.listenTo(context);
      if (who) {
        const { email, password } = who;
        const answer = await context.request.post("/api/login", { data: { email, password } });
        expect(answer.status()).toBe(200);
      }
      return waitForScripts(await context.newPage());
    });
    for (const context of opened) await context.close();
  },
});
