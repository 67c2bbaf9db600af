import { mix, shiftHue } from "../../art/colour.ts";
import { linear, short } from "../../art/paint.ts";
import { landmark, mountain } from "../scenery/landmarks.ts";
import { flowers, tree, tufts } from "../scenery/plants.ts";
import { clouds, sky } from "../scenery/sky.ts";
import { hill, LEFT, level, RIGHT, rect, repeat, ridge, WIDTH } from "../shapes.ts";
import type { Environment, Stage } from "../stage.ts";

/** A railway line through green hills. */
export const railway: Environment = (stage) => {
  const { random, light } = stage;
  const { tint, haze } = light;
  const skyLayer = sky(stage) + clouds(stage, 4, 120, 330);
  const green = tint(shiftHue("#6fc95f", random.between(-14, 16)));
  const peaks = repeat(4, (at) =>
    mountain(
      LEFT + at * 360 + random.between(-40, 80),
      600,
      random.between(420, 560),
      random.between(150, 260),
      haze(tint("#8fa0d8"), 0.5),
      true,
    ),
  );
  const far = ridge(random, 560, 34);
  const farLayer =
    hill(far, haze(green, 0.5), haze(green, 0.35), "#fff", 0.25) +
    repeat(10, () => {
      const x = random.between(LEFT, RIGHT);
      return tree(random, x, far.at(x) + 10, random.between(0.24, 0.38), haze(tint("#3fa25a"), 0.45));
    });
  const middle = ridge(random, 650, 28, 0.8);
  const homeX = stage.heroX > 512 ? random.between(110, 240) : random.between(790, 910);
  const middleLayer =
    hill(middle, mix(green, tint("#d4f07a"), 0.4), green, "#fbffd0", 0.4) +
    landmark(stage, "house-with-garden", homeX, middle.at(homeX) + 60, 170) +
    repeat(4, () => {
      const x = random.between(LEFT, RIGHT);
      return Math.abs(x - homeX) < 150
        ? ""
        : tree(random, x, middle.at(x) + 40, random.between(0.5, 0.75), haze(tint("#4fb85a"), 0.1));
    });
  const near = ridge(random, 760, 16, 0.7);
  const nearLayer = hill(near, tint("#bdea6f"), tint("#58b553"), "#fbffd0", 0.5) + track(stage);
  const front = level(985);
  return {
    backdrops: [
      { depth: 0.1, svg: skyLayer },
      { depth: 0.2, svg: peaks },
      { depth: 0.3, svg: farLayer },
      { depth: 0.48, svg: middleLayer },
      { depth: 0.78, svg: nearLayer },
      {
        depth: 1.12,
        svg:
          hill(ridge(random, 1000, 10), tint("#9edb62"), tint("#479f4c"), "#fbffd0", 0.5) +
          tufts(random, front, 26, tint("#3d8f48"), 1050, 1.7) +
          (stage.flowering ? flowers(random, front, 12, 1040) : ""),
      },
    ],
    floor: 903,
    ground: null,
    medium: "ground",
    company: ["dog-face", "bird", "butterfly", "rabbit-face", "balloon", "cat-face"],
    companyFloor: 800,
    companyScale: 0.75,
  };
};

/** Ballast, sleepers and two rails, seen from the side. */
function track({ random, light }: Stage): string {
  const stones = linear([
    [0, light.tint("#cbb9c4")],
    [1, light.tint("#8f7a94")],
  ]);
  const rail = light.tint("#5c4d7c");
  const sleepers = repeat(
    23,
    (at) =>
      `<path d="M${LEFT + at * 60},884h34l-12,44h-38Z" fill="${light.tint("#8a5a48")}"/><path d="M${LEFT + at * 60},884h34l-1,5h-34Z" fill="#fff" opacity=".25"/>`,
  );
  const pebbles = repeat(50, () =>
    rect(random.between(LEFT, RIGHT), random.between(880, 945), random.between(5, 11), 5, "#fff", 0.22),
  );
  const bar = (y: number, height: number) =>
    rect(LEFT, y, WIDTH, height, rail) + rect(LEFT, y, WIDTH, short(height * 0.35), "#fff", 0.45);
  return `${stones.defs}<path d="M${LEFT},872H${RIGHT}V952H${LEFT}Z" fill="${stones.fill}"/>${pebbles}${sleepers}${bar(888, 10)}${bar(914, 13)}`;
}
