import { mix, shiftHue } from "../../art/colour.ts";
import { strew } from "../scenery/landmarks.ts";
import { bush, flowers, leaf, palm, tufts, vine } from "../scenery/plants.ts";
import { clouds, shafts, sky } from "../scenery/sky.ts";
import { circle, flood, hill, LEFT, RIGHT, repeat, ridge } from "../shapes.ts";
import type { Environment, Stage } from "../stage.ts";

/** A clearing under palms, framed by large leaves and vines. */
export const jungle: Environment = (stage) => {
  const { random, light } = stage;
  const { tint, haze } = light;
  const canopy = tint(shiftHue("#2fae6a", random.between(-18, 14)));
  const [far, near, bushes] = [haze(canopy, 0.68), haze(canopy, 0.45), haze(canopy, 0.22)];
  const skyLayer = sky(stage);
  const cloudLayer = clouds(stage, 3, 120, 260, 0.5, 0.9);
  const farLayer =
    repeat(16, (at) =>
      circle(
        LEFT + at * 85 + random.between(-20, 20),
        random.between(400, 470),
        random.between(80, 130),
        far,
      ),
    ) +
    flood(far, 470) +
    repeat(3, () =>
      palm(
        random,
        random.between(LEFT + 60, RIGHT - 60),
        random.between(560, 600),
        random.between(0.85, 1.1),
        random.between(-0.8, 0.8),
        far,
        far,
      ),
    );
  const nearLayer =
    repeat(13, (at) =>
      circle(
        LEFT + at * 105 + random.between(-25, 25),
        random.between(520, 590),
        random.between(75, 120),
        near,
      ),
    ) +
    flood(near, 580) +
    palms(stage);
  const lightShafts = shafts(stage);
  const back = ridge(random, 650, 26);
  const backLayer =
    repeat(9, (at) => {
      const x = LEFT + at * 150 + random.between(-40, 40);
      return bush(
        random,
        x,
        back.at(x) + 24,
        random.between(0.9, 1.35),
        mix(bushes, tint("#7bd05a"), random.between(0, 0.4)),
      );
    }) + hill(back, mix(tint("#7ccf54"), light.sky[2], 0.12), tint("#3a9d57"), "#eaffb0", 0.4);
  const ground = ridge(random, 735, 24, 0.8);
  const groundLayer =
    ferns(stage, ground.at) +
    hill(ground, tint("#8edb58"), tint("#2c8a58"), "#f2ffb8", 0.55) +
    tufts(random, ground, 46, tint("#2f8f4e"), 1000) +
    (stage.flowering ? flowers(random, ground, 12) : "") +
    strew(stage, 2, () => ({
      token: random.pick(["mushroom", "hibiscus", "herb", "blossom"]),
      x: random.chance(0.5) ? random.between(90, 240) : random.between(780, 930),
      y: random.between(850, 910),
      size: random.between(95, 140),
    }));
  stage.strewn.push([-60, 830, 185, 1084], [839, 830, 1084, 1084]);
  return {
    backdrops: [
      { depth: 0.1, svg: skyLayer },
      { depth: 0.18, svg: cloudLayer },
      { depth: 0.25, svg: `<g opacity=".9">${farLayer}</g>` },
      { depth: 0.4, svg: nearLayer },
      { depth: 0.45, svg: lightShafts },
      { depth: 0.55, svg: backLayer },
      { depth: 0.75, svg: groundLayer },
      { depth: 1.15, svg: frame(stage) },
    ],
    floor: 905,
    ground,
    medium: "ground",
    frame: 180,
    company: ["butterfly", "monkey-face", "snail", "frog", "turtle", "parrot", "lady-beetle"],
    particles: light.night ? undefined : "leaves",
  };
};

function palms({ random, light, heroX }: Stage): string {
  const left = heroX > 512;
  const green = light.tint("#43b56a");
  const main = palm(
    random,
    left ? random.between(60, 220) : random.between(800, 960),
    700,
    random.between(1.15, 1.35),
    left ? 0.5 : -0.5,
    green,
  );
  if (!random.chance(0.6)) return main;
  const x = left ? random.between(880, 1010) : random.between(10, 140);
  return main + palm(random, x, 690, random.between(0.9, 1.1), left ? -0.6 : 0.6, green);
}

function ferns({ random, light }: Stage, land: (x: number) => number): string {
  return repeat(4, (clump) => {
    const x = clump % 2 ? random.between(840, 1010) : random.between(10, 180);
    const y = land(x) + random.between(10, 40);
    const size = random.between(0.8, 1.15);
    return repeat(7, (at) => {
      const green = mix("#2f9d5a", random.pick(["#8bd95a", "#0f7a63"]), random.between(0.1, 0.5));
      const angle = -90 + (at - 3) * 23 + random.between(-6, 6);
      return leaf(
        x,
        y,
        random.between(150, 215) * size,
        random.between(24, 34) * size,
        angle,
        light.tint(green),
      );
    });
  });
}

/** Leaves in the four corners and vines from above: the viewer peeps into the clearing. */
function frame({ random, light }: Stage): string {
  const green = light.tint("#1f8f63");
  const side = (right: boolean) =>
    repeat(4, (at) =>
      leaf(
        right ? 1050 : -26,
        1060 - at * random.between(20, 50),
        random.between(230, 350),
        random.between(58, 86),
        right ? random.between(188, 262) : random.between(-82, -8),
        mix(green, random.pick(["#7ad05c", "#0e6d63", "#3fc07a"]), random.between(0.1, 0.5)),
        random.chance(0.5) ? 5 : 0,
      ),
    );
  const top = (right: boolean) =>
    repeat(2, (at) =>
      leaf(
        right ? 1070 : -46,
        -30 + at * 40,
        random.between(260, 360),
        random.between(60, 90),
        right ? random.between(128, 170) : random.between(10, 52),
        mix(green, "#58c46c", random.between(0, 0.6)),
        random.chance(0.6) ? 5 : 0,
      ),
    );
  const vines = repeat(random.whole(3, 5), (at) =>
    vine(
      random,
      at % 2 ? random.between(-40, 250) : random.between(770, 1060),
      random.between(160, 380),
      light.tint("#3aa655"),
    ),
  );
  return side(false) + side(true) + vines + top(false) + top(true);
}
