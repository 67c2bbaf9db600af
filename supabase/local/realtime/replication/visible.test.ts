import { expect, it, vi } from "vitest";
import { openGate } from "./visible.ts";

it("hands on in order, and nothing before its transaction is seen", async () => {
  const seen = new Set<number>();
  const handedOn: string[] = [];
  const gate = openGate(
    async (xids) => xids.every((xid) => seen.has(xid)),
    (item: string) => handedOn.push(item),
  );
  gate.add(7, "first");
  gate.add(7, "second");
  gate.add(8, "third");
  seen.add(8);
  await new Promise(setImmediate);
  expect(handedOn).toEqual([]);
  seen.add(7);
  await gate.empty();
  expect(handedOn).toEqual(["first", "second", "third"]);
});

it("hands on what cannot be asked about", async () => {
  const handOn = vi.fn();
  const gate = openGate(() => Promise.reject(new Error("away")), handOn);
  gate.add(7, "told");
  await gate.empty();
  expect(handOn).toHaveBeenCalledWith("told");
});
