import { askForNews } from "./contact.ts";
import { countSaved } from "./count.ts";
import { fetchFile, WrongFile } from "./fetch-file.ts";
import { fetchPage } from "./fetch-page.ts";
import {
  dropKept,
  forgetWanted,
  type Kept,
  openFiles,
  putKept,
  readKept,
  readWanted,
  type Wanted,
  writeWanted,
} from "./kept.ts";
import { filesOfPlan, type Plan } from "./plan.ts";

/** How an attempt to keep a universe has ended. */
export type Ending = "whole" | "stopped" | "away" | "full" | "gone" | "failed";

interface Attempt {
  signal: AbortSignal;
  /** Nobody asked just now: it follows what is kept, and comes to nothing once an adult has removed that. */
  isRenewal?: boolean;
  /** Called with every file that has come. */
  onCount?: (saved: number, total: number) => void;
}

/** So many files are on their way at once. */
const lanes = 4;

export const pathOf = (slug: string) => `/u/${slug}`;

function endingOf(error: unknown, signal: AbortSignal): Ending {
  if (signal.aborted) return "stopped";
  if (error instanceof DOMException && error.name === "QuotaExceededError") return "full";
  // Browsers say of a request that did not get through only that it is a TypeError.
  if (error instanceof TypeError || (error instanceof DOMException && error.name === "AbortError"))
    return "away";
  return "failed";
}

/** Fetches what is missing: first what all cards need, then card after card, so that early cards are whole early. */
async function fetchMissing(wanted: Wanted, files: Cache, { signal, onCount }: Attempt): Promise<void> {
  const left = [...wanted.code, ...filesOfPlan(wanted.plan).map(({ url }) => url)];
  const missing = new Set(left);
  const tell = () => {
    const saved = wanted.plan.cards.filter((card) => card.files.every(({ url }) => !missing.has(url)));
    onCount?.(saved.length, wanted.plan.cards.length);
  };
  const all = new AbortController();
  const stop = () => all.abort();
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  const work = async () => {
    for (let url = left.shift(); url !== undefined; url = left.shift()) {
      all.signal.throwIfAborted();
      await fetchFile(url, files, all.signal);
      missing.delete(url);
      tell();
    }
  };
  let reason: unknown;
  const give = (error: unknown) => {
    reason ??= error;
    stop();
  };
  await Promise.all(Array.from({ length: lanes }, () => work().catch(give)));
  signal.removeEventListener("abort", stop);
  if (reason) throw reason;
}

/** A page and its plan are asked for one after the other: who publishes in between is asked again. */
async function prepare(slug: string, attempt: Attempt, files: Cache): Promise<Wanted | Ending> {
  const { signal } = attempt;
  const read = (url: string) => fetchFile(url, files, signal);
  for (let tries = 0; ; tries += 1) {
    const news = await askForNews(slug, undefined, signal);
    signal.throwIfAborted();
    if (news.kind !== "plan") return news.kind === "gone" ? "gone" : "away";
    const path = pathOf(news.plan.slug);
    const before = slug === news.plan.slug ? await readKept(path) : await readKept(pathOf(slug));
    const former = [...(before?.former ?? []), ...(slug === news.plan.slug ? [] : [pathOf(slug)])];
    try {
      const page = await fetchPage(path, news.plan, read, signal);
      return { path, former: [...new Set(former)], ...page, plan: news.plan, isStopped: false };
    } catch (error) {
      if (!(error instanceof WrongFile) || tries === 2) throw error;
    }
  }
}

/**
 * Keeps a universe on this device as it is now, whole or not at all: what was kept before is shown until all of it is here. Files
 * that are here are not fetched again, so whatever ended an earlier attempt, this one goes on from there. Never throws.
 */
export async function keep(slug: string, attempt: Attempt): Promise<Ending> {
  try {
    const files = await openFiles();
    const wanted = await prepare(slug, attempt, files);
    if (wanted === "gone") await dropKept(pathOf(slug));
    if (typeof wanted === "string") return wanted;
    const isUnwanted = async () => attempt.isRenewal && !(await readKept(pathOf(slug)));
    if (await isUnwanted()) return "stopped";
    await writeWanted(wanted);
    await fetchMissing(wanted, files, attempt);
    // Only what is really there counts.
    if (!(await countSaved(wanted)).isWhole) return "failed";
    if (await isUnwanted()) return "stopped";
    const { isStopped: _, ...kept } = wanted;
    await putKept(kept);
    if (wanted.path !== pathOf(slug)) await dropKept(pathOf(slug));
    return "whole";
  } catch (error) {
    return endingOf(error, attempt.signal);
  }
}

/** Remembers that an adult has stopped it, so that it does not go on by itself. Never throws: a device may be too full even for that. */
export async function noteStopped(slug: string): Promise<void> {
  const wanted = await readWanted(pathOf(slug));
  if (!wanted) return;
  // On a full device, there is room for the new note where the old one was.
  await forgetWanted(pathOf(slug));
  await writeWanted({ ...wanted, isStopped: true }).catch(() => {});
}

const noNames = { fr: null, en: null, es: null, it: null, de: null };
const listPlan: Plan = {
  slug: "",
  name: "",
  names: noNames,
  release: 0,
  version: "",
  cover: null,
  shared: [],
  cards: [],
};

/** Keeps the list of what is kept, which is found without a network where no other page is. Never throws. */
export async function keepList(signal: AbortSignal): Promise<Ending> {
  try {
    const files = await openFiles();
    const page = await fetchPage("/u", listPlan, (url) => fetchFile(url, files, signal), signal);
    await Promise.all(page.code.map((url) => fetchFile(url, files, signal)));
    const kept: Kept = { path: "/u", former: [], ...page, plan: listPlan };
    await putKept(kept);
    return "whole";
  } catch (error) {
    return endingOf(error, signal);
  }
}
