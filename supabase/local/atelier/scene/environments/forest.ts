import { lighten, mix, shiftHue } from "../../art/colour.ts";
import { linear, short } from "../../art/paint.ts";
import { strew } from "../scenery/landmarks.ts";
import { bush, fir, flowers, leaf, tree, tufts } from "../scenery/plants.ts";
import { clouds, shafts, sky } from "../scenery/sky.ts";
import { flood, hill, LEFT, level, repeat, ridge } from "../shapes.ts";
import type { Environment, Stage } from "../stage.ts";

/** A glade between firs and old trunks. */
export const forest: Environment = (stage) => {
  const { random, light } = stage;
  const { tint, haze } = light;
  const green = tint(shiftHue("#3f9e5f", random.between(-16, 16)));
  const skyLayer = sky(stage) + clouds(stage, 3, 100, 240, 0.5, 0.9);
  const far = haze(green, 0.6);
  const farLayer =
    repeat(15, (at) =>
      fir(LEFT + at * 92 + random.between(-24, 24), random.between(620, 650), random.between(0.9, 1.25), far),
    ) + flood(far, 618);
  const middle = haze(green, 0.35);
  const middleLayer =
    repeat(9, (at) => {
      const x = LEFT + at * 155 + random.between(-40, 40);
      const y = random.between(690, 712);
      return at % 3 === 0
        ? tree(random, x, y, random.between(1, 1.3), middle)
        : fir(x, y, random.between(1.1, 1.5), mix(middle, "#1f7f6f", random.between(0, 0.4)));
    }) + flood(mix(middle, tint("#6fbf5a"), 0.4), 690);
  const ground = ridge(random, 745, 20, 0.8);
  const groundLayer =
    repeat(5, (at) => {
      const x = at % 2 ? random.between(760, 1020) : random.between(0, 260);
      return bush(
        random,
        x,
        ground.at(x) + 26,
        random.between(0.9, 1.3),
        mix(green, tint("#8bd95a"), random.between(0.1, 0.5)),
      );
    }) +
    hill(ground, tint("#93d862"), tint("#3c8f54"), "#f2ffb8", 0.5) +
    tufts(random, ground, 44, tint("#35864a"), 1000) +
    (stage.flowering ? flowers(random, ground, 9) : "");
  const finds = strew(stage, 3, (at) => ({
    token: random.pick(["mushroom", "mushroom", "herb", "chestnut", "maple-leaf"]),
    x: at % 2 ? random.between(40, 220) : random.between(800, 980),
    y: random.between(850, 940),
    size: random.between(80, 130),
  }));
  stage.strewn.push([-60, 860, 150, 1084], [874, 860, 1084, 1084]);
  return {
    backdrops: [
      { depth: 0.1, svg: skyLayer },
      { depth: 0.25, svg: farLayer },
      { depth: 0.4, svg: middleLayer },
      { depth: 0.45, svg: shafts(stage) },
      { depth: 0.75, svg: groundLayer + finds },
      { depth: 1.12, svg: frame(stage) },
    ],
    floor: 910,
    ground,
    medium: "ground",
    frame: 120,
    company: ["butterfly", "hedgehog", "snail", "chipmunk", "bird", "owl", "lady-beetle"],
    particles: light.night ? undefined : "leaves",
  };
};

/** A trunk on one side and ferns below. */
function frame({ random, light, heroX }: Stage): string {
  const right = heroX < 512;
  const x = right ? random.between(985, 1050) : random.between(-26, 40);
  const bark = light.tint("#7d5548");
  const paint = linear(
    [
      [0, lighten(bark, 0.14)],
      [1, mix(bark, "#2a1740", 0.5)],
    ],
    [0, 0, 1, 0],
  );
  const trunk = `<path d="M${short(x - 62)},-70Q${short(x - 40)},500 ${short(x - 96)},1100H${short(x + 110)}Q${short(x + 44)},500 ${short(x + 66)},-70Z" fill="${paint.fill}"/>${repeat(
    6,
    (at) =>
      `<path d="M${short(x - 26 + (at % 3) * 26)},${60 + at * 150}q${at % 2 ? 12 : -10},50 0,96" stroke="#2a1740" stroke-width="6" fill="none" opacity=".22" stroke-linecap="round"/>`,
  )}`;
  const green = light.tint("#2f8f5a");
  const fern = (left: boolean) =>
    repeat(5, (at) =>
      leaf(
        left ? -20 : 1044,
        1050 - at * random.between(8, 24),
        random.between(190, 300),
        random.between(30, 46),
        left ? random.between(-78, -12) : random.between(192, 258),
        mix(green, random.pick(["#8bd95a", "#0f6b57"]), random.between(0.1, 0.45)),
      ),
    );
  return (
    paint.defs +
    trunk +
    fern(true) +
    fern(false) +
    tufts(random, level(930), 16, light.tint("#2f7f4a"), 1040, 1.6)
  );
}
