import { describe, expect, it } from "vitest";
import { createLeader } from "./leader.ts";
import type { Lead, Room } from "./schema.ts";

const room: Room = {
  code: "BDFGHKLM",
  key: "a-key",
  slug: "pond",
  mode: "led",
  card_id: null,
  has_sound: false,
  language: null,
  sequence: 1,
  expires_at: "2026-11-21T12:00:00Z",
};

function begin() {
  const open: { change: Lead; answer: () => void; fail: () => void }[] = [];
  const [rooms, wishes, problems]: [Room[], Lead[], unknown[]] = [[], [], []];
  const leader = createLeader({
    send: (change) =>
      new Promise((answer, fail) =>
        open.push({
          change,
          answer: () => answer({ ...room, ...change, sequence: open.length }),
          fail: () => fail(new Error("away")),
        }),
      ),
    onWish: (wish) => wishes.push(wish),
    onRoom: (next) => rooms.push(next),
    onProblem: (error) => problems.push(error),
  });
  return { leader, open, rooms, wishes, problems };
}

const settle = () => new Promise((done) => setImmediate(done));

describe("a teacher who leads", () => {
  it("turns cards faster than the network, and skips those in between", async () => {
    const { leader, open, rooms } = begin();
    for (const card_id of ["one", "two", "three", "four"]) leader.lead({ card_id });
    expect(open.map(({ change }) => change)).toEqual([{ card_id: "one" }]);
    open[0]?.answer();
    await settle();
    expect(open.map(({ change }) => change)).toEqual([{ card_id: "one" }, { card_id: "four" }]);
    open[1]?.answer();
    await settle();
    expect(rooms.map(({ card_id }) => card_id)).toEqual(["one", "four"]);
    expect(open).toHaveLength(2);
  });

  it("sees the last wish at once, until it is answered", async () => {
    const { leader, open, wishes } = begin();
    leader.lead({ card_id: "one" });
    leader.lead({ mode: "eyes" });
    expect(wishes.at(-1)).toEqual({ card_id: "one", mode: "eyes" });
    open[0]?.answer();
    await settle();
    expect(wishes.at(-1)).toEqual({ mode: "eyes" });
    open[1]?.answer();
    await settle();
    expect(wishes.at(-1)).toEqual({});
  });

  it("is told of what could not be sent, is back at what is true, and leads on", async () => {
    const { leader, open, wishes, problems } = begin();
    leader.lead({ card_id: "one" });
    leader.lead({ card_id: "two" });
    open[0]?.fail();
    await settle();
    expect(problems).toHaveLength(1);
    expect(wishes.at(-1)).toEqual({});
    expect(open).toHaveLength(1);
    leader.lead({ card_id: "three" });
    expect(open[1]?.change).toEqual({ card_id: "three" });
  });
});
