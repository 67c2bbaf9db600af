import { darken, lighten, mix, shiftHue } from "../../art/colour.ts";
import { linear, radial, short, vertical } from "../../art/paint.ts";
import { landmark } from "../scenery/landmarks.ts";
import { circle, ellipse, flood, glow, LEFT, RIGHT, rect, repeat, WIDTH } from "../shapes.ts";
import { type Environment, type Stage, take } from "../stage.ts";

const WALLS = [
  ["#ffe3c4", "#ffc9a0"],
  ["#d8f0ff", "#a9d8f7"],
  ["#e6dcff", "#c5b2f5"],
  ["#dff7e3", "#aee3bd"],
  ["#ffdfe9", "#ffb9cf"],
  ["#fff3c4", "#ffdf8f"],
] as const;
const LIGHTS = ["#ffffff", "#fff3b0", "#ffd0e0", "#c8ecff", "#d9c8ff"];

/** A wooden table by a sunny kitchen window: for food and everything small. */
export const table: Environment = (stage) => {
  const { random } = stage;
  const wall = wallColours(stage);
  const wood = lit(stage, random.pick(["#c98a5c", "#b9764a", "#d9a06a"]));
  const top = vertical(
    [
      [0, lighten(wood, 0.3)],
      [0.25, wood],
      [1, darken(wood, 0.3)],
    ],
    760,
    1084,
  );
  const grain = repeat(
    9,
    (at) =>
      `<path d="M${LEFT},${short(800 + at * 32)}Q300,${short(794 + at * 32 + random.between(-8, 8))} 560,${short(802 + at * 32)}T${RIGHT},${short(798 + at * 32)}" stroke="${darken(wood, 0.3)}" stroke-width="${short(random.between(2, 4))}" fill="none" opacity=".28"/>`,
  );
  const cloth = tableCloth(stage);
  return {
    backdrops: [
      { depth: 0.1, svg: wallpaper(stage, wall) + sunnyWindow(stage, 250) },
      {
        depth: 0.3,
        svg: shelf(stage, wall[1], [
          "teapot",
          "jar",
          "potted-plant",
          "basket",
          "honey-pot",
          "bowl-with-spoon",
        ]),
      },
      { depth: 0.5, svg: bokeh(stage, 16) },
      {
        depth: 0.75,
        svg:
          top.defs +
          rect(LEFT, 760, WIDTH, 330, top.fill) +
          rect(LEFT, 760, WIDTH, 7, "#fff", 0.4) +
          grain +
          cloth,
      },
    ],
    floor: 915,
    ground: null,
    medium: "ground",
    company: ["honeybee", "lady-beetle", "butterfly", "mouse", "snail"],
  };
};

/** A child's room with a rug: for toys, clothes and things of the house and the school. */
export const room: Environment = (stage) => {
  const { random } = stage;
  const wall = wallColours(stage);
  const floor = lit(stage, random.pick(["#e0b184", "#d9a27c", "#c99a80"]));
  const boards = linear([
    [0, lighten(floor, 0.2)],
    [1, darken(floor, 0.25)],
  ]);
  const planks = repeat(
    12,
    (at) =>
      `<path d="M${short(512 + (at - 5.5) * 92)},730L${short(512 + (at - 5.5) * 190)},1090" stroke="${darken(floor, 0.3)}" stroke-width="3" opacity=".3"/>`,
  );
  const rug = lit(stage, random.pick(["#ff9fb5", "#8fc7ff", "#b9a4ff", "#9be0b5", "#ffd27a"]));
  const carpet =
    ellipse(512, 900, 430, 112, darken(rug, 0.18)) +
    ellipse(512, 894, 424, 108, rug) +
    ellipse(512, 894, 352, 86, lighten(rug, 0.35)) +
    ellipse(512, 894, 290, 68, mix(rug, "#ffffff", 0.14));
  return {
    backdrops: [
      { depth: 0.1, svg: wallpaper(stage, wall) + sunnyWindow(stage, 230) },
      {
        depth: 0.3,
        svg: shelf(stage, wall[1], [
          "teddy-bear",
          "books",
          "potted-plant",
          "nesting-dolls",
          "trophy",
          "yo-yo",
        ]),
      },
      { depth: 0.5, svg: bokeh(stage, 10) },
      {
        depth: 0.75,
        svg:
          boards.defs +
          rect(LEFT, 730, WIDTH, 360, boards.fill) +
          planks +
          rect(LEFT, 712, WIDTH, 22, "#ffffff", 0.9) +
          rect(LEFT, 732, WIDTH, 5, "#3b1d4c", 0.16) +
          carpet,
      },
    ],
    floor: 925,
    ground: null,
    medium: "ground",
    company: ["cat-face", "balloon", "teddy-bear", "soccer-ball", "dog-face", "puzzle-piece"],
  };
};

/** A round podium in soft coloured light: for stars, feasts and everything that has no home. */
export const podium: Environment = (stage) => {
  const { random } = stage;
  const hue = random.pick(["#7f7fff", "#ff8fb5", "#4fc3e8", "#a77bff", "#ffab5e", "#4fcfa0"]);
  const base = lit(stage, shiftHue(hue, random.between(-12, 12)));
  const backdrop = radial(
    [
      [0, lighten(base, 0.72)],
      [0.5, lighten(base, 0.34)],
      [1, mix(base, "#3b1d7c", 0.35)],
    ],
    0.5,
    0.42,
    0.75,
  );
  const side = linear([
    [0, lighten(base, 0.35)],
    [1, mix(base, "#3b1d7c", 0.45)],
  ]);
  // The podium stands under its star, wherever the seed puts it.
  const centre = Math.round(512 + (stage.heroX - 512) * 0.9);
  const tier = (y: number, rx: number, height: number) =>
    `<path d="M${centre - rx},${y}v${height}a${rx},${rx * 0.2} 0 0 0 ${2 * rx},0v${-height}Z" fill="${side.fill}"/>` +
    ellipse(centre, y, rx, rx * 0.2, lighten(base, 0.78)) +
    ellipse(centre, y + 2, rx * 0.93, rx * 0.17, lighten(base, 0.6));
  const cones = repeat(3, (at) => {
    const x = 200 + at * 312;
    return `<path d="M${x - 26},-60h52L${x + 190 - at * 120},900H${x - 90 - at * 120}Z" fill="#fff" opacity=".13"/>`;
  });
  return {
    backdrops: [
      { depth: 0.1, svg: backdrop.defs + flood(backdrop.fill) + cones },
      { depth: 0.3, svg: bokeh(stage, 34) },
      {
        depth: 0.6,
        svg:
          rect(LEFT, 850, WIDTH, 240, mix(base, "#3b1d7c", 0.25), 0.5) +
          glow(centre, 880, 460, "#ffffff", 0.35),
      },
      { depth: 0.75, svg: side.defs + tier(935, 400, 74) + tier(880, 320, 50) },
    ],
    floor: 895,
    ground: null,
    medium: "ground",
    company: ["star", "balloon", "musical-notes", "wrapped-gift"],
    particles: "confetti",
  };
};

function lit({ light }: Stage, colour: string): string {
  return light.night
    ? mix(colour, "#2a2470", 0.42)
    : light.time === "sunset"
      ? mix(colour, "#ff9a7a", 0.14)
      : colour;
}

function wallColours(stage: Stage): [string, string] {
  const [pale, strong] = stage.random.pick(WALLS);
  return [lit(stage, pale), lit(stage, strong)];
}

/** A plain wall with a faint pattern of dots or stripes. */
function wallpaper({ random }: Stage, [pale, strong]: [string, string]): string {
  const paint = linear([
    [0, pale],
    [1, strong],
  ]);
  const pattern = random.chance(0.5)
    ? repeat(15, (column) =>
        repeat(9, (row) => circle(LEFT + 45 + column * 90 + (row % 2) * 45, -20 + row * 90, 9, "#fff", 0.38)),
      )
    : repeat(15, (column) => rect(LEFT + column * 90, -60, 42, 860, "#fff", 0.22));
  return paint.defs + flood(paint.fill) + pattern;
}

/** A window opposite the hero; outside it is the hour of the scene. */
function sunnyWindow({ random, light, heroX }: Stage, size: number): string {
  const x = heroX > 512 ? random.between(190, 270) : random.between(754, 834);
  const y = random.between(230, 280);
  const outside = linear([
    [0, light.sky[0]],
    [1, light.sky[2]],
  ]);
  const w = size * 0.9;
  const frame = `<rect x="${short(x - w / 2)}" y="${short(y - size / 2)}" width="${short(w)}" height="${size}" rx="14" fill="${outside.fill}" stroke="#fff" stroke-width="16"/>`;
  const orb = light.night
    ? circle(x + w * 0.2, y - size * 0.22, 24, "#fff3c0")
    : circle(x + w * 0.2, y - size * 0.22, 30, "#fff0a0");
  const land = ellipse(x, y + size * 0.42, w * 0.46, size * 0.1, light.tint("#7ccf6a"), 0.9);
  const cross = `<path d="M${short(x)},${short(y - size / 2)}v${size}M${short(x - w / 2)},${short(y)}h${short(w)}" stroke="#fff" stroke-width="11"/><rect x="${short(x - w / 2 - 22)}" y="${short(y + size / 2)}" width="${short(w + 44)}" height="20" rx="8" fill="#fff"/>`;
  return (
    glow(x, y, size * 1.25, "#ffffff", light.night ? 0.12 : 0.4) + outside.defs + frame + orb + land + cross
  );
}

/** A shelf with three things, on the hero's side of the wall but above its head. */
function shelf(stage: Stage, colour: string, things: string[]): string {
  const { random, heroX } = stage;
  const x = heroX > 512 ? random.between(800, 880) : random.between(144, 224);
  const y = random.between(300, 360);
  take(stage, x, y + 20, 320, 110);
  const shown = random.shuffle(things).slice(0, 3);
  const board = `<rect x="${short(x - 150)}" y="${short(y)}" width="300" height="20" rx="8" fill="${darken(colour, 0.3)}"/><rect x="${short(x - 150)}" y="${short(y)}" width="300" height="6" rx="3" fill="#fff" opacity=".35"/>`;
  return board + shown.map((token, at) => landmark(stage, token, x + (at - 1) * 96, y + 2, 84)).join("");
}

/** Blurred lights floating in the air. */
function bokeh({ random }: Stage, count: number): string {
  return repeat(count, () =>
    glow(
      random.between(LEFT, RIGHT),
      random.between(0, 800),
      random.between(14, 62),
      random.pick(LIGHTS),
      random.between(0.2, 0.5),
    ),
  );
}

/** A chequered cloth hanging over the front edge. */
function tableCloth(stage: Stage): string {
  const colour = lit(stage, stage.random.pick(["#ff7f8f", "#6fb4ff", "#7fd0a0", "#ffc04d", "#b58bff"]));
  const cells = repeat(16, (at) => {
    const x = LEFT + at * 84;
    return rect(x, 966, 42, 60, colour, 0.55) + rect(x + 42, 1026, 42, 60, colour, 0.55);
  });
  return rect(LEFT, 966, WIDTH, 120, "#fffaf4") + cells + rect(LEFT, 966, WIDTH, 8, colour);
}
