import { darken, lighten, mix, shiftHue } from "../../art/colour.ts";
import { linear, short } from "../../art/paint.ts";
import type { Random } from "../random.ts";
import { stone } from "../scenery/seabed.ts";
import { clouds, sky } from "../scenery/sky.ts";
import { ellipse, hill, LEFT, level, RIGHT, repeat, ridge } from "../shapes.ts";
import type { Environment } from "../stage.ts";
import { take } from "../stage.ts";

/** Dunes under a wide sky, table mountains far away, cacti at the sides. */
export const desert: Environment = (stage) => {
  const { random, light, heroX } = stage;
  const { tint, haze } = light;
  const sand = tint(shiftHue("#f4c271", random.between(-10, 8)));
  const skyLayer = sky(stage) + clouds(stage, 2, 120, 260, 0.45, 0.8);
  const mesas = repeat(4, (at) =>
    mesa(
      LEFT + at * 350 + random.between(-40, 160),
      620,
      random.between(170, 300),
      random.between(110, 210),
      haze(tint("#d9785a"), 0.4),
    ),
  );
  const far = ridge(random, 600, 30, 0.6);
  const middle = ridge(random, 675, 46, 0.7);
  const near = ridge(random, 765, 26, 0.7);
  const ripples = repeat(26, () => {
    const x = random.between(LEFT, RIGHT);
    const y = near.at(x) + random.between(24, 230);
    return `<path d="M${short(x)},${short(y)}q${short(random.between(30, 60))},-10 ${short(random.between(80, 130))},0" stroke="${darken(sand, 0.3)}" stroke-width="4" fill="none" opacity=".28" stroke-linecap="round"/>`;
  });
  const right = heroX < 512;
  const tallX = right ? random.between(840, 930) : random.between(90, 180);
  const smallX = right ? random.between(70, 170) : random.between(850, 950);
  const plants =
    cactus(random, tallX, middle.at(tallX) + 88, random.between(1.05, 1.3), tint("#4fae6a")) +
    cactus(random, smallX, near.at(smallX) + 46, random.between(0.55, 0.75), tint("#3f9c63"));
  take(stage, smallX, near.at(smallX) + 46, 130, 170);
  const stones = repeat(3, (at) => {
    const x = at % 2 ? random.between(820, 1010) : random.between(10, 200);
    const y = random.between(930, 990);
    take(stage, x, y, 120, 60);
    return stone(random, x, y, random.between(0.5, 0.9), tint("#c99a7a"));
  });
  const front = ridge(random, 1012, 12, 0.6);
  return {
    backdrops: [
      { depth: 0.1, svg: skyLayer },
      { depth: 0.2, svg: mesas },
      { depth: 0.3, svg: hill(far, haze(sand, 0.5), haze(darken(sand, 0.1), 0.35), "#fff4d0", 0.4) },
      {
        depth: 0.48,
        svg: hill(middle, lighten(sand, 0.15), mix(sand, tint("#d98a4f"), 0.55), "#fff4d0", 0.6),
      },
      {
        depth: 0.75,
        svg:
          hill(near, lighten(sand, 0.25), mix(sand, tint("#c9763f"), 0.6), "#fffbe0", 0.7) +
          ripples +
          plants +
          stones,
      },
      { depth: 1.12, svg: hill(front, lighten(sand, 0.1), mix(sand, tint("#b5652f"), 0.5), "#fff4d0", 0.6) },
    ],
    floor: 915,
    ground: level(880),
    medium: "ground",
    company: ["lizard", "snake", "turtle", "scorpion", "bird", "beetle"],
  };
};

/** A flat-topped mountain. */
function mesa(x: number, y: number, w: number, h: number, colour: string): string {
  const paint = linear([
    [0, lighten(colour, 0.22)],
    [1, colour],
  ]);
  const p = (dx: number, dy: number) => `${short(x + dx * w)},${short(y + dy * h)}`;
  const bands = repeat(
    2,
    (at) =>
      `<path d="M${p(-0.36 - at * 0.06, -0.62 + at * 0.3)}L${p(0.36 + at * 0.06, -0.62 + at * 0.3)}" stroke="${darken(colour, 0.25)}" stroke-width="7" opacity=".22"/>`,
  );
  return `${paint.defs}<path d="M${p(-0.62, 0.1)}L${p(-0.44, -0.42)}Q${p(-0.4, -0.5)} ${p(-0.36, -0.9)}Q${p(-0.34, -1)} ${p(-0.26, -1)}H${short(x + 0.26 * w)}Q${p(0.34, -1)} ${p(0.36, -0.9)}Q${p(0.4, -0.5)} ${p(0.44, -0.42)}L${p(0.62, 0.1)}Z" fill="${paint.fill}"/>${bands}`;
}

/** A cactus with two arms; 1 in scale is about 250 units high. */
function cactus(random: Random, x: number, y: number, scale: number, colour: string): string {
  const paint = linear(
    [
      [0, lighten(colour, 0.25)],
      [0.5, colour],
      [1, darken(colour, 0.35)],
    ],
    [0, 0, 1, 0],
  );
  const s = (value: number) => short(value * scale);
  const lift = random.between(-14, 14);
  const limbs = `<rect x="${s(-29)}" y="${s(-250)}" width="${s(58)}" height="${s(254)}" rx="${s(29)}" fill="${paint.fill}"/>`;
  const arm = (side: 1 | -1, top: number) =>
    `<path d="M${s(side * 16)},${s(top)}H${s(side * 50)}q${s(side * 22)},0 ${s(side * 22)},${s(-24)}v${s(-44)}" fill="none" stroke="${side > 0 ? darken(colour, 0.18) : colour}" stroke-width="${s(34)}" stroke-linecap="round"/>`;
  const ribs = [-10, 10].map(
    (dx) =>
      `<path d="M${s(dx)},${s(-228)}V${s(-14)}" stroke="${darken(colour, 0.3)}" stroke-width="${s(4)}" opacity=".35" stroke-linecap="round"/>`,
  );
  const bloom = `<circle cx="0" cy="${s(-252)}" r="${s(13)}" fill="#ff7fb2"/><circle cx="0" cy="${s(-254)}" r="${s(5)}" fill="#ffe08a"/>`;
  return `<g transform="translate(${short(x)} ${short(y)})">${paint.defs}${ellipse(0, 2, 60 * scale, 9 * scale, "#22104a", 0.22)}${arm(-1, -110 + lift)}${arm(1, -140 - lift)}${limbs}${ribs.join("")}${bloom}</g>`;
}
