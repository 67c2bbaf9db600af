import { darken, lighten, mix, shiftHue } from "../../art/colour.ts";
import { ball, linear, short } from "../../art/paint.ts";
import type { Random } from "../random.ts";
import { mountain } from "../scenery/landmarks.ts";
import { tufts } from "../scenery/plants.ts";
import { stone } from "../scenery/seabed.ts";
import { clouds, sky } from "../scenery/sky.ts";
import { ellipse, hill, LEFT, level, RIGHT, repeat, ridge } from "../shapes.ts";
import type { Environment } from "../stage.ts";

/** Golden grass, flat-topped acacias and blue hills. */
export const savanna: Environment = (stage) => {
  const { random, light } = stage;
  const { tint, haze } = light;
  const skyLayer = sky(stage) + clouds(stage, 3, 110, 260, 0.5, 0.95);
  const hills = repeat(3, (at) =>
    mountain(
      LEFT + at * 480 + random.between(0, 140),
      600,
      random.between(520, 700),
      random.between(110, 190),
      haze(tint("#9a8fc0"), 0.5),
      false,
    ),
  );
  const straw = tint(shiftHue("#efc25a", random.between(-10, 10)));
  const far = ridge(random, 570, 14);
  const farLayer =
    hill(far, haze(straw, 0.5), haze(straw, 0.35), "#fff", 0.25) +
    repeat(6, () => {
      const x = random.between(LEFT, RIGHT);
      return acacia(random, x, far.at(x) + 10, random.between(0.3, 0.45), haze(tint("#7aa84f"), 0.5));
    });
  const middle = ridge(random, 660, 22, 0.8);
  const treeX = stage.heroX > 512 ? random.between(90, 230) : random.between(790, 940);
  const middleLayer =
    hill(middle, mix(straw, tint("#fff0b0"), 0.3), haze(tint("#d99a45"), 0.15), "#fff6c8", 0.4) +
    acacia(random, treeX, middle.at(treeX) + 40, random.between(1.15, 1.4), tint("#6fa84a")) +
    tufts(random, middle, 30, tint("#b9843c"), 800, 1.1);
  const ground = ridge(random, 770, 18, 0.7);
  const groundLayer =
    hill(ground, tint("#f7d576"), tint("#c98a45"), "#fff6c8", 0.55) +
    tufts(random, ground, 60, tint("#a8752f"), 1010, 1.15) +
    repeat(3, (at) =>
      stone(
        random,
        at % 2 ? random.between(780, 1000) : random.between(20, 240),
        random.between(860, 930),
        random.between(0.5, 0.9),
        tint("#b39a8f"),
      ),
    );
  return {
    backdrops: [
      { depth: 0.1, svg: skyLayer },
      { depth: 0.2, svg: hills },
      { depth: 0.3, svg: farLayer },
      { depth: 0.48, svg: middleLayer },
      { depth: 0.75, svg: groundLayer },
      { depth: 1.12, svg: tufts(random, level(950), 34, tint("#8f5f2a"), 1050, 2.3) },
    ],
    floor: 910,
    ground,
    medium: "ground",
    company: ["bird", "butterfly", "lizard", "turtle", "monkey-face", "flamingo"],
  };
};

function acacia(random: Random, x: number, y: number, scale: number, colour: string): string {
  const bark = linear(
    [
      [0, "#9a6a4c"],
      [1, darken("#7d4f45", 0.2)],
    ],
    [0, 0, 1, 0],
  );
  const p = (dx: number, dy: number) => `${short(x + dx * scale)},${short(y + dy * scale)}`;
  const trunk = `<path d="M${p(-14, 0)}Q${p(-4, -90)} ${p(-60, -190)}L${p(-48, -196)}Q${p(-2, -130)} ${p(4, -110)}Q${p(20, -150)} ${p(52, -200)}L${p(64, -192)}Q${p(10, -90)} ${p(16, 0)}Z" fill="${bark.fill}"/>`;
  const crown = ball(colour, "#2f5a45", 0.5);
  const puffs = [
    [-86, -196, 92, 34],
    [84, -204, 96, 36],
    [0, -232, 118, 40],
    [-30, -206, 90, 32],
  ].map(([dx = 0, dy = 0, rx = 0, ry = 0]) =>
    ellipse(x + dx * scale * random.between(0.92, 1.08), y + dy * scale, rx * scale, ry * scale, crown.fill),
  );
  return (
    bark.defs +
    trunk +
    crown.defs +
    puffs.join("") +
    ellipse(x - 20 * scale, y - 250 * scale, 60 * scale, 10 * scale, lighten(colour, 0.3), 0.5)
  );
}
