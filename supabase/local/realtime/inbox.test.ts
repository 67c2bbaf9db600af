import { expect, test } from "vitest";
import { Inbox } from "./inbox.ts";

const message = (id: string | null) => ({ id, encode: () => null });

function opened(replayed: string[], early: string[]) {
  const heard: (string | null)[] = [];
  const inbox = new Inbox(({ id }) => heard.push(id));
  for (const id of early) inbox.take(message(id));
  expect(heard).toEqual([]);
  inbox.open(replayed.map(message));
  return { inbox, heard };
}

test("what arrives before the answer waits, and comes after what is replayed", () => {
  expect(opened(["a", "b"], ["c", "d"]).heard).toEqual(["a", "b", "c", "d"]);
});

test("a message that is both replayed and new is heard once", () => {
  const { inbox, heard } = opened(["a", "b", "c"], ["b"]);
  expect(heard).toEqual(["a", "c", "b"]);
  for (const id of ["c", "d", null, null]) inbox.take(message(id));
  expect(heard.slice(3)).toEqual(["d", null, null]);
});
