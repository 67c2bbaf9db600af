import { beforeEach, expect, it, vi } from "vitest";
import { keep } from "@/lib/offline/keep";
import { openFiles } from "@/lib/offline/kept";
import { openCaches, openStudio } from "../../../tests/fixtures/device.ts";
import { shownUniverse } from "../../../tests/fixtures/kept-universe.ts";
import { holdFiles, sweepWhenAlone } from "./holding";

const first = shownUniverse();
const second = shownUniverse({ release: 2, pictures: ["fox", "whale"], build: "b2" });

/** Locks as a browser has them, as far as `holding` asks for them. */
function openLocks() {
  const held: string[] = [];
  return {
    async request(_: string, options: LockOptions, use: (lock: object | null) => Promise<unknown>) {
      if (options.ifAvailable) return use(held.length === 0 ? {} : null);
      held.push(options.mode ?? "exclusive");
      return use({});
    },
  };
}

const keepNow = () => keep("animals", { signal: new AbortController().signal });
const filesHere = async () =>
  (await (await openFiles()).keys()).map(({ url }) => new URL(url).pathname).sort();

beforeEach(async () => {
  const studio = openStudio(new Map(first.answers));
  vi.stubGlobal("caches", openCaches());
  vi.stubGlobal("fetch", studio.fetch);
  vi.stubGlobal("navigator", { serviceWorker: {}, locks: openLocks() });
  await keepNow();
  for (const [path, answer] of second.answers) studio.answers.set(path, answer);
});

it("takes the files of the release before from the device once the new one is whole", async () => {
  expect(await keepNow()).toBe("whole");
  await sweepWhenAlone();
  expect(await filesHere()).toEqual([...second.code, ...second.media].sort());
});

it("leaves them while a page is open that may still show them", async () => {
  await holdFiles();
  expect(await keepNow()).toBe("whole");
  await sweepWhenAlone();
  expect(await filesHere()).toEqual(expect.arrayContaining([...first.code, ...first.media]));
});
