import { beforeEach, expect, it, vi } from "vitest";
import { keepList } from "@/lib/offline/keep";
import { openCaches, openStudio } from "../../../tests/fixtures/device.ts";
import { shownUniverse } from "../../../tests/fixtures/kept-universe.ts";
import { findWayOut } from "./way-out";

let studio: ReturnType<typeof openStudio>;
const device = { onLine: true, serviceWorker: {} };

beforeEach(() => {
  studio = openStudio(new Map(shownUniverse().answers));
  device.onLine = true;
  vi.stubGlobal("caches", openCaches());
  vi.stubGlobal("fetch", studio.fetch);
  vi.stubGlobal("navigator", device);
});

const keepTheList = () => keepList(new AbortController().signal);

it("leads home, and asks nobody where nothing is kept", async () => {
  device.onLine = false;
  expect(await findWayOut()).toBe("/");
  expect(studio.asked).toEqual([]);
});

it("leads home where the studio answers, whatever it says", async () => {
  await keepTheList();
  studio.answers.set("/", () => new Response(null, { status: 503 }));
  expect(await findWayOut()).toBe("/");
});

it("leads to what is kept here where there is no network, or one that leads nowhere", async () => {
  await keepTheList();
  studio.asked.length = 0;
  studio.answers.set("/", () => Promise.reject(new TypeError("no network")));
  expect(await findWayOut()).toBe("/u");
  expect(studio.asked).toEqual(["/"]);
  device.onLine = false;
  expect(await findWayOut()).toBe("/u");
  expect(studio.asked).toEqual(["/"]);
});
