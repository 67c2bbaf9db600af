import type { Page } from "@playwright/test";

/** What a page showed of a universe being made, in the order in which it appeared; each line differs from the last. */
export interface Arrivals {
  /** How many cards had a name. */
  names: number[];
  /** How many cards had a picture. */
  pictures: number[];
  /** Per cent of the whole. */
  progress: number[];
}

/** Makes a page note what appears on it, from its next load on. Read it with `readArrivals`. */
export async function noteArrivals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const arrivals: Arrivals = { names: [], pictures: [], progress: [] };
    Object.assign(window, { arrivals });
    const add = (list: number[], value: number) => {
      if (list.at(-1) !== value) list.push(value);
    };
    const look = () => {
      const cards = [...document.querySelectorAll("main li[data-asset]")];
      if (cards.length === 0) return;
      add(arrivals.names, cards.length);
      add(arrivals.pictures, cards.filter((card) => card.querySelector("img[src]")).length);
      const meter = document.querySelector<HTMLProgressElement>("main header progress");
      if (meter) add(arrivals.progress, meter.value);
    };
    new MutationObserver(look).observe(document, { childList: true, attributes: true, subtree: true });
  });
}

/** What the page has noted so far. */
export function readArrivals(page: Page): Promise<Arrivals> {
  return page.evaluate(() => (window as unknown as { arrivals: Arrivals }).arrivals);
}
