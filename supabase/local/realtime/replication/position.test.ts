import { expect, test } from "vitest";
import { ReplicationPosition } from "./position.ts";

function deliver(position: ReplicationPosition, commitLsn: bigint, rows: number): number {
  position.begin(commitLsn);
  let delivered = 0;
  for (let row = 0; row < rows; row++) if (position.isNewRow()) delivered++;
  return delivered;
}

test("a transaction that was broken off goes on where it stopped", () => {
  const position = new ReplicationPosition(100n);
  expect(deliver(position, 200n, 3)).toBe(3);
  expect(deliver(position, 200n, 5)).toBe(2);
  expect(deliver(position, 200n, 5)).toBe(0);
  position.commit(210n);
  expect(position.lsn).toBe(210n);
});

test("a transaction that was delivered whole is not delivered again", () => {
  const position = new ReplicationPosition(100n);
  deliver(position, 200n, 2);
  position.commit(210n);
  expect(deliver(position, 200n, 2)).toBe(0);
  position.commit(210n);
  expect(deliver(position, 220n, 1)).toBe(1);
});

test("a keepalive inside a transaction acknowledges nothing of it", () => {
  const position = new ReplicationPosition(100n);
  position.begin(200n);
  position.serverSent(300n);
  expect(position.lsn).toBe(100n);
  position.commit(210n);
  position.serverSent(300n);
  expect(position.lsn).toBe(300n);
});

test("one can wait for a position, but not forever", async () => {
  const position = new ReplicationPosition(100n);
  const waited: string[] = [];
  const far = position.reached(300n, 50).then(() => waited.push("gave up"));
  const near = position.reached(200n, 10_000).then(() => waited.push("reached"));
  await position.reached(100n, 10_000);
  position.serverSent(200n);
  await near;
  await far;
  expect(waited).toEqual(["reached", "gave up"]);
});
