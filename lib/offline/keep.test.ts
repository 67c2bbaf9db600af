import { beforeEach, describe, expect, it, vi } from "vitest";
import { openCaches, openStudio } from "../../tests/fixtures/device.ts";
import { shownUniverse } from "../../tests/fixtures/kept-universe.ts";
import { countSaved } from "./count.ts";
import { keep, keepList, noteStopped } from "./keep.ts";
import { dropKept, listKept, openFiles, readKept, readWanted, sweep } from "./kept.ts";

let device: ReturnType<typeof openCaches>;
let studio: ReturnType<typeof openStudio>;
const unregister = vi.fn();
const never = () => new AbortController().signal;

beforeEach(() => {
  device = openCaches();
  studio = openStudio(new Map(shownUniverse().answers));
  const getRegistrations = async () => [{ active: { scriptURL: "https://studio.test/sw.js" }, unregister }];
  vi.stubGlobal("caches", device);
  vi.stubGlobal("fetch", studio.fetch);
  vi.stubGlobal("navigator", { serviceWorker: { getRegistrations } });
  unregister.mockClear();
});

const counts = async (path = "/u/animals") => {
  const kept = (await readKept(path)) ?? (await readWanted(path));
  return kept && (({ saved, total, isWhole }) => ({ saved, total, isWhole }))(await countSaved(kept));
};
const fileNames = async () =>
  (await (await openFiles()).keys()).map(({ url }) => new URL(url).pathname).sort();

describe("keeping a universe", () => {
  it("keeps the page, all its code and all its files, and says how far it is", async () => {
    const said: string[] = [];
    const { html, code, media, plan } = shownUniverse();
    const ending = await keep("animals", {
      signal: never(),
      onCount: (saved, total) => said.push(`${saved}/${total}`),
    });
    expect(ending).toBe("whole");
    expect(await fileNames()).toEqual([...code, ...media].sort());
    expect(await counts()).toEqual({ saved: 3, total: 3, isWhole: true });
    expect([said[0], said.at(-1)]).toEqual(["0/3", "3/3"]);
    const kept = await readKept("/u/animals");
    expect(kept).toMatchObject({ page: { body: html }, plan, former: [] });
    expect(Object.fromEntries(kept?.page.headers ?? [])).toMatchObject({ "content-security-policy": "b1" });
    expect(await readWanted("/u/animals")).toBeNull();
  });

  it("renews nothing that an adult removes meanwhile", async () => {
    const removed = await keep("animals", { signal: never(), isRenewal: true });
    expect([removed, await counts()]).toEqual(["stopped", null]);
    await keep("animals", { signal: never() });
    const ending = await keep("animals", {
      signal: never(),
      isRenewal: true,
      onCount: (saved, total) => saved === total && void dropKept("/u/animals"),
    });
    expect([ending, await readKept("/u/animals"), await readWanted("/u/animals")]).toEqual([
      "stopped",
      null,
      null,
    ]);
  });

  it("goes on after an interruption without asking again for what is here", async () => {
    const { media, universe } = shownUniverse();
    const last = universe.assets[2]?.image_url ?? "";
    const picture = studio.answers.get(last) ?? "";
    studio.answers.set(last, () => Promise.reject(new TypeError("no network")));
    expect(await keep("animals", { signal: never() })).toBe("away");
    expect(await readKept("/u/animals")).toBeNull();
    expect(await readWanted("/u/animals")).toMatchObject({ isStopped: false });
    expect(await counts()).toMatchObject({ isWhole: false });
    studio.answers.set(last, picture);
    const here = new Set(await fileNames());
    studio.asked.length = 0;
    expect(await keep("animals", { signal: never() })).toBe("whole");
    expect(studio.asked.filter((url) => url.startsWith("/media/")).sort()).toEqual(
      media.filter((url) => !here.has(url)).sort(),
    );
  });

  it("counts a card only when every file of it is here", async () => {
    await keep("animals", { signal: never() });
    const voice = shownUniverse().universe.assets[1]?.speech.en ?? "";
    await (await openFiles()).delete(voice);
    expect(await counts()).toEqual({ saved: 2, total: 3, isWhole: false });
    await (await openFiles()).put(voice, new Response(""));
    expect(await counts()).toMatchObject({ saved: 2, isWhole: false });
  });

  it("stops when it is told to, and remembers that an adult wanted it so", async () => {
    const stop = new AbortController();
    const ending = await keep("animals", { signal: stop.signal, onCount: () => stop.abort() });
    expect(ending).toBe("stopped");
    await noteStopped("animals");
    expect(await readWanted("/u/animals")).toMatchObject({ isStopped: true });
    expect(await readKept("/u/animals")).toBeNull();
  });

  it("says when the device is full, keeps what came, and goes on when there is room", async () => {
    const film = shownUniverse().universe.assets[0]?.video_url ?? "";
    const text = String(studio.answers.get(film));
    studio.answers.set(film, () => {
      device.limits.room = 0;
      return new Response(text);
    });
    expect(await keep("animals", { signal: never() })).toBe("full");
    expect(await fileNames()).not.toContain(film);
    expect(await counts()).toMatchObject({ isWhole: false });
    device.limits.room = Number.POSITIVE_INFINITY;
    studio.answers.set(film, text);
    expect(await keep("animals", { signal: never() })).toBe("whole");
  });

  it("takes no other file for the one that was asked for", async () => {
    const { media } = shownUniverse();
    studio.answers.set(media[1] ?? "", "<html>Sign in to this network</html>");
    expect(await keep("animals", { signal: never() })).toBe("failed");
    expect(await fileNames()).not.toContain(media[1]);
    studio.answers.set("/_next/static/chunks/figure-b1.js", () => new Response("gone", { status: 404 }));
    await (await openFiles()).delete("/_next/static/chunks/figure-b1.js");
    expect(await keep("animals", { signal: never() })).toBe("failed");
  });

  it("asks again when something is published between the plan and the page", async () => {
    const [first, second] = [shownUniverse(), shownUniverse({ release: 2, pictures: ["fox", "whale"] })];
    const plans = [first.plan, second.plan];
    studio.answers.set("/u/animals/files", () => Response.json(plans.shift() ?? second.plan));
    for (const [path, answer] of second.answers)
      if (path !== "/u/animals/files") studio.answers.set(path, answer);
    expect(await keep("animals", { signal: never() })).toBe("whole");
    expect(await readKept("/u/animals")).toMatchObject({ plan: second.plan, page: { body: second.html } });
  });
});

describe("a kept universe that is published anew", () => {
  const next = shownUniverse({ release: 2, pictures: ["fox", "whale", "bee"], build: "b2" });

  it("is shown as before until all of the new one is here, and only new files are fetched", async () => {
    await keep("animals", { signal: never() });
    for (const [path, answer] of next.answers) studio.answers.set(path, answer);
    const whale = next.universe.assets[1]?.image_url ?? "";
    const picture = studio.answers.get(whale) ?? "";
    studio.answers.set(whale, () => Promise.reject(new TypeError("no network")));
    expect(await keep("animals", { signal: never() })).toBe("away");
    expect(await readKept("/u/animals")).toMatchObject({ plan: { release: 1 } });
    expect(await counts()).toEqual({ saved: 3, total: 3, isWhole: true });

    studio.answers.set(whale, picture);
    studio.asked.length = 0;
    expect(await keep("animals", { signal: never() })).toBe("whole");
    expect(await readKept("/u/animals")).toMatchObject({ plan: { release: 2 }, page: { body: next.html } });
    const old = new Set(shownUniverse().media);
    expect(studio.asked.filter((url) => old.has(url))).toEqual([]);
  });

  it("leaves the old files to pages that are open, and removes them when none is", async () => {
    const before = shownUniverse();
    await keep("animals", { signal: never() });
    for (const [path, answer] of next.answers) studio.answers.set(path, answer);
    await keep("animals", { signal: never() });
    await sweep({ isAlone: false });
    expect(await fileNames()).toEqual(expect.arrayContaining([...before.code, ...before.media]));
    await sweep({ isAlone: true });
    expect(await fileNames()).toEqual([...next.code, ...next.media].sort());
  });

  it("moves to its new address, and is known by the old one", async () => {
    await keep("animals", { signal: never() });
    const moved = shownUniverse({ slug: "beasts" });
    for (const [path, answer] of moved.answers) studio.answers.set(path, answer);
    studio.answers.set("/u/animals/files", () => Response.json(moved.plan));
    expect(await keep("animals", { signal: never() })).toBe("whole");
    expect(await readKept("/u/animals")).toBeNull();
    expect(await readKept("/u/beasts")).toMatchObject({ former: ["/u/animals"] });
  });

  it("is gone from the device when it was taken back", async () => {
    await keep("animals", { signal: never() });
    const headers = { "content-type": "application/problem+json" };
    studio.answers.set("/u/animals/files", () => new Response("{}", { status: 404, headers }));
    expect(await keep("animals", { signal: never() })).toBe("gone");
    expect(await listKept()).toEqual([]);
  });
});

describe("removing", () => {
  it("takes the files that no other universe needs, and with the last one everything", async () => {
    const other = shownUniverse({ slug: "forest", pictures: ["fox", "oak"] });
    for (const [path, answer] of other.answers) studio.answers.set(path, answer);
    expect(await keep("animals", { signal: never() })).toBe("whole");
    expect(await keep("forest", { signal: never() })).toBe("whole");
    expect(await keepList(never())).toBe("whole");
    expect((await listKept()).map(({ path }) => path).sort()).toEqual(["/u/animals", "/u/forest"]);

    await dropKept("/u/animals");
    await sweep({ isAlone: false });
    expect(await fileNames()).toEqual([...other.code, ...other.media].sort());
    expect(await counts("/u/forest")).toMatchObject({ isWhole: true });
    expect(unregister).not.toHaveBeenCalled();

    await dropKept("/u/forest");
    await sweep({ isAlone: false });
    expect(await device.keys()).toEqual([]);
    expect(unregister).toHaveBeenCalledOnce();
  });
});
