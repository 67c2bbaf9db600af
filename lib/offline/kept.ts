import type { Plan } from "./plan.ts";

/** A page that is kept on this device with all that it asks for. public/sw.js reads it under its path. */
export interface Kept {
  /** `/u/<slug>`, or `/u` for the list of what is kept. */
  path: string;
  /** Paths at which it was kept before. */
  former: string[];
  /** The page as it came, and its headers that count. */
  page: { body: string; headers: [string, string][] };
  /** Scripts, styles and fonts. */
  code: string[];
  plan: Plan;
}

/** What is being kept, or was before it was stopped or interrupted. */
export interface Wanted extends Kept {
  /** An adult has stopped it: it does not go on by itself. */
  isStopped: boolean;
}

const pagesName = "kept-universes-1";
const filesName = "kept-files-1";
/** Beside the page of a path, which is whole: what it is to become, and what open pages may still need. */
const wantedMark = "?wanted";
const beforeMark = "?before";

/** Whether this browser can keep anything: it does so at secure addresses only. */
export const canKeep = () => "caches" in globalThis && "serviceWorker" in navigator;

/** Files by their address. Opening it writes nothing by itself but an empty place. */
export const openFiles = () => caches.open(filesName);

/** A browser that lets nothing be stored has nothing. */
const hasPages = () => caches.has(pagesName).catch(() => false);

async function read<Value>(key: string): Promise<Value | null> {
  const answer = await caches.match(key, { cacheName: pagesName }).catch(() => undefined);
  return answer ? ((await answer.json()) as Value) : null;
}

async function write(key: string, value: Kept): Promise<void> {
  await (await caches.open(pagesName)).put(key, Response.json(value));
}

async function forget(key: string): Promise<void> {
  if (await hasPages()) await (await caches.open(pagesName)).delete(key);
}

/** The page of this path as it is shown without a network, or null. */
export const readKept = (path: string) => read<Kept>(path);
/** What the page of this path is to become, or null. */
export const readWanted = (path: string) => read<Wanted>(path + wantedMark);
/** Writes down what is wanted before any of its files come, so that it can go on later. */
export const writeWanted = (wanted: Wanted) => write(wanted.path + wantedMark, wanted);
/** Gives up what was wanted. */
export const forgetWanted = (path: string) => forget(path + wantedMark);

/** Shows this page from now on, at one stroke; all its files must be here. The one before is remembered for pages that are open. */
export async function putKept(kept: Kept): Promise<void> {
  const before = await readKept(kept.path);
  if (before && before.plan.version !== kept.plan.version) await write(kept.path + beforeMark, before);
  await write(kept.path, kept);
  await forgetWanted(kept.path);
}

/** Removes a page and what is wanted of it; `sweep` removes the files. */
export async function dropKept(path: string): Promise<void> {
  for (const mark of ["", wantedMark, beforeMark]) await forget(path + mark);
}

async function listAll(): Promise<{ key: string; value: Kept }[]> {
  if (!(await hasPages())) return [];
  const keys = await (await caches.open(pagesName)).keys();
  const found = keys.map(async ({ url }) => {
    const { pathname, search } = new URL(url);
    return { key: pathname + search, value: await read<Kept>(pathname + search) };
  });
  return (await Promise.all(found)).filter((one): one is { key: string; value: Kept } => one.value !== null);
}

/** Universes that are kept or wanted here, each once, by name. */
export async function listKept(): Promise<Kept[]> {
  const all = (await listAll()).filter(({ key, value }) => value.path !== "/u" && !key.endsWith(beforeMark));
  const byPath = new Map(all.map(({ value }) => [value.path, value]));
  return [...byPath.values()].sort((one, other) => one.plan.name.localeCompare(other.plan.name));
}

/** Every file that a page needs. */
export function filesOfKept({ code, plan }: Kept): string[] {
  return [...code, ...[...plan.shared, ...plan.cards.flatMap(({ files }) => files)].map(({ url }) => url)];
}

/**
 * Removes the files that no page needs. With `isAlone` no other page of the viewer is open, so what they might still need goes
 * as well. Where no universe is left, nothing at all stays on the device.
 */
export async function sweep({ isAlone }: { isAlone: boolean }): Promise<void> {
  if (isAlone) for (const { key } of await listAll()) if (key.endsWith(beforeMark)) await forget(key);
  if ((await listKept()).length === 0) {
    for (const name of [pagesName, filesName]) await caches.delete(name);
    const workers = await navigator.serviceWorker.getRegistrations();
    for (const worker of workers) if (worker.active?.scriptURL.endsWith("/sw.js")) await worker.unregister();
    return;
  }
  const needed = new Set((await listAll()).flatMap(({ value }) => filesOfKept(value)));
  const files = await openFiles();
  for (const file of await files.keys())
    if (!needed.has(new URL(file.url).pathname + new URL(file.url).search)) await files.delete(file);
}
