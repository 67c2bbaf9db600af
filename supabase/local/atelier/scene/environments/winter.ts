import { mix, shiftHue } from "../../art/colour.ts";
import { mountain } from "../scenery/landmarks.ts";
import { fir } from "../scenery/plants.ts";
import { clouds, sky } from "../scenery/sky.ts";
import { ellipse, glow, hill, LEFT, RIGHT, repeat, ridge } from "../shapes.ts";
import type { Environment } from "../stage.ts";

/** Snowy hills with firs below white mountains. */
export const winter: Environment = (stage) => {
  const { random, light } = stage;
  const { tint, haze } = light;
  const skyLayer = sky(stage) + clouds(stage, 4, 120, 300, 0.55, 1.05);
  const stoneColour = haze(tint(shiftHue("#8fa6d8", random.between(-14, 14))), 0.35);
  const peaks = repeat(5, (at) =>
    mountain(
      LEFT + at * 300 + random.between(-60, 60),
      640,
      random.between(380, 520),
      random.between(220, 370),
      stoneColour,
      true,
    ),
  );
  const far = ridge(random, 590, 30);
  const farLayer =
    repeat(13, () => {
      const x = random.between(LEFT, RIGHT);
      return fir(x, far.at(x) + 26, random.between(0.32, 0.5), haze(tint("#3f8f7a"), 0.45), true);
    }) + hill(far, haze(tint("#f4f8ff"), 0.2), haze(tint("#c9dcf5"), 0.2), "#fff", 0.6);
  const middle = ridge(random, 680, 26, 0.8);
  const middleLayer =
    repeat(7, (at) => {
      const x = at % 2 ? random.between(700, RIGHT) : random.between(LEFT, 330);
      const colour = mix(tint("#2f8a6f"), light.sky[1], 0.12);
      return fir(x, middle.at(x) + 40, random.between(0.75, 1.25), colour, true);
    }) + hill(middle, tint("#fbfdff"), tint("#d5e5f8"), "#fff", 0.8);
  const ground = ridge(random, 780, 18, 0.7);
  const hollows = repeat(16, () => {
    const x = random.between(LEFT, RIGHT);
    return ellipse(
      x,
      ground.at(x) + random.between(30, 230),
      random.between(30, 90),
      random.between(5, 11),
      tint("#a9c6ea"),
      0.35,
    );
  });
  const front =
    repeat(2, (at) =>
      fir(
        at ? random.between(1000, 1060) : random.between(-40, 20),
        1130,
        random.between(1.3, 1.7),
        tint("#1f7565"),
        true,
      ),
    ) + hill(ridge(random, 1010, 16), tint("#ffffff"), tint("#dceafa"), "#fff", 0.7);
  return {
    backdrops: [
      { depth: 0.1, svg: skyLayer },
      { depth: 0.2, svg: peaks + glow(512, 620, 420, "#ffffff", 0.3) },
      { depth: 0.32, svg: farLayer },
      { depth: 0.5, svg: middleLayer },
      { depth: 0.75, svg: hill(ground, tint("#ffffff"), tint("#c3d8f2"), "#fff", 0.9) + hollows },
      { depth: 1.12, svg: front },
    ],
    floor: 915,
    ground: null,
    medium: "ground",
    company: ["penguin", "snowman", "rabbit-face", "bird", "hedgehog", "polar-bear", "fox"],
    particles: "snow",
  };
};
