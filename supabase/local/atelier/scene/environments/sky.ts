import { landmark } from "../scenery/landmarks.ts";
import { tree } from "../scenery/plants.ts";
import { clouds, sky } from "../scenery/sky.ts";
import { hill, LEFT, RIGHT, repeat, ridge } from "../shapes.ts";
import type { Environment } from "../stage.ts";

/** High in the air: clouds all around, small hills and houses far below. */
export const inTheSky: Environment = (stage) => {
  const { random, light } = stage;
  const { tint, haze } = light;
  const skyLayer = sky(stage);
  const cloudLayer = clouds(stage, 7, 150, 720, 0.5, 0.9);
  const far = ridge(random, 800, 40);
  const farLayer =
    hill(far, haze(tint("#7ccf6a"), 0.4), haze(tint("#4fae5f"), 0.3)) +
    repeat(10, () => {
      const x = random.between(LEFT, RIGHT);
      return tree(random, x, far.at(x) + 10, random.between(0.2, 0.32), haze(tint("#3fa25a"), 0.35));
    });
  const near = ridge(random, 890, 36);
  const nearLayer =
    hill(near, tint("#a5df5e"), tint("#5fb854")) +
    repeat(4, (at) => {
      const x = at * 280 + random.between(20, 200);
      return landmark(
        stage,
        random.pick(["house", "house-with-garden", "deciduous-tree"]),
        x,
        near.at(x) + 30,
        random.between(80, 110),
      );
    });
  return {
    backdrops: [
      { depth: 0.1, svg: skyLayer },
      { depth: 0.2, svg: cloudLayer },
      { depth: 0.3, svg: farLayer },
      { depth: 0.45, svg: nearLayer },
      { depth: 1.15, svg: clouds(stage, 3, 960, 1070, 1.2, 1.8) },
    ],
    floor: 760,
    ground: null,
    medium: "floating",
    holds: "air",
    companyFloor: 955,
    companyScale: 0.62,
    company: ["balloon", "dove", "kite", "butterfly", "hot-air-balloon"],
  };
};
