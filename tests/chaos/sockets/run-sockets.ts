import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import { freshWord } from "../../fixtures/fresh-word.ts";
import { drawsFrom } from "../random.ts";
import { type ChaosReport, type Finding, shortfallsOf } from "../report.ts";
import { type FollowedPage, openFollowedPage } from "./followed-page.ts";

/** The size of a run. */
export interface SocketsRun {
  /** Pages that are followed at once, each of a draft of its own. */
  pages: number;
  /** How often each page loses its socket, half of the times with all of its network. */
  drops: number;
  /** How often each of as many other pages, which never get a socket, is left behind. */
  changesWithoutRealtime: number;
  seed: number;
  /** True for the control, in which nothing can be read anew after the return. */
  isDeaf: boolean;
}

/** In milliseconds: what the page has for it, and how long is waited to learn what it took. */
const limits = { afterReturn: 4000, withoutRealtime: 10_000, patience: 30_000 };

type Note = (rule: string, milliseconds: number) => void;

/** Takes the sockets away, changes the database meanwhile, and says how long after the return the page equals it. */
async function dropAndReturn(
  page: FollowedPage,
  what: "sockets" | "network",
  awayMs: number,
  isDeaf: boolean,
) {
  await page.untilLive();
  const dropped = await page.cut(what);
  await page.rename(freshWord());
  await pause(awayMs);
  await page.rename(freshWord());
  if (isDeaf) await page.silenceApi();
  const returned = performance.now();
  await page.mend();
  const isEqual = await page.isEqualWithin(isDeaf ? limits.afterReturn : limits.patience);
  return { dropped, milliseconds: isEqual ? performance.now() - returned : Number.POSITIVE_INFINITY };
}

async function followDropped(browser: Browser, run: SocketsRun, nth: number, note: Note): Promise<number> {
  const draws = drawsFrom(run.seed + nth);
  const page = await openFollowedPage(browser);
  let sockets = 0;
  for (let drop = 0; drop < run.drops; drop += 1) {
    const what = drop % 2 === 0 ? "sockets" : "network";
    const { dropped, milliseconds } = await dropAndReturn(page, what, draws.below(3000), run.isDeaf);
    sockets += dropped;
    note(`the page equals the database within ${limits.afterReturn / 1000} s of the return`, milliseconds);
    if (run.isDeaf) break;
  }
  await page.close();
  return sockets;
}

async function followWithoutRealtime(browser: Browser, run: SocketsRun, note: Note): Promise<void> {
  const page = await openFollowedPage(browser, true);
  for (let change = 0; change < run.changesWithoutRealtime; change += 1) {
    await page.rename(freshWord());
    const changed = performance.now();
    const isEqual = await page.isEqualWithin(limits.patience);
    const milliseconds = isEqual ? performance.now() - changed : Number.POSITIVE_INFINITY;
    note(
      `with Realtime off, the page equals the database within ${limits.withoutRealtime / 1000} s`,
      milliseconds,
    );
  }
  await page.close();
}

function summary(times: number[]): { half: number; most: number } {
  const sorted = times.map(Math.round).sort((a, b) => a - b);
  return { half: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, most: sorted.at(-1) ?? 0 };
}

/** Pages of drafts lose their sockets, come back, and are compared with the database. Needs the running studio of `npm run chaos`. */
export async function runSockets(browser: Browser, run: SocketsRun): Promise<ChaosReport> {
  const after: number[] = [];
  const without: number[] = [];
  const late = new Map<string, number[]>();
  const noteIn =
    (times: number[], limit: number): Note =>
    (rule, milliseconds) => {
      times.push(milliseconds);
      if (milliseconds > limit) late.set(rule, [...(late.get(rule) ?? []), milliseconds]);
    };
  const startedAt = performance.now();
  const all = Array.from({ length: run.pages });
  const dropped = await Promise.all(
    all.map((_, nth) => followDropped(browser, run, nth, noteIn(after, limits.afterReturn))),
  );
  if (run.changesWithoutRealtime > 0)
    await Promise.all(
      all.map(() => followWithoutRealtime(browser, run, noteIn(without, limits.withoutRealtime))),
    );
  const injected = {
    drops: after.length,
    droppedSockets: dropped.reduce((a, b) => a + b, 0),
    changesWithoutRealtime: without.length,
  };
  return {
    run: "sockets",
    injected,
    figures: {
      halfAreEqualAfterMs: summary(after).half,
      allAreEqualAfterMs: summary(after).most,
      halfAreEqualWithoutRealtimeMs: summary(without).half,
      allAreEqualWithoutRealtimeMs: summary(without).most,
      seconds: Math.round((performance.now() - startedAt) / 1000),
    },
    findings: [...late].map(
      ([rule, times]): Finding => ({ rule, count: times.length, examples: times.slice(0, 3) }),
    ),
    shortfalls: shortfallsOf(injected, {
      droppedSockets: run.pages * run.drops,
      changesWithoutRealtime: run.pages * run.changesWithoutRealtime,
    }),
  };
}
