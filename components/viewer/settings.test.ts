import { beforeEach, describe, expect, it, vi } from "vitest";

const kept = new Map<string, string>();

/** The settings as a page that has just been opened has them. */
async function openPage() {
  vi.resetModules();
  return import("./settings.ts");
}

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  return () => vi.unstubAllGlobals();
});

describe("the settings of a device", () => {
  it("keep nothing on it before an adult has chosen something", async () => {
    const { currentSettings, subscribeSettings, usualSettings } = await openPage();
    subscribeSettings(() => {});
    expect(currentSettings()).toEqual(usualSettings);
    expect(kept.size).toBe(0);
  });

  it("are there again on the next visit, until they are forgotten", async () => {
    const first = await openPage();
    const heard = vi.fn();
    first.subscribeSettings(heard);
    first.changeSettings({ textSize: "huge", second: "fr" });
    expect(heard).toHaveBeenCalledOnce();
    const second = await openPage();
    expect(second.currentSettings()).toEqual({ ...second.usualSettings, textSize: "huge", second: "fr" });
    second.changeSettings(null);
    expect(kept.size).toBe(0);
    expect((await openPage()).currentSettings()).toEqual(second.usualSettings);
  });

  it("count until the page is left where the browser keeps nothing", async () => {
    vi.stubGlobal("localStorage", {
      getItem: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
    const { changeSettings, currentSettings } = await openPage();
    changeSettings({ isCalm: true });
    expect(currentSettings().isCalm).toBe(true);
  });

  it.each([
    "null",
    "{",
    "[]",
    '"x"',
    "7",
    '{"textSize":"giant","second":"tlh","volume":-1,"scanSeconds":1e9,"isCalm":"yes"}',
  ])("are the usual ones where %s was kept", async (text) => {
    const { readSettings, usualSettings } = await openPage();
    expect(readSettings(text)).toEqual(usualSettings);
  });

  it("keep what is good of what was kept", async () => {
    const { readSettings, usualSettings } = await openPage();
    expect(readSettings('{"volume":9,"second":"klingon","evil":true}')).toEqual({
      ...usualSettings,
      volume: 9,
    });
  });
});
