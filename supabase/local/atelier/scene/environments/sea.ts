import { lighten } from "../../art/colour.ts";
import { landmark } from "../scenery/landmarks.ts";
import { clouds, sky } from "../scenery/sky.ts";
import { hill, ridge } from "../shapes.ts";
import { type Environment, take } from "../stage.ts";

/** Open sea under a wide sky, with an island on the horizon. */
export const sea: Environment = (stage) => {
  const { random, light } = stage;
  const skyLayer = sky(stage);
  const cloudLayer = clouds(stage, 5, 150, 400, 0.6, 1.2);
  const islandX = stage.heroX > 512 ? 170 : 850;
  const island = landmark(stage, "desert-island", islandX, 640, 230);
  take(stage, islandX, 640, 230, 230);
  const waves = ["#4fc6ee", "#2fa3e0", "#1d7fcb", "#1560b0"].map((colour, at) => {
    const water = ridge(random, 610 + at * 95, 14 + at * 4, 1.9 - at * 0.2);
    const seen = light.tint(colour);
    return { depth: 0.4 + at * 0.13, svg: hill(water, lighten(seen, 0.2), seen, "#fff", 0.6) };
  });
  return {
    backdrops: [
      { depth: 0.1, svg: skyLayer },
      { depth: 0.18, svg: cloudLayer },
      { depth: 0.3, svg: island },
      ...waves,
    ],
    floor: 850,
    ground: null,
    medium: "waves",
    company: ["balloon", "kite", "dolphin", "swan", "dove"],
    companyFloor: 715,
    wave: light.tint("#2fa3e0"),
  };
};
