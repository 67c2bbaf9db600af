import { beforeEach, expect, it, vi } from "vitest";
import { readWanted } from "@/lib/offline/kept";
import { openCaches, openStudio } from "../../../tests/fixtures/device.ts";
import { shownUniverse } from "../../../tests/fixtures/kept-universe.ts";
import { keepingOf } from "./keeping";

let studio: ReturnType<typeof openStudio>;
let device: ReturnType<typeof openCaches>;
const register = vi.fn();

beforeEach(() => {
  device = openCaches();
  studio = openStudio(new Map());
  register.mockReset();
  vi.stubGlobal("caches", device);
  vi.stubGlobal("fetch", studio.fetch);
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("navigator", { serviceWorker: { register, getRegistrations: async () => [] } });
});

/** A universe at an address of its own, since a page has one keeping of each. */
function shownAt(slug: string) {
  const universe = shownUniverse({ slug });
  for (const [path, answer] of universe.answers) studio.answers.set(path, answer);
  return { ...keepingOf(slug), last: universe.universe.assets[2]?.image_url ?? "" };
}

const phase = (keeping: { current: () => { phase: string } }) => keeping.current().phase;

it("says how much would come before anything comes, and keeps nothing by looking", async () => {
  const keeping = shownAt("looked-at");
  await keeping.look();
  expect(keeping.current()).toMatchObject({ phase: "nothing", total: 3, bytes: 800 });
  expect(await device.keys()).toEqual([]);
  expect(register).not.toHaveBeenCalled();
});

it("goes on by itself once the network is back, and answers for these pages alone", async () => {
  const keeping = shownAt("interrupted");
  const picture = studio.answers.get(keeping.last) ?? "";
  studio.answers.set(keeping.last, () => Promise.reject(new TypeError("no network")));
  await keeping.start();
  expect(phase(keeping)).toBe("away");
  studio.answers.set(keeping.last, picture);
  window.dispatchEvent(new Event("online"));
  await vi.waitFor(() => expect(phase(keeping)).toBe("whole"), 60_000);
  expect(keeping.current()).toMatchObject({ saved: 3, total: 3 });
  const scopes = register.mock.calls.map(([, options]) => options.scope);
  expect(new Set(scopes)).toEqual(new Set(["/u", "/explore"]));
});

it("does not begin again what an adult has removed or stopped", async () => {
  const keeping = shownAt("removed");
  studio.answers.set(keeping.last, () => Promise.reject(new TypeError("no network")));
  await keeping.start();
  await keeping.remove();
  window.dispatchEvent(new Event("online"));
  expect(phase(keeping)).toBe("nothing");
  expect(await device.keys()).toEqual([]);

  const other = shownAt("stopped");
  studio.answers.set(other.last, () => {
    other.stop();
    return new Response("late");
  });
  await other.start();
  expect(phase(other)).toBe("stopped");
  await other.look();
  expect(phase(other)).toBe("stopped");
});

it("says that it did not work where a browser refuses to have a worker", async () => {
  const keeping = shownAt("refused");
  register.mockRejectedValue(new DOMException("refused", "SecurityError"));
  await keeping.start();
  expect(phase(keeping)).toBe("failed");
});

it("says that the device is full, and goes on with what is missing only when an adult asks", async () => {
  const keeping = shownAt("too-large");
  const picture = studio.answers.get(keeping.last) ?? "";
  studio.answers.set(keeping.last, () => {
    device.limits.room = device.used();
    return new Response(String(picture));
  });
  await keeping.start();
  expect(phase(keeping)).toBe("full");
  expect(await readWanted("/u/too-large")).toMatchObject({ isStopped: true });
  studio.answers.set(keeping.last, picture);
  window.dispatchEvent(new Event("online"));
  expect(phase(keeping)).toBe("full");
  device.limits.room = Number.POSITIVE_INFINITY;
  studio.asked.length = 0;
  await keeping.start();
  expect(phase(keeping)).toBe("whole");
  expect(studio.asked).toContain(keeping.last);
});

it("says that the device is full also where there is not even room to remember that", async () => {
  const keeping = shownAt("far-too-large");
  const picture = studio.answers.get(keeping.last) ?? "";
  studio.answers.set(keeping.last, () => {
    device.limits.room = 0;
    return new Response(String(picture));
  });
  await keeping.start();
  expect(phase(keeping)).toBe("full");
});
