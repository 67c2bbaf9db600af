import { expect, test } from "vitest";
import { WorkQueue } from "./work-queue.ts";

const soon = (work: () => void) => new Promise<void>((resolve) => setTimeout(resolve, 1)).then(work);

test("work runs in order, whether it waits or not", async () => {
  const done: number[] = [];
  const queue = new WorkQueue(10, () => {});
  queue.add(() => soon(() => done.push(1)));
  queue.add(() => void done.push(2));
  queue.add(() => soon(() => done.push(3)));
  await new Promise<void>((resolve) => queue.add(resolve));
  expect(done).toEqual([1, 2, 3]);
});

test("work that needs no waiting is done at once when nothing is queued", () => {
  const done: number[] = [];
  new WorkQueue(1, () => {}).add(() => void done.push(1));
  expect(done).toEqual([1]);
});

test("a failure is told and does not stop what follows", async () => {
  const errors: unknown[] = [];
  const queue = new WorkQueue(10, (error) => errors.push(error));
  queue.add(() => {
    throw "sync";
  });
  queue.add(() => Promise.reject("async"));
  await new Promise<void>((resolve) => queue.add(resolve));
  expect(errors).toEqual(["sync", "async"]);
});

test("more than the limit is not taken", () => {
  const queue = new WorkQueue(2, () => {});
  const forever = () => new Promise<void>(() => {});
  expect([queue.add(forever), queue.add(forever), queue.add(forever), queue.add(forever)]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
