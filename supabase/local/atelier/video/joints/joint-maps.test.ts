import { describe, expect, it } from "vitest";
import { drawingParts } from "../../art/drawings.ts";
import { applied } from "../affine.ts";
import { jointMap } from "./joint-maps.ts";
import { MACHINE_JOINTS } from "./machines.ts";

const beats = Array.from({ length: 24 }, (_, at) => at / 24);
const machines = Object.entries(MACHINE_JOINTS);

describe("the joints of machines", () => {
  it.each(machines)(
    "of the %s move parts that its drawing has, carried by parts that it has",
    (token, joints) => {
      const names = new Set(drawingParts(token).parts.map(({ name }) => name));
      for (const [name, { on }] of Object.entries(joints)) {
        expect(names).toContain(name);
        if (on) expect(Object.keys(joints)).toContain(on);
      }
    },
  );

  it.each(machines)("of the %s rest at the beginning of the beat, and do move", (_token, joints) => {
    for (const name of Object.keys(joints)) {
      for (const value of jointMap(joints, name, 0, 0).map(
        (entry, at) => entry - (at === 0 || at === 3 ? 1 : 0),
      ))
        expect(value).toBeCloseTo(0, 9);
      const moved = beats.map((beat) => applied(jointMap(joints, name, beat, beat), 150, 20));
      expect(Math.max(...moved.map(([x, y]) => Math.hypot(x - 150, y - 20)))).toBeGreaterThan(0.5);
    }
  });

  it.each(machines)("of the %s hold: what is carried stays where it is fastened", (_token, joints) => {
    for (const [name, { on, at, slide, ram }] of Object.entries(joints))
      for (const beat of beats) {
        const [, far] = ram ?? [];
        const fastened = far ?? at;
        if (!on || !fastened || slide) continue;
        const [x, y] = applied(jointMap(joints, name, beat, 0), ...fastened);
        const [X, Y] = applied(jointMap(joints, on, beat, 0), ...fastened);
        expect(Math.hypot(X - x, Y - y), `${name} at ${beat}`).toBeLessThan(1e-6);
        if (ram) expect(applied(jointMap(joints, name, beat, 0), ...ram[0])[0]).toBeCloseTo(ram[0][0], 6);
      }
  });

  it("never pass below the ground that the machine stands on", () => {
    const teeth = applied(jointMap(MACHINE_JOINTS.excavator ?? {}, "bucket", 0, 0), 146, 90);
    expect(teeth[1]).toBeCloseTo(90, 6);
    for (const beat of beats) {
      const [, y] = applied(jointMap(MACHINE_JOINTS.excavator ?? {}, "bucket", beat, 0), 138, 92);
      expect(y).toBeLessThan(112);
    }
  });
});
