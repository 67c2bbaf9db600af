import { darken, lighten } from "../../art/colour.ts";
import { linear, radial, short } from "../../art/paint.ts";
import { ellipse, rect, repeat } from "../shapes.ts";
import type { Stage } from "../stage.ts";

/** A tower crane far away. */
export function distantCrane(x: number, y: number, scale: number, colour: string, flip: boolean): string {
  const truss = (x1: number, y1: number, x2: number, y2: number, w: number, bays: number) => {
    const dx = (x2 - x1) / bays;
    const dy = (y2 - y1) / bays;
    const length = Math.hypot(dx, dy);
    const nx = (-dy / length) * w;
    const ny = (dx / length) * w;
    let d = `M${x1},${y1}L${x2},${y2}M${short(x1 + nx)},${short(y1 + ny)}L${short(x2 + nx)},${short(y2 + ny)}`;
    for (let at = 0; at < bays; at++) {
      const a = [x1 + dx * at, y1 + dy * at] as const;
      const b = [x1 + dx * (at + 1), y1 + dy * (at + 1)] as const;
      d += `M${short(a[0])},${short(a[1])}L${short(b[0] + nx)},${short(b[1] + ny)}M${short(a[0] + nx)},${short(a[1] + ny)}L${short(b[0])},${short(b[1])}`;
    }
    return `<path d="${d}" stroke="${colour}" stroke-width="5" fill="none"/>`;
  };
  return `<g transform="translate(${short(x)} ${short(y)}) scale(${flip ? -scale : scale} ${scale})">${truss(-14, 0, -14, -400, 28, 14)}${truss(-110, -400, 260, -400, -22, 14)}<path d="M0,-460L-108,-404M0,-460L255,-404M-14,-400L0,-462L14,-400" stroke="${colour}" stroke-width="4" fill="none"/><rect x="-116" y="-398" width="40" height="42" rx="4" fill="${darken(colour, 0.3)}"/><rect x="14" y="-396" width="28" height="30" rx="4" fill="${lighten(colour, 0.3)}"/><path d="M190,-398V-290" stroke="${darken(colour, 0.4)}" stroke-width="3"/><rect x="168" y="-290" width="44" height="26" rx="3" fill="${darken(colour, 0.15)}"/></g>`;
}

/** A house of which the frame stands and some walls are laid. */
export function unfinishedHouse(stage: Stage, x: number, y: number, w: number): string {
  const { random, light } = stage;
  const floors = random.whole(3, 4);
  const storey = 88;
  const columns = 4;
  const bay = (w - 16) / columns;
  const concrete = [light.tint("#d8cfe8"), light.tint("#b7a9cf")] as const;
  const brick = light.tint("#ff9f7a");
  const slabs = repeat(
    floors + 1,
    (at) =>
      `<rect x="${short(x)}" y="${short(y - at * storey - 12)}" width="${short(w)}" height="15" rx="3" fill="${concrete[at % 2]}"/>`,
  );
  const pillars = repeat(columns + 1, (at) => {
    const extra = at < 2 ? 50 : 0;
    return rect(x + at * bay, y - floors * storey - extra, 16, floors * storey + extra, concrete[1]);
  });
  const walls: string[] = [];
  for (let floor = 0; floor < floors - 1; floor++)
    for (let column = 0; column < columns; column++) {
      if (!random.chance(0.62)) continue;
      const left = x + 16 + column * bay;
      const top = y - (floor + 1) * storey + 3;
      const height = storey - 15;
      walls.push(rect(left, top, bay - 16, height, brick));
      walls.push(
        `<path d="${repeat(4, (at) => `M${short(left)},${short(top + (at * height) / 4)}h${short(bay - 16)}`)}" stroke="#fff" stroke-width="2" opacity=".5"/>`,
      );
      if (random.chance(0.6))
        walls.push(
          rect(left + bay / 2 - 22, top + 18, 28, 34, "#8fdcff") +
            rect(left + bay / 2 - 10, top + 18, 3, 34, "#fff"),
        );
    }
  return slabs + pillars + walls.join("");
}

/** A road-works cone; 1 in scale is 80 units high. */
export function cone(x: number, y: number, scale: number): string {
  const paint = linear(
    [
      [0, "#ffb066"],
      [0.5, "#ff7a2b"],
      [1, "#c9483f"],
    ],
    [0, 0, 1, 0],
  );
  return `<g transform="translate(${short(x)} ${short(y)}) scale(${short(scale * 10) / 10})">${paint.defs}${ellipse(0, 2, 42, 9, "#22104a", 0.25)}<rect x="-34" y="-10" width="68" height="12" rx="5" fill="#e0592b"/><path d="M-24,-9L-7,-80q7,-6 14,0L24,-9Z" fill="${paint.fill}"/><path d="M-18.6,-32L-14,-51H14L18.6,-32Z" fill="#fff"/><path d="M-11.4,-62L-8.6,-74H8.6L11.4,-62Z" fill="#fff"/></g>`;
}

/** Three concrete pipes in a stack, seen from their ends. */
export function pipes(x: number, y: number, scale: number): string {
  const paint = radial(
    [
      [0, "#f0ecf8"],
      [1, "#a89cc0"],
    ],
    0.4,
    0.3,
    0.8,
  );
  const ends = [
    [0, 0],
    [78, 0],
    [39, -66],
  ].map(([dx = 0, dy = 0]) => {
    const cx = short(x + dx * scale);
    const cy = short(y + (dy - 38) * scale);
    return `<circle cx="${cx}" cy="${cy}" r="${short(38 * scale)}" fill="${paint.fill}"/><circle cx="${cx}" cy="${cy}" r="${short(25 * scale)}" fill="#4a3f66"/><path d="M${short(cx - 25 * scale)},${cy}a${short(25 * scale)},${short(25 * scale)} 0 0 1 ${short(50 * scale)},0" fill="#2a2140"/>`;
  });
  return paint.defs + ends.join("");
}
