import { describe, expect, it } from "vitest";
import type { PresenceState } from "../realtime/presence-channel.ts";
import { badgesOf, newerRoom } from "./follow.ts";
import type { Badge, Room } from "./schema.ts";

const at = (sequence: number): Room => ({
  code: "BDFGHKLM",
  key: "a-key",
  slug: "pond",
  mode: "led",
  card_id: null,
  has_sound: false,
  language: null,
  sequence,
  expires_at: "2026-11-21T12:00:00Z",
});

describe("a screen that follows", () => {
  it("goes with the newest number, whatever comes late, twice or not at all", () => {
    const heard = [2, 4, 3, 4, 1, 7, 6].map(at);
    const seen: (number | undefined)[] = [];
    let known: Room | null = at(1);
    for (const room of heard) {
      known = newerRoom(known, room);
      seen.push(known?.sequence);
    }
    expect(seen).toEqual([2, 4, 4, 4, 4, 7, 7]);
  });

  it("does not come back to a room that is over", () => {
    expect(newerRoom(at(3), null)).toBeNull();
    expect(newerRoom(null, at(9))).toBeNull();
  });
});

describe("the screens that are there", () => {
  it("count once each, however many windows they have", () => {
    const state = { a: [{ badge: 3 }, { badge: 5 }], b: [{ badge: 1 }], c: [{ badge: 1 }] };
    expect(badgesOf(state, new Set(["a", "b", "c"]), 72)).toEqual([1, 1, 5]);
    expect(badgesOf({}, new Set(["a"]), 72)).toEqual([]);
  });

  it("are those on a seat that the studio gave, whatever names somebody makes up", () => {
    const state = { a: [{ badge: 3 }], b: [{ badge: 1 }], constructor: [{ badge: 2 }], "": [{ badge: 4 }] };
    expect(badgesOf(state, new Set(["b", "c"]), 72)).toEqual([1]);
    expect(badgesOf(state, new Set(), 72)).toEqual([]);
  });

  it("have one of our badges, whatever somebody sends", () => {
    const odd = [-4, 1e9, 0.5, Number.NaN, "<b>", null, { evil: true }];
    const state = Object.fromEntries(odd.map((badge, key) => [`k${key}`, [{ badge }]]));
    const seats = new Set([...Object.keys(state), "none"]);
    const badges = badgesOf({ ...state, none: [] } as PresenceState<Badge>, seats, 72);
    for (const badge of badges) {
      expect(Number.isInteger(badge)).toBe(true);
      expect(badge).toBeGreaterThanOrEqual(0);
      expect(badge).toBeLessThan(72);
    }
    expect(badges).toHaveLength(8);
  });

  it("are no more than a school has", () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, key) => [key, [{ badge: key }]]));
    expect(badgesOf(many, new Set(Object.keys(many)), 72)).toHaveLength(500);
  });
});
