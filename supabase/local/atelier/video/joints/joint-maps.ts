import { type Affine, about, applied, chain, IDENTITY, rotation, scaling, translation } from "../affine.ts";
import type { Joint, Joints } from "./joint.ts";

type Point = readonly [x: number, y: number];

/** The map of a part at a place (0..1) in the beat and in the whole film, in the drawing's units. */
export function jointMap(joints: Joints, name: string, beat: number, film: number): Affine {
  const joint = joints[name];
  if (!joint) return IDENTITY;
  const carried = joint.on ? jointMap(joints, joint.on, beat, film) : IDENTITY;
  if (joint.ram) return ramMap(joint.ram, applied(carried, ...joint.ram[1]));
  const own = chain(translation(...slideAt(joint, beat)), turnMap(joint, beat, film));
  if (!joint.hangs || !joint.at) return chain(carried, own);
  const [x, y] = applied(carried, ...joint.at);
  return chain(translation(x - joint.at[0], y - joint.at[1]), own);
}

function turnMap({ at = [0, 0], turn, spins, narrow = 1 }: Joint, beat: number, film: number): Affine {
  const degrees = (turn ? along(turn, beat) : 0) + (spins ? spins * 360 * film : 0);
  if (!degrees) return IDENTITY;
  const turned = rotation((degrees * Math.PI) / 180);
  return about(at[0], at[1], chain(scaling(narrow, 1), turned, scaling(1 / narrow, 1)));
}

function slideAt({ slide }: Joint, beat: number): Point {
  if (!slide) return [0, 0];
  const [xs, ys] = [slide.map(([x]) => x), slide.map(([, y]) => y)];
  return [along(xs, beat), along(ys, beat)];
}

/** A piston between its fixed end and where its other end is now. */
function ramMap([from, to]: readonly [Point, Point], now: Point): Affine {
  const [x, y] = from;
  const rest = Math.atan2(to[1] - y, to[0] - x);
  const angle = Math.atan2(now[1] - y, now[0] - x);
  const stretch = Math.hypot(now[0] - x, now[1] - y) / Math.hypot(to[0] - x, to[1] - y);
  return about(x, y, chain(rotation(angle), scaling(stretch, 1), rotation(-rest)));
}

/** The value at a place of the beat on a smooth closed curve through the stations (Catmull-Rom). */
function along(stations: readonly number[], beat: number): number {
  const count = stations.length;
  const place = (((beat % 1) + 1) % 1) * count;
  const from = Math.floor(place);
  const t = place - from;
  const [p, q, r, s] = [-1, 0, 1, 2].map((step) => stations[(from + step + count) % count] as number) as [
    number,
    number,
    number,
    number,
  ];
  return q + (t / 2) * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)));
}
