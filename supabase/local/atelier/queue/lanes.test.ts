import { expect, it } from "vitest";
import { createLanes } from "./lanes.ts";

/** Lets everything happen that waits for nothing else. */
const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
};

it("starts first what came first, never more at once than allowed, one lane not waiting for another", async () => {
  const lanes = createLanes({ slow: 2, quick: 1 });
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const task = (name: string) => () => {
    log.push(name);
    return new Promise<void>((done) => ends.set(name, done));
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await settled();
  };
  for (const name of ["a", "b", "c", "d"]) lanes.push("slow", task(name));
  await settled();
  expect(log).toEqual(["a", "b"]);
  await end("b");
  expect(log).toEqual(["a", "b", "c"]);
  lanes.push("quick", task("q"));
  await settled();
  expect(log).toEqual(["a", "b", "c", "q"]);
  await end("a");
  expect(log.at(-1)).toBe("d");
  lanes.push("slow", task("e"));
  let isStopped = false;
  const stopped = lanes.stop().then(() => {
    isStopped = true;
  });
  for (const name of ["c", "d"]) await end(name);
  expect(isStopped).toBe(false);
  await end("q");
  await stopped;
  expect(log).not.toContain("e");
});
