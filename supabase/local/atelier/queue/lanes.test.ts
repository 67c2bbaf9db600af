import { expect, it } from "vitest";
import { createLanes } from "./lanes.ts";

it("starts first what came first, never more at once than allowed, one lane not waiting for another", async () => {
  const lanes = createLanes({ slow: 2, quick: 1 });
  const log: string[] = [];
  let running = 0;
  let most = 0;
  const task = (name: string, ms: number) => async () => {
    running += 1;
    most = Math.max(most, running);
    log.push(name);
    await new Promise((resolve) => setTimeout(resolve, ms));
    running -= 1;
  };
  for (const name of ["a", "b", "c", "d"]) lanes.push("slow", task(name, 30));
  await new Promise((resolve) => setTimeout(resolve, 110));
  expect(log).toEqual(["a", "b", "c", "d"]);
  expect(most).toBe(2);
  for (const name of ["e", "f", "g"]) lanes.push("slow", task(name, 80));
  lanes.push("quick", task("q", 1));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(log.slice(4)).toEqual(["e", "f", "q"]);
  await lanes.stop();
  expect(running).toBe(0);
  expect(log).not.toContain("g");
});
