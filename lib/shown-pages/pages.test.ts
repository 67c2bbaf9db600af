import { describe, expect, it } from "vitest";
import { Busy } from "./lanes.ts";
import { type Found, openPages } from "./pages.ts";
import { sealPage } from "./seal.ts";

/** A database and a maker of pages that do as they are told, and write down what they are asked. */
function studio(universes: Record<string, string> = { farm: "one" }) {
  const asked: string[] = [];
  const made: string[] = [];
  const state = { time: 0, isAway: false, universes, moved: {} as Record<string, string> };
  let gate: Promise<void> | undefined;
  const find = async (slug: string): Promise<Found> => {
    asked.push(slug);
    const mark = state.universes[slug];
    await gate;
    if (state.isAway) throw new Error("away");
    if (mark) return { kind: "shown", mark };
    const to = state.moved[slug];
    return to ? { kind: "moved", slug: to } : { kind: "none" };
  };
  const render = async (slug: string, variant: string) => {
    made.push(`${slug} ${variant}`);
    return sealPage(`<p>${state.universes[slug]} ${variant}`, "default-src 'self'");
  };
  const pages = openPages({ find, render, now: () => state.time });
  const text = async (slug = "farm", variant = "en.system") => {
    const answer = await pages.read(slug, variant);
    return answer.kind === "page" ? answer.page.bodies.identity.toString() : answer;
  };
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return () => {
      gate = undefined;
      resolve();
    };
  };
  return { asked, made, state, pages, text, hold };
}

describe("a page that was made", () => {
  it("is shown again without asking anybody, to each language its own", async () => {
    const { asked, made, text } = studio();
    expect([await text(), await text(), await text("farm", "fr.dark")]).toEqual([
      "<p>one en.system",
      "<p>one en.system",
      "<p>one fr.dark",
    ]);
    expect(made).toEqual(["farm en.system", "farm fr.dark"]);
    const before = asked.length;
    await text();
    expect(asked.length).toBe(before);
  });

  it("is made once for all who come at the same time", async () => {
    const { made, text } = studio();
    const all = await Promise.all(Array.from({ length: 20 }, () => text()));
    expect(new Set(all)).toEqual(new Set(["<p>one en.system"]));
    expect(made).toHaveLength(1);
  });

  it("is made anew at once when something has changed, and gone when nothing is left", async () => {
    const { state, pages, text } = studio();
    await text();
    state.universes.farm = "two";
    expect(await text()).toBe("<p>one en.system");
    pages.forget("farm");
    expect(await text()).toBe("<p>two en.system");
    state.universes = {};
    pages.forget("farm");
    expect(await text()).toEqual({ kind: "none" });
  });

  it("comes from memory again after a step back to an earlier release", async () => {
    const { state, pages, text, made } = studio();
    await text();
    state.universes.farm = "two";
    pages.forget("farm");
    await text();
    state.universes.farm = "one";
    pages.forget("farm");
    expect(await text()).toBe("<p>one en.system");
    expect(made).toHaveLength(2);
  });

  it("is found out to be old within a minute when nobody was told, and while one asks the others do not wait", async () => {
    const { state, text } = studio();
    await text();
    state.universes.farm = "two";
    state.time = 30_000;
    expect(await text()).toBe("<p>one en.system");
    await new Promise((done) => setImmediate(done));
    expect(await text()).toBe("<p>two en.system");
    state.universes.farm = "three";
    state.time = 200_000;
    expect(await text()).toBe("<p>three en.system");
  });

  it("stays for a day while the database is away, and nobody waits for it twice in 15 seconds", async () => {
    const { state, text, asked } = studio();
    await text();
    Object.assign(state, { isAway: true, time: 3_600_000 });
    const before = asked.length;
    expect([await text(), await text(), await text()]).toEqual(Array(3).fill("<p>one en.system"));
    expect(asked.length).toBe(before + 1);
    state.time = 2 * 86_400_000;
    await expect(text()).rejects.toThrow("away");
  });
});

describe("an answer from before a change", () => {
  it("is not kept when the change came while the database was asked", async () => {
    const { state, pages, text, hold } = studio();
    const release = hold();
    const early = text();
    state.universes.farm = "two";
    pages.forget("farm");
    release();
    await early;
    expect(await text()).toBe("<p>two en.system");
  });

  it("is not shown again when it was forgotten and the database does not answer", async () => {
    const { state, pages, text, hold } = studio();
    await text();
    state.time = 3_600_000;
    const release = hold();
    const early = text();
    state.isAway = true;
    pages.forget("farm");
    release();
    await expect(early).rejects.toThrow("away");
    await expect(text()).rejects.toThrow("away");
  });

  it("is kept when only something else has changed meanwhile", async () => {
    const { pages, text, hold, made } = studio({ farm: "one", lake: "one" });
    const release = hold();
    const early = text();
    pages.forget("lake");
    release();
    await early;
    await text();
    expect(made).toEqual(["farm en.system"]);
  });

  it("is not taken for the page of a release that came while it was made", async () => {
    let mark = "one";
    let made = 0;
    const pages = openPages({
      find: async () => ({ kind: "shown", mark }),
      render: async () => {
        made += 1;
        if (made === 1) mark = "two";
        return sealPage(`<p>${mark}`, "");
      },
    });
    await pages.read("farm", "en.system");
    mark = "one";
    pages.forget("farm");
    const answer = await pages.read("farm", "en.system");
    expect(answer.kind === "page" && answer.page.bodies.identity.toString()).toBe("<p>one");
  });
});

describe("an address without a universe", () => {
  it("is asked for once in ten seconds, and found as soon as somebody publishes there", async () => {
    const { state, asked, text, pages } = studio({});
    expect([await text("lake"), await text("lake")]).toEqual([{ kind: "none" }, { kind: "none" }]);
    expect(asked).toEqual(["lake"]);
    state.universes.lake = "one";
    pages.forget("lake");
    expect(await text("lake")).toBe("<p>one en.system");
  });

  it("makes no room by putting out what is shown", async () => {
    const { asked, text } = studio();
    await text();
    for (let at = 0; at < 5001; at += 1) await text(`guess-${at}`);
    const before = asked.length;
    expect(await text()).toBe("<p>one en.system");
    expect(asked.length).toBe(before);
  });

  it("leads to the newer one", async () => {
    const { state, text } = studio({ pond: "one" });
    state.moved.lake = "pond";
    expect(await text("lake")).toEqual({ kind: "moved", slug: "pond" });
  });

  it("costs few questions at once, however many are tried", async () => {
    const { asked, text, hold } = studio({});
    const release = hold();
    const tries = Array.from({ length: 500 }, (_, at) => text(`guess-${at}`).catch((error) => error));
    await new Promise((done) => setImmediate(done));
    expect(asked).toHaveLength(8);
    release();
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => answer instanceof Busy)).toHaveLength(500 - 208);
    expect(answers.filter((answer) => answer?.kind === "none")).toHaveLength(208);
  });
});
