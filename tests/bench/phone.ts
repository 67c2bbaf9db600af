import type { Browser, Page } from "@playwright/test";

/** The phone that Lighthouse tries pages on, its processor 4 times slower than this machine's. */
const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
  locale: "en",
};
const slowdown = 4;
/** Its slow 4G, as Lighthouse has a browser apply it: milliseconds for each request, bytes per second. */
const slow4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 1_474_560 / 8,
  uploadThroughput: 691_200 / 8,
};

/** What a page notes of itself; times in milliseconds since it was asked for. */
interface Noted {
  /** When the largest thing of the page was painted. */
  largest: number;
  /** What of tasks is beyond 50 ms, added up. */
  blocked: number;
  /** From a tap or key to the next paint, each. */
  answers: number[];
}

declare global {
  interface Window {
    noted: Noted;
  }
}

/** Runs in the page, before anything else does. */
function noteTimes(): void {
  const noted: Noted = { largest: 0, blocked: 0, answers: [] };
  window.noted = noted;
  const note = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      durationThreshold: 16,
    } as PerformanceObserverInit);
  note("largest-contentful-paint", ({ startTime }) => {
    noted.largest = startTime;
  });
  note("longtask", ({ duration }) => {
    noted.blocked += Math.max(0, duration - 50);
  });
  note("event", (entry) => {
    if ((entry as PerformanceEntry & { interactionId?: number }).interactionId)
      noted.answers.push(entry.duration);
  });
}

/** Opens a page on that phone for the first time, and gives what it noted once it rests and `use` is over. */
export async function openOnPhone(
  browser: Browser,
  address: string,
  use: (page: Page) => Promise<void> = async () => {},
): Promise<Noted> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", slow4G);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.addInitScript(noteTimes);
    await page.goto(address, { waitUntil: "networkidle", timeout: 120_000 });
    await use(page);
    return await page.evaluate(() => window.noted);
  } finally {
    await context.close();
  }
}
