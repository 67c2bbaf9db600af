import { darken, lighten, mix } from "../../art/colour.ts";
import { linear, radial, short, vertical } from "../../art/paint.ts";
import type { Random } from "../random.ts";
import { circle, ellipse, type Point, smooth } from "../shapes.ts";

/** A fish far away, without detail. */
export function distantFish(x: number, y: number, scale: number, colour: string): string {
  return `<g transform="translate(${short(x)} ${short(y)}) scale(${short(scale * 10) / 10} ${short(Math.abs(scale) * 10) / 10})"><path d="M-34,0Q0,-26 34,0Q0,26 -34,0Z" fill="${colour}"/><path d="M-28,0L-52,-17Q-44,0 -52,17Z" fill="${colour}"/></g>`;
}

/** A branching coral growing up from (x, y). */
export function coral(random: Random, x: number, y: number, scale: number, colour: string): string {
  const paint = vertical(
    [
      [0, lighten(colour, 0.25)],
      [1, mix(colour, "#6a2a8a", 0.35)],
    ],
    y - 220 * scale,
    y,
  );
  const branches: string[] = [];
  const grow = (px: number, py: number, angle: number, length: number, width: number, left: number) => {
    const ex = px + length * Math.cos(angle);
    const ey = py + length * Math.sin(angle);
    const bend = (px + ex) / 2 + random.between(-8, 8) * scale;
    branches.push(
      `<path d="M${short(px)},${short(py)}Q${short(bend)},${short((py + ey) / 2)} ${short(ex)},${short(ey)}" stroke-width="${short(width)}"/>`,
    );
    if (!left) return;
    const forks = random.whole(2, 3);
    for (let at = 0; at < forks; at++) {
      const spread = (at - (forks - 1) / 2) * random.between(0.5, 0.8);
      grow(ex, ey, angle + spread, length * random.between(0.62, 0.8), width * 0.76, left - 1);
    }
  };
  grow(x, y, -Math.PI / 2 + random.between(-0.15, 0.15), 62 * scale, 24 * scale, 3);
  return `${paint.defs}<g stroke="${paint.fill}" fill="none" stroke-linecap="round">${branches.join("")}</g>`;
}

/** A tuft of waving seaweed. */
export function seaweed(random: Random, x: number, y: number, height: number, colour: string): string {
  const blades = random.whole(3, 4);
  return Array.from({ length: blades }, (_, blade) => {
    const left: Point[] = [];
    const right: Point[] = [];
    const phase = random.between(0, 6);
    const tall = height * random.between(0.65, 1);
    const foot = x + (blade - blades / 2) * 26;
    for (let at = 0; at <= 8; at++) {
      const along = at / 8;
      const half = 15 * (1 - along * 0.85);
      const middle = foot + Math.sin(along * 5 + phase) * 24 * along;
      left.push([middle - half, y - tall * along]);
      right.unshift([middle + half, y - tall * along]);
    }
    const green = mix(colour, random.chance(0.5) ? "#0b5a7a" : "#c8f08a", random.between(0, 0.35));
    const paint = linear([
      [0, lighten(green, 0.25)],
      [1, darken(green, 0.25)],
    ]);
    return `${paint.defs}<path d="${smooth([...left, ...right], true)}" fill="${paint.fill}"/>`;
  }).join("");
}

export function bubble(x: number, y: number, r: number): string {
  const paint = radial([
    [0, "#fff", 0.05],
    [0.75, "#fff", 0.12],
    [1, "#fff", 0.55],
  ]);
  return (
    paint.defs +
    circle(x, y, r, paint.fill) +
    ellipse(x - r * 0.35, y - r * 0.4, r * 0.24, r * 0.16, "#fff", 0.9)
  );
}

/** A rounded stone standing on y. */
export function stone(random: Random, x: number, y: number, scale: number, colour: string): string {
  const paint = linear([
    [0, lighten(colour, 0.3)],
    [1, darken(colour, 0.35)],
  ]);
  const outline: Point[] = (
    [
      [-70, 0],
      [-58, -34],
      [-26, -58],
      [14, -64],
      [50, -40],
      [70, 0],
    ] as Point[]
  ).map(([dx, dy]) => [
    x + dx * scale * random.between(0.9, 1.1),
    y + dy * scale * random.between(0.85, 1.15),
  ]);
  const [start = [x, y]] = outline;
  const gleam = `<path d="M${short(x - 30 * scale)},${short(y - 44 * scale)}q${short(22 * scale)},${short(-12 * scale)} ${short(40 * scale)},${short(-8 * scale)}" stroke="#fff" stroke-width="${short(5 * scale)}" fill="none" opacity=".5" stroke-linecap="round"/>`;
  return `${paint.defs}<path d="${smooth(outline)}Q${short(x)},${short(y + 16 * scale)} ${short(start[0])},${short(start[1])}Z" fill="${paint.fill}"/>${gleam}`;
}
