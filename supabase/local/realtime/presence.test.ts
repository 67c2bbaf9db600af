import { expect, test } from "vitest";
import fc from "../../../tests/setup/properties.ts";
import { type PresenceDiff, PresenceList } from "./presence.ts";

type Refs = Map<string, string>;

/** What a client makes of the differences: reference to key. */
function applied(before: Refs, { joins, leaves }: PresenceDiff): Refs {
  const after = new Map(before);
  for (const [key, { metas }] of Object.entries(joins))
    for (const { phx_ref } of metas) after.set(phx_ref, key);
  for (const { metas } of Object.values(leaves)) for (const { phx_ref } of metas) after.delete(phx_ref);
  return after;
}

test("the differences always add up to the state", () => {
  const step = fc.record({
    owner: fc.nat(3),
    key: fc.constantFrom("a", "b", "__proto__", "constructor"),
    stays: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const list = new PresenceList();
      const owners = [{}, {}, {}, {}];
      let refs: Refs = new Map();
      for (const { owner, key, stays } of steps) {
        const who = owners[owner] as object;
        const diff = stays ? list.track(who, key, { n: 1 }) : list.untrack(who);
        if (diff) refs = applied(refs, diff);
      }
      expect(applied(new Map(), { joins: list.state(), leaves: {} })).toEqual(refs);
      expect(list.isEmpty).toBe(refs.size === 0);
    }),
  );
});

test("a renewed entry leaves under its old reference and says which one it follows", () => {
  const list = new PresenceList();
  const owner = {};
  const first = list.track(owner, "ada", { mood: "calm" });
  const second = list.track(owner, "ada", { mood: "merry" });
  const [old] = first.joins.ada?.metas ?? [];
  expect(second.leaves.ada?.metas).toEqual([old]);
  expect(second.joins.ada?.metas).toMatchObject([{ mood: "merry", phx_ref_prev: old?.phx_ref }]);
});
