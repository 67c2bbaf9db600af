import { darken, lighten, mix } from "../../art/colour.ts";
import { ball, linear, short } from "../../art/paint.ts";
import type { Random } from "../random.ts";
import { circle, LEFT, type Point, RIGHT, type Ridge, repeat, smooth } from "../shapes.ts";

const PETALS = ["#ff7fa8", "#ffffff", "#ffb14d", "#b48bff", "#ff6b6b", "#7cc8ff"];

/** Grass tufts over the ground, larger towards the viewer. */
export function tufts(
  random: Random,
  land: Ridge,
  count: number,
  colour: string,
  deepest = 980,
  scale = 1,
): string {
  const blades = repeat(count, () => {
    const x = random.between(LEFT, RIGHT);
    const y = land.at(x) + random.between(8, deepest - land.at(x));
    const q = scale * (0.5 + (0.8 * (y - land.at(x))) / 400) * random.between(0.8, 1.4);
    const blade = (bend: number, tip: number, height: number) =>
      `M${short(x)},${short(y)}q${short(bend * q)},${short(-14 * q)} ${short(tip * q)},${short(-height * q)}`;
    return `<path d="${blade(-7, -11, 26)}${blade(0, 1, 34)}${blade(7, 13, 24)}"/>`;
  });
  return `<g stroke="${colour}" stroke-width="4.5" fill="none" stroke-linecap="round" opacity=".7">${blades}</g>`;
}

/** Wild flowers over the ground, drawn back to front. */
export function flowers(random: Random, land: Ridge, count: number, deepest = 990): string {
  const grown = Array.from({ length: count }, () => {
    const x = random.between(LEFT, RIGHT);
    const y = land.at(x) + random.between(30, deepest - land.at(x));
    return { y, svg: flower(x, y, 0.6 + (1.1 * (y - land.at(x))) / 400, random.pick(PETALS)) };
  });
  return grown
    .sort((a, b) => a.y - b.y)
    .map(({ svg }) => svg)
    .join("");
}

function flower(x: number, y: number, scale: number, colour: string): string {
  const petals = repeat(
    5,
    (at) => `<ellipse cx="0" cy="-9" rx="6.5" ry="9" transform="rotate(${at * 72})"/>`,
  );
  return `<g transform="translate(${short(x)} ${short(y)}) scale(${short(scale * 10) / 10})"><path d="M0,0q3,16 0,34M0,22q9,-2 12,-10M0,26q-9,-2 -12,-9" stroke="#3f9c4c" stroke-width="4" fill="none" stroke-linecap="round"/><g fill="${colour}">${petals}</g><circle r="6" fill="#ffd75e"/></g>`;
}

export function bush(random: Random, x: number, y: number, scale: number, colour: string): string {
  const puffs = random.whole(4, 6);
  const paint = ball(colour, "#1d5a55", 0.45);
  const body = repeat(puffs, (at) => {
    const along = at / (puffs - 1);
    const rise = 34 * scale * Math.sin(Math.PI * (0.2 + 0.6 * along)) + 10 * scale;
    return circle(
      x + (along - 0.5) * 130 * scale,
      y - rise,
      (30 + 18 * Math.sin(Math.PI * along)) * scale,
      paint.fill,
    );
  });
  return paint.defs + body;
}

/** A round tree; 1 in scale is about 270 units high. */
export function tree(
  random: Random,
  x: number,
  y: number,
  scale: number,
  colour: string,
  bark = "#8a5a48",
): string {
  const trunk = linear(
    [
      [0, lighten(bark, 0.15)],
      [1, darken(bark, 0.3)],
    ],
    [0, 0, 1, 0],
  );
  const p = (dx: number, dy: number) => `${short(x + dx * scale)},${short(y + dy * scale)}`;
  const stem = `<path d="M${p(-13, 0)}Q${p(-8, -60)} ${p(-10, -120)}H${short(x + 10 * scale)}Q${p(9, -60)} ${p(15, 0)}Z" fill="${trunk.fill}"/>`;
  const crown = ball(colour, "#174f5c", 0.5);
  const puffs: [number, number, number][] = [
    [0, -205, 62],
    [-52, -165, 50],
    [52, -168, 52],
    [-24, -130, 48],
    [28, -128, 46],
    [0, -170, 60],
  ];
  const leaves = puffs.map(([dx, dy, r]) =>
    circle(
      x + dx * scale * random.between(0.9, 1.1),
      y + dy * scale,
      r * scale * random.between(0.92, 1.1),
      crown.fill,
    ),
  );
  return trunk.defs + stem + crown.defs + leaves.join("");
}

/** A fir; 1 in scale is about 300 units high. `snow` whitens its tiers. */
export function fir(x: number, y: number, scale: number, colour: string, snow = false): string {
  const paint = linear(
    [
      [0, lighten(colour, 0.16)],
      [1, mix(colour, "#123a5c", 0.4)],
    ],
    [0, 0, 1, 1],
  );
  const tiers = [
    [-20, 92],
    [-92, 76],
    [-164, 58],
    [-226, 40],
  ].map(([base = 0, half = 0]) => {
    const p = (dx: number, dy: number) => `${short(x + dx * scale)},${short(y + dy * scale)}`;
    const tip = base - half * 1.25;
    const skirt = `M${p(0, tip)}Q${p(half * 0.35, base - half * 0.4)} ${p(half, base)}Q${p(half * 0.5, base + 12)} ${p(0, base + 4)}Q${p(-half * 0.5, base + 12)} ${p(-half, base)}Q${p(-half * 0.35, base - half * 0.4)} ${p(0, tip)}Z`;
    const cap = `M${p(0, tip)}Q${p(half * 0.28, base - half * 0.6)} ${p(half * 0.62, base - half * 0.3)}Q${p(half * 0.3, base - half * 0.2)} ${p(half * 0.12, base - half * 0.42)}Q${p(-half * 0.1, base - half * 0.1)} ${p(-half * 0.3, base - half * 0.34)}Q${p(-half * 0.45, base - half * 0.2)} ${p(-half * 0.58, base - half * 0.32)}Q${p(-half * 0.26, base - half * 0.6)} ${p(0, tip)}Z`;
    return `<path d="${skirt}" fill="${paint.fill}"/>${snow ? `<path d="${cap}" fill="#fff" opacity=".94"/>` : ""}`;
  });
  return `${paint.defs}<rect x="${short(x - 11 * scale)}" y="${short(y - 24 * scale)}" width="${short(22 * scale)}" height="${short(26 * scale)}" fill="${mix(colour, "#6b3f3a", 0.7)}"/>${tiers.join("")}`;
}

/** A coconut palm leaning by `lean` (-1..1); 1 in scale is about 420 units high. */
export function palm(
  random: Random,
  x: number,
  y: number,
  scale: number,
  lean: number,
  colour: string,
  nuts = "#7a4a3c",
): string {
  const tip: Point = [x + lean * 90 * scale, y - 330 * scale];
  const bark = linear(
    [
      [0, "#c08a5c"],
      [1, "#7d4f45"],
    ],
    [0, 0, 1, 0],
  );
  const trunk = `<path d="M${short(x - 20 * scale)},${short(y)}Q${short(x - 6 * scale + lean * 10 * scale)},${short(y - 190 * scale)} ${short(tip[0] - 9 * scale)},${short(tip[1])}L${short(tip[0] + 9 * scale)},${short(tip[1])}Q${short(x + 16 * scale + lean * 20 * scale)},${short(y - 180 * scale)} ${short(x + 20 * scale)},${short(y)}Z" fill="${bark.fill}"/>`;
  const rings = repeat(7, (at) => {
    const along = (at + 1) / 8.5;
    const px = x + (tip[0] - x) * (along * along * 0.55 + along * 0.45);
    const w = (19 - 10 * along) * scale;
    return `<path d="M${short(px - w)},${short(y + (tip[1] - y) * along)}q${short(w)},${short(7 * scale)} ${short(2 * w)},0" stroke="#6e4540" stroke-width="${short(3.4 * scale)}" fill="none" opacity=".5"/>`;
  });
  const fronds = [-172, -140, -105, -62, -30, 2, 28, 150].map((degrees) =>
    frond(random, tip, degrees, scale, colour),
  );
  const fruit = [
    [-12, 10],
    [12, 12],
    [0, 22],
  ].map(
    ([dx = 0, dy = 0]) =>
      circle(tip[0] + dx * scale, tip[1] + dy * scale, 13 * scale, nuts) +
      circle(tip[0] + (dx - 4) * scale, tip[1] + (dy - 4) * scale, 4 * scale, lighten(nuts, 0.4), 0.8),
  );
  return bark.defs + trunk + rings + fronds.join("") + fruit.join("");
}

function frond(random: Random, [x, y]: Point, degrees: number, scale: number, colour: string): string {
  const angle = ((degrees + random.between(-8, 8)) * Math.PI) / 180;
  const length = random.between(150, 190) * scale;
  const end = `${short(x + length * Math.cos(angle))},${short(y + length * Math.sin(angle) * 0.75 + 50 * scale)}`;
  const mx = x + length * 0.5 * Math.cos(angle);
  const my = y + length * 0.62 * Math.sin(angle) - 22 * scale;
  const green = mix(colour, random.chance(0.5) ? "#b7e05c" : "#0f6b57", random.between(0.05, 0.35));
  return `<path d="M${short(x)},${short(y)}Q${short(mx)},${short(my - 24 * scale)} ${end}Q${short(mx + 4 * scale)},${short(my + 34 * scale)} ${short(x)},${short(y)}Z" fill="${green}"/><path d="M${short(x)},${short(y)}Q${short(mx)},${short(my + 2 * scale)} ${end}" stroke="${lighten(green, 0.35)}" stroke-width="${short(3 * scale)}" fill="none" opacity=".8"/>`;
}

/** A broad leaf growing from (x, y) at an angle in degrees; `slits` makes it a monstera. */
export function leaf(
  x: number,
  y: number,
  length: number,
  width: number,
  angle: number,
  colour: string,
  slits = 0,
): string {
  const steps = slits ? slits * 2 + 2 : 6;
  const half = (along: number) => width * Math.sin(Math.PI * along ** 0.72) * (1 - 0.18 * along);
  const edge = (side: number): Point[] =>
    Array.from({ length: steps - 1 }, (_, index) => {
      const at = index + 1;
      const along = at / steps;
      const cut = slits && at % 2 === 0 ? 0.52 : 1;
      return [length * along + (slits && at % 2 ? length * 0.03 : 0), side * half(along) * cut];
    });
  const paint = linear(
    [
      [0, lighten(colour, 0.16)],
      [0.5, colour],
      [1, mix(colour, "#0b4a52", 0.45)],
    ],
    [0, 0, 0, 1],
  );
  let veins = `M0,0L${short(length * 0.96)},0`;
  for (let at = 1; at < 7; at++) {
    const along = at / 7.5;
    const reach = half(along + 0.05) * 0.75;
    veins += `M${short(length * along)},0l${short(length * 0.1)},${short(-reach)}M${short(length * along)},0l${short(length * 0.1)},${short(reach)}`;
  }
  const outline = smooth([[0, 0], ...edge(-1), [length, 0], ...edge(1).reverse()], true);
  return `<g transform="translate(${short(x)} ${short(y)}) rotate(${short(angle)})">${paint.defs}<path d="${outline}" fill="${paint.fill}"/><path d="${veins}" stroke="${lighten(colour, 0.38)}" stroke-width="4" fill="none" stroke-linecap="round" opacity=".45"/></g>`;
}

/** A vine hanging from the upper edge. */
export function vine(random: Random, x: number, length: number, colour: string): string {
  const sway = random.between(10, 26);
  const phase = random.between(0, 6);
  const points: Point[] = Array.from({ length: 13 }, (_, at) => [
    x + sway * Math.sin(at * 0.8 + phase),
    -70 + (length * at) / 12,
  ]);
  const leaves = points
    .slice(2)
    .map(([px, py], at) =>
      leaf(
        px,
        py,
        random.between(40, 62),
        random.between(13, 19),
        (at % 2 ? 30 : 150) + random.between(-15, 15),
        mix(colour, "#c5e86a", random.between(0, 0.3)),
      ),
    );
  return `<path d="${smooth(points)}" stroke="${darken(colour, 0.25)}" stroke-width="7" fill="none" stroke-linecap="round"/>${leaves.join("")}`;
}
