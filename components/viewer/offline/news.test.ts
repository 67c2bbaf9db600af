import { beforeEach, expect, it, vi } from "vitest";
import { keep } from "@/lib/offline/keep";
import { readKept } from "@/lib/offline/kept";
import { openCaches, openStudio } from "../../../tests/fixtures/device.ts";
import { shownUniverse } from "../../../tests/fixtures/kept-universe.ts";
import { learn } from "./news";

const first = shownUniverse();
const second = shownUniverse({ release: 2, pictures: ["fox", "whale", "bee"] });
const never = new AbortController().signal;

let studio: ReturnType<typeof openStudio>;

beforeEach(() => {
  studio = openStudio(new Map(first.answers));
  vi.stubGlobal("caches", openCaches());
  vi.stubGlobal("fetch", studio.fetch);
  vi.stubGlobal("navigator", { serviceWorker: { getRegistrations: async () => [] } });
});

const publishSecond = () => {
  for (const [path, answer] of second.answers) studio.answers.set(path, answer);
};

it("a page that is not kept learns of a new release, and not of its own", async () => {
  expect(await learn("animals", 1)).toEqual({ kind: "nothing" });
  publishSecond();
  expect(await learn("animals", 1)).toEqual({ kind: "release", path: "/u/animals" });
  expect(studio.asked.every((path) => path === "/u/animals/files")).toBe(true);
});

it("a kept page is told of a new release once all of it is on the device", async () => {
  await keep("animals", { signal: never });
  publishSecond();
  const whale = second.universe.assets[1]?.image_url ?? "";
  const picture = studio.answers.get(whale) ?? "";
  studio.answers.set(whale, () => Promise.reject(new TypeError("no network")));
  expect(await learn("animals", 1)).toEqual({ kind: "nothing" });
  expect(await readKept("/u/animals")).toMatchObject({ plan: { release: 1 } });
  studio.answers.set(whale, picture);
  expect(await learn("animals", 1)).toEqual({ kind: "release", path: "/u/animals" });
  expect(await readKept("/u/animals")).toMatchObject({ plan: { release: 2 } });
  // A page that is still open with the old one, while another has renewed it.
  expect(await learn("animals", 1)).toEqual({ kind: "release", path: "/u/animals" });
});

it("new code of the viewer comes quietly, and a new address leads there with the next release", async () => {
  await keep("animals", { signal: never });
  for (const [path, answer] of shownUniverse({ build: "b2" }).answers) studio.answers.set(path, answer);
  expect(await learn("animals", 1)).toEqual({ kind: "nothing" });
  expect(await readKept("/u/animals")).toMatchObject({ plan: { version: "1-b2" } });

  const moved = shownUniverse({ slug: "beasts", release: 2 });
  for (const [path, answer] of moved.answers) studio.answers.set(path, answer);
  studio.answers.set("/u/animals/files", () => Response.json(moved.plan));
  expect(await learn("animals", 1)).toEqual({ kind: "release", path: "/u/beasts" });
});

it("what was taken back is gone from the device; what nobody can tell stays", async () => {
  await keep("animals", { signal: never });
  studio.answers.set("/u/animals/files", () => Promise.reject(new TypeError("no network")));
  expect(await learn("animals", 1)).toEqual({ kind: "nothing" });
  expect(await readKept("/u/animals")).not.toBeNull();
  const headers = { "content-type": "application/problem+json" };
  studio.answers.set("/u/animals/files", () => new Response("{}", { status: 404, headers }));
  expect(await learn("animals", 1)).toEqual({ kind: "gone" });
  expect(await caches.keys()).toEqual([]);
});
