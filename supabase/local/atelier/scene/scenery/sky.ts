import { linear, radial, short, spot, vertical } from "../../art/paint.ts";
import type { Light } from "../palette.ts";
import type { Random } from "../random.ts";
import { circle, flood, glow, LEFT, RIGHT, rect, repeat } from "../shapes.ts";
import type { Stage } from "../stage.ts";

/** The whole sky: colours of the hour, then stars and a moon, or a sun with its rays. */
export function sky(stage: Stage): string {
  const { light } = stage;
  const paint = linear([
    [0, light.sky[0]],
    [0.55, light.sky[1]],
    [1, light.sky[2]],
  ]);
  const base = paint.defs + flood(paint.fill);
  stage.strewn.push([stage.sunX - 76, stage.sunY - 76, stage.sunX + 76, stage.sunY + 76]);
  if (light.night) return base + stars(stage.random, 110, 620) + moon(stage.sunX, stage.sunY);
  return light.overcast ? base : base + sun(stage.random, stage.sunX, stage.sunY);
}

export function stars(random: Random, count: number, depth: number): string {
  return repeat(count, () =>
    circle(
      random.between(LEFT, RIGHT),
      random.between(-40, depth),
      random.between(0.8, 2.6),
      "#fff",
      random.between(0.3, 0.95),
    ),
  );
}

function moon(x: number, y: number): string {
  const disc = radial(
    [
      [0, "#fffbe6"],
      [0.8, "#ffe7a3"],
      [1, "#f7cf7e"],
    ],
    0.4,
    0.35,
    0.7,
  );
  const craters: [number, number, number][] = [
    [-18, -14, 12],
    [20, 10, 17],
    [-6, 28, 9],
  ];
  return (
    glow(x, y, 210, "#fff6cf", 0.55) +
    disc.defs +
    circle(x, y, 64, disc.fill) +
    craters.map(([dx, dy, r]) => circle(x + dx, y + dy, r, "#eec878", 0.55)).join("")
  );
}

function sun(random: Random, x: number, y: number): string {
  const halo = radial([
    [0, "#fffdf0", 0.95],
    [0.2, "#fffbe6", 0.5],
    [1, "#ffffff", 0],
  ]);
  const beam = spot(
    [
      [0, "#ffffff", 0.42],
      [1, "#ffffff", 0],
    ],
    x,
    y,
    640,
  );
  const disc = radial(
    [
      [0, "#fffdf0"],
      [0.6, "#ffe98a"],
      [1, "#ffc94d"],
    ],
    0.4,
    0.35,
    0.75,
  );
  const turn = random.between(0, 6);
  const rays = repeat(14, (at) => {
    const angle = turn + (at * 2 * Math.PI) / 14;
    const end = (side: number) =>
      `${short(x + 900 * Math.cos(angle + side))},${short(y + 900 * Math.sin(angle + side))}`;
    return `<path d="M${x},${y}L${end(-0.09)}L${end(0.09)}Z" fill="${beam.fill}" opacity=".55"/>`;
  });
  return (
    halo.defs + circle(x, y, 430, halo.fill) + beam.defs + rays + disc.defs + circle(x, y, 70, disc.fill)
  );
}

/** One cloud; `y` is its flat base. */
export function cloud(
  random: Random,
  x: number,
  y: number,
  scale: number,
  light: Light,
  opacity = 1,
): string {
  const [top, bottom] = light.night
    ? ["#7f86cc", "#4a4f9c"]
    : light.time === "sunset"
      ? ["#fff0e0", "#f2a4a0"]
      : light.overcast
        ? ["#f3f6fa", "#a9b7c9"]
        : ["#ffffff", "#cfe4fb"];
  const paint = vertical(
    [
      [0, top],
      [1, bottom],
    ],
    y - 100 * scale,
    y + 8 * scale,
  );
  const puffs = random.whole(4, 6);
  const body = repeat(puffs, (at) => {
    const along = at / (puffs - 1);
    const r = (28 + 44 * Math.sin(Math.PI * (0.12 + 0.76 * along))) * scale * random.between(0.85, 1.12);
    return `<circle cx="${short(x + (along - 0.5) * 210 * scale)}" cy="${short(y - r * 0.55)}" r="${short(r)}"/>`;
  });
  const base = `<rect x="${short(x - 132 * scale)}" y="${short(y - 34 * scale)}" width="${short(264 * scale)}" height="${short(40 * scale)}" rx="${short(20 * scale)}"/>`;
  return `<g opacity="${opacity}">${paint.defs}<g fill="${paint.fill}">${body}${base}</g></g>`;
}

/** A handful of clouds between two heights. */
export function clouds(
  stage: Stage,
  count: number,
  top: number,
  bottom: number,
  small = 0.55,
  large = 1.15,
): string {
  const { random, light } = stage;
  return repeat(count, () =>
    cloud(
      random,
      random.between(-40, 1060),
      random.between(top, bottom),
      random.between(small, large),
      light,
      0.92,
    ),
  );
}

export function rainbow(x: number, y: number, radius: number): string {
  const bands = ["#ff6b6b", "#ffa94d", "#ffe066", "#69db7c", "#4dabf7", "#9775fa"];
  return bands
    .map(
      (colour, at) =>
        `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius - at * 17)}" fill="none" stroke="${colour}" stroke-width="17.6" opacity=".62"/>`,
    )
    .join("");
}

/** Slanting shafts of light. */
export function shafts(stage: Stage): string {
  if (stage.light.overcast || stage.light.night) return "";
  const paint = linear([
    [0, "#fffbd0", 0.5],
    [1, "#fffbd0", 0],
  ]);
  const beams = repeat(4, () => {
    const x = stage.random.between(100, 900);
    const w = stage.random.between(40, 110);
    return `<path d="M${short(x)},-60L${short(x + w)},-60L${short(x + w - 220)},760L${short(x - w - 220)},760Z" fill="${paint.fill}"/>`;
  });
  return `${paint.defs}<g opacity=".55">${beams}</g>`;
}

/** The blue veil that keeps a night scene from looking like a dim day. */
export function nightVeil(): string {
  return rect(LEFT, -60, RIGHT - LEFT, 1144, "#141a5c", 0.22);
}
