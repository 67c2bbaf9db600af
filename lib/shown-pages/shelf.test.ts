import { expect, it, onTestFinished, vi } from "vitest";
import { sealPage } from "./seal.ts";
import { openShelf } from "./shelf.ts";

const reader = { language: "en", theme: "system" };
const textOf = (page: { bodies: { identity: Buffer } }) => page.bodies.identity.toString();
/** Lets what waits for nothing but its turn run. */
const settled = () => new Promise((done) => setTimeout(done));

/** A shelf with a clock of its own, whose pages say how many were made before. */
function openStage() {
  const stage = { time: 0, made: 0, isAway: false, hold: Promise.resolve() };
  const shelf = openShelf({
    now: () => stage.time,
    render: async (address, { language }) => {
      stage.made += 1;
      const text = `${address} ${language} ${stage.made}`;
      await stage.hold;
      if (stage.isAway) throw new Error("away");
      return sealPage(text, "");
    },
  });
  const read = async (address = "/explore", who = reader) => textOf(await shelf.read(address, who));
  return { stage, shelf, read };
}

it("makes a page once for everybody who reads alike", async () => {
  const { read } = openStage();
  expect(await Promise.all([read(), read()])).toEqual(["/explore en 1", "/explore en 1"]);
  expect(await read("/explore", { ...reader, language: "de" })).toBe("/explore de 2");
  expect(await read("/explore?size=small")).toBe("/explore?size=small en 3");
  expect(await read()).toBe("/explore en 1");
});

it("makes it anew behind the back of who finds it old, before the eyes of who finds it older, and when something has changed", async () => {
  const { stage, shelf, read } = openStage();
  await read();
  stage.time = 30_000;
  expect(await read()).toBe("/explore en 1");
  await expect.poll(() => read()).toBe("/explore en 2");
  stage.time += 60_000;
  expect(await read()).toBe("/explore en 3");
  shelf.forget();
  expect(await read()).toBe("/explore en 4");
});

it("does not keep what was read before a change", async () => {
  const { stage, shelf, read } = openStage();
  const held = Promise.withResolvers<void>();
  stage.hold = held.promise;
  const early = read();
  await settled();
  shelf.forget();
  const late = read();
  await settled();
  held.resolve();
  expect([await early, await late]).toEqual(["/explore en 1", "/explore en 2"]);
  expect(await read()).toBe("/explore en 2");
});

it("shows for a day what it has while pages cannot be made, and says so, but nothing from before a change", async () => {
  const { stage, shelf, read } = openStage();
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => said.mockRestore());
  await read();
  stage.isAway = true;
  stage.time = 86_300_000;
  expect(await read()).toBe("/explore en 1");
  expect(said).toHaveBeenCalledWith(expect.stringContaining("away"));
  // Nobody waits again for what has just failed.
  expect([await read(), stage.made]).toEqual(["/explore en 1", 2]);
  stage.time = 86_400_000;
  await expect(read()).rejects.toThrow("away");
  stage.time = 0;
  shelf.forget();
  await expect(read()).rejects.toThrow("away");
});
