import { shiftHue } from "../../art/colour.ts";
import { short } from "../../art/paint.ts";
import { fence, landmark, strew } from "../scenery/landmarks.ts";
import { flowers, tree, tufts } from "../scenery/plants.ts";
import { clouds, sky } from "../scenery/sky.ts";
import { hill, LEFT, level, RIGHT, type Ridge, repeat, ridge } from "../shapes.ts";
import type { Environment, Place, Stage } from "../stage.ts";

/** Rolling fields with a barn, a windmill and a fence. */
export const farm: Environment = (stage) =>
  fields(stage, {
    building: stage.subject === "barn" ? ["house-with-garden"] : ["barn"],
    front: ["sunflower", "tulip", "sunflower", "blossom"],
    company: ["baby-chick", "hatching-chick", "butterfly", "rabbit-face", "duck", "honeybee", "cat-face"],
    yard: true,
  });

/** A flowering meadow with a house on the hill. */
export const meadow: Environment = (stage) =>
  fields(stage, {
    building: ["house-with-garden", "hut", "windmill"],
    front: ["tulip", "blossom", "sunflower", "mushroom"],
    company: ["butterfly", "rabbit-face", "lady-beetle", "hedgehog", "bird", "honeybee"],
    yard: false,
  });

/** A meadow at the foot of a castle. */
export const kingdom: Environment = (stage) =>
  fields(stage, {
    building: ["castle"],
    front: ["rose", "tulip", "mushroom", "blossom"],
    company: ["butterfly", "frog", "bird", "owl", "rabbit-face"],
    yard: false,
  });

type Country = { building: string[]; front: string[]; company: string[]; yard: boolean };

function fields(stage: Stage, country: Country): Place {
  const { random, light } = stage;
  const { tint, haze } = light;
  const skyLayer = sky(stage);
  const cloudLayer = clouds(stage, 4, 130, 330);
  const green = tint(shiftHue("#74cf5a", random.between(-14, 18)));
  const far = ridge(random, 520, 34);
  const farLayer =
    hill(far, haze(green, 0.6), haze(green, 0.45), "#fff", 0.25) +
    repeat(9, () => {
      const x = random.between(LEFT, RIGHT);
      return tree(random, x, far.at(x) + 8, random.between(0.22, 0.34), haze(tint("#3fa25a"), 0.5));
    });
  const middle = ridge(random, 600, 40, 0.8);
  // The building stands opposite the hero, or it would hide behind it.
  const buildingX = stage.heroX > 512 ? random.between(130, 250) : random.between(780, 900);
  const middleLayer =
    hill(middle, haze(tint("#a5df5e"), 0.3), haze(green, 0.3), "#fff", 0.3) +
    cropRows(stage, middle, 1024 - buildingX);
  const buildings =
    landmark(
      stage,
      random.pick(country.building),
      buildingX,
      middle.at(buildingX) + 74,
      random.between(215, 255),
    ) +
    repeat(5, () => {
      const x = random.between(LEFT, RIGHT);
      if (Math.abs(x - buildingX) <= 170) return "";
      const leaves = tint(random.pick(["#3fae55", "#63bd4c", "#2f9f68"]));
      return tree(
        random,
        x,
        middle.at(x) + random.between(24, 60),
        random.between(0.5, 0.8),
        haze(leaves, 0.15),
      );
    }) +
    (country.yard && random.chance(0.7)
      ? landmark(
          stage,
          "windmill",
          buildingX + (buildingX < 512 ? 190 : -190),
          middle.at(buildingX) + 62,
          190,
        )
      : "");
  const near = ridge(random, 700, 22, 0.7);
  const nearLayer = hill(near, tint("#b4e764"), tint("#57b853"), "#fbffd0", 0.55);
  const fenceLayer =
    fence(stage, near) +
    (country.yard
      ? repeat(2, () => {
          const x = random.chance(0.5) ? random.between(40, 200) : random.between(830, 1000);
          return landmark(
            stage,
            "hay-bale",
            x,
            near.at(x) + random.between(70, 110),
            random.between(100, 135),
          );
        })
      : "");
  const ground = ridge(random, 790, 20, 0.7);
  const groundLayer =
    hill(ground, tint("#c0ee6b"), tint("#4aa84f"), "#fdffd8", 0.6) +
    tufts(random, ground, 44, tint("#4a9f49"), 1010) +
    (stage.flowering ? flowers(random, ground, 18) : "");
  const frontLayer =
    (stage.flowering
      ? strew(stage, 4, (at) => ({
          token: random.pick(country.front),
          x: at % 2 ? random.between(-20, 150) : random.between(880, 1040),
          y: random.between(985, 1060),
          size: random.between(160, 230),
          turn: random.between(-8, 8),
        }))
      : "") + tufts(random, level(930), 20, tint("#3d8f48"), 1040, 1.7);
  return {
    backdrops: [
      { depth: 0.1, svg: skyLayer },
      { depth: 0.18, svg: cloudLayer },
      { depth: 0.25, svg: farLayer },
      { depth: 0.35, svg: middleLayer },
      { depth: 0.45, svg: buildings },
      { depth: 0.6, svg: nearLayer },
      { depth: 0.68, svg: fenceLayer },
      { depth: 0.8, svg: groundLayer },
      { depth: 1.12, svg: frontLayer },
    ],
    floor: 930,
    ground,
    medium: "ground",
    company: country.company,
  };
}

function cropRows({ random, light }: Stage, land: Ridge, x: number): string {
  const colour = light.tint(random.pick(["#f3cf54", "#8fd15a", "#e9b84f"]));
  const rows = repeat(
    13,
    (at) =>
      `<path d="M${short(x + (at - 6) * 22)},${short(land.at(x) + 16)}Q${short(x + (at - 6) * 42)},690 ${short(x + (at - 6) * 70)},780"/>`,
  );
  return `<g stroke="${colour}" stroke-width="9" fill="none" opacity=".75" stroke-linecap="round">${rows}</g>`;
}
