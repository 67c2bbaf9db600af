import { lighten } from "../../art/colour.ts";
import { landmark, strew } from "../scenery/landmarks.ts";
import { palm } from "../scenery/plants.ts";
import { clouds, sky } from "../scenery/sky.ts";
import { ellipse, hill, LEFT, RIGHT, repeat, ridge } from "../shapes.ts";
import type { Environment } from "../stage.ts";

/** Sand between palms and the sea. */
export const beach: Environment = (stage) => {
  const { random, light } = stage;
  const { tint } = light;
  const skyLayer = sky(stage) + clouds(stage, 5, 130, 380, 0.6, 1.1);
  const boat = landmark(
    stage,
    "sailboat",
    stage.heroX > 512 ? random.between(120, 300) : random.between(720, 900),
    610,
    120,
  );
  const waves = ["#5fd0f0", "#37b3e6", "#49c7e8"].map((colour, at) =>
    hill(
      ridge(random, 570 + at * 52, 8 + at * 2, 1.8),
      lighten(tint(colour), 0.2),
      tint(colour),
      "#fff",
      0.65,
    ),
  );
  const foam = ridge(random, 722, 16, 0.9);
  const ground = ridge(random, 742, 18, 0.8);
  const left = stage.heroX > 512;
  const grains = repeat(40, () => {
    const x = random.between(LEFT, RIGHT);
    return ellipse(
      x,
      ground.at(x) + random.between(20, 260),
      random.between(2, 5),
      random.between(1.5, 3),
      tint("#c98f58"),
      0.45,
    );
  });
  const finds = strew(stage, 4, (at) => ({
    token: random.pick(["spiral-shell", "starfish", "spiral-shell", "bucket"]),
    x: at % 2 ? random.between(780, 1000) : random.between(20, 240),
    y: random.between(860, 1000),
    size: random.between(70, 110),
    turn: random.between(-16, 16),
  }));
  return {
    backdrops: [
      { depth: 0.1, svg: skyLayer },
      { depth: 0.3, svg: (waves[0] ?? "") + boat },
      { depth: 0.42, svg: (waves[1] ?? "") + (waves[2] ?? "") },
      {
        depth: 0.6,
        svg:
          hill(foam, "#ffffff", "#ffffff", "#fff", 0.9) +
          hill(ground, tint("#ffeab0"), tint("#e3ad72"), "#fff8dc", 0.7) +
          grains,
      },
      {
        depth: 0.7,
        svg:
          palm(
            random,
            left ? random.between(40, 130) : random.between(890, 985),
            815,
            random.between(1.3, 1.5),
            left ? 0.6 : -0.6,
            tint("#43b56a"),
          ) + finds,
      },
    ],
    floor: 915,
    ground: null,
    medium: "ground",
    company: ["crab", "turtle", "parrot", "bird", "balloon", "seal"],
  };
};
