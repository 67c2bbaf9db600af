import { describe, expect, it } from "vitest";
import { advance, isAtRest, newTurntable, toggleTurning, turnBy } from "./turntable.ts";

describe("a figure on its turntable", () => {
  it("turns by itself at the same pace for ever", () => {
    const start = newTurntable(true);
    const later = advance(advance(start, 1), 1);
    expect(later.yaw - start.yaw).toBeCloseTo(2 * (advance(start, 1).yaw - start.yaw), 9);
    expect(isAtRest(later)).toBe(false);
  });

  it("stands still for somebody who asked for less motion", () => {
    const start = newTurntable(false);
    expect(isAtRest(start)).toBe(true);
    expect(advance(start, 10)).toEqual(start);
  });

  it("goes on after a push, and comes to rest where the child left it", () => {
    let table = turnBy(newTurntable(true), 0.5, 0, 4);
    const pushed = table.yaw;
    for (let frame = 0; frame < 240; frame += 1) table = advance(table, 1 / 60);
    expect(table.yaw).toBeGreaterThan(pushed + 0.5);
    expect(isAtRest(table)).toBe(true);
  });

  it("cannot be turned upside down, nor pushed faster than an eye follows", () => {
    const thrown = turnBy(newTurntable(false), 0, 99, 99);
    expect(thrown.pitch).toBeLessThan(Math.PI / 2);
    expect(turnBy(thrown, 0, -99, -99).pitch).toBeGreaterThan(-Math.PI / 4);
    expect(thrown.speed).toBeLessThan(10);
  });

  it("is stopped and started by one tap", () => {
    const stopped = toggleTurning(newTurntable(true));
    expect(isAtRest(stopped)).toBe(true);
    expect(isAtRest(toggleTurning(stopped))).toBe(false);
  });
});
