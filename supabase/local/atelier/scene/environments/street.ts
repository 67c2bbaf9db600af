import { shiftHue } from "../../art/colour.ts";
import { linear } from "../../art/paint.ts";
import { prop } from "../scenery/landmarks.ts";
import { bush, tree } from "../scenery/plants.ts";
import { clouds, sky } from "../scenery/sky.ts";
import { skyline, streetLamp, townHouse } from "../scenery/town.ts";
import { LEFT, RIGHT, rect, repeat, WIDTH } from "../shapes.ts";
import type { Environment, Stage } from "../stage.ts";

/** A street of bright houses: pavement behind, road in front. */
export const street: Environment = (stage) => {
  const { random, light } = stage;
  const { tint, haze } = light;
  const skyLayer = sky(stage);
  const cloudLayer = clouds(stage, 4, 120, 330, 0.55, 1.1);
  const skylineLayer = skyline(stage, 640, 120, 330, "#8aa8e0");
  const farTrees = repeat(7, () =>
    tree(random, random.between(LEFT, RIGHT), 690, random.between(0.5, 0.7), haze(tint("#4fb36a"), 0.25)),
  );
  const frontLayer = repeat(3, (at) =>
    bush(
      random,
      at % 2 ? random.between(-40, 90) : random.between(930, 1070),
      1040,
      random.between(1.1, 1.5),
      tint("#3fae62"),
    ),
  );
  return {
    backdrops: [
      { depth: 0.1, svg: skyLayer },
      { depth: 0.16, svg: cloudLayer },
      { depth: 0.22, svg: skylineLayer },
      { depth: 0.36, svg: farTrees },
      { depth: 0.45, svg: houses(stage) },
      { depth: 0.6, svg: greens(stage) },
      { depth: 0.8, svg: road(stage) },
      { depth: 1.15, svg: frontLayer },
    ],
    floor: 915,
    ground: null,
    medium: "ground",
    company: ["cat-face", "dog-face", "balloon", "bicycle", "kick-scooter", "bird"],
    roadside: 790,
    companyFloor: 794,
    companyScale: 0.72,
  };
};

function houses(stage: Stage): string {
  const { random, light } = stage;
  const hue = random.between(-12, 12);
  const walls = ["#ff9f8a", "#ffd27a", "#8fd3ff", "#b7a4ff", "#9be3b8", "#ffb3d0", "#f5e0b8"].map((colour) =>
    shiftHue(colour, hue),
  );
  const parts: string[] = [];
  let colour = random.whole(0, 6);
  for (let x = LEFT + random.between(-60, 0); x < RIGHT; ) {
    const w = random.between(150, 215);
    parts.push(
      townHouse(stage, x, 700, w, random.between(210, 390), light.tint(walls[colour % walls.length] ?? "")),
    );
    x += w + (random.chance(0.35) ? random.between(30, 90) : 4);
    colour += random.whole(1, 3);
  }
  return parts.join("");
}

function greens({ random, light }: Stage): string {
  let parts = rect(LEFT, 694, WIDTH, 60, light.tint("#9bdc77"));
  for (let x = LEFT; x < RIGHT; x += random.between(120, 220))
    parts += random.chance(0.6)
      ? tree(
          random,
          x,
          736,
          random.between(0.6, 0.85),
          light.tint(random.pick(["#4fb85a", "#38a86a", "#86c84f"])),
        )
      : bush(random, x, 738, random.between(0.5, 0.75), light.tint("#5cc06a"));
  return parts;
}

function road(stage: Stage): string {
  const { random, light } = stage;
  const { tint } = light;
  const pavement = linear([
    [0, tint("#f2eaf6")],
    [1, tint("#cfc2dd")],
  ]);
  const asphalt = linear([
    [0, tint("#6d6390")],
    [1, tint("#463c68")],
  ]);
  let parts =
    pavement.defs +
    asphalt.defs +
    rect(LEFT, 750, WIDTH, 46, pavement.fill) +
    rect(LEFT, 794, WIDTH, 10, tint("#a597bd")) +
    rect(LEFT, 804, WIDTH, 300, asphalt.fill);
  for (let x = LEFT; x < RIGHT; x += 74) parts += rect(x, 750, 3, 44, tint("#b9abca"), 0.6);
  parts += rect(LEFT, 812, WIDTH, 5, "#fff", 0.25);
  for (let x = LEFT + random.between(0, 80); x < RIGHT; x += 170)
    parts += `<rect x="${Math.round(x)}" y="950" width="96" height="15" rx="7" fill="#fff3c4" opacity=".92"/>`;
  if (stage.subject === "tram-car") parts += tramRails(tint("#b9abca"), tint("#3a3058"));
  parts += streetLamp(stage, random.between(40, 150), 760) + streetLamp(stage, random.between(860, 980), 760);
  if (random.chance(0.6))
    parts += prop(
      stage,
      "vertical-traffic-light",
      random.chance(0.5) ? random.between(190, 250) : random.between(770, 840),
      770,
      120,
    );
  return parts;
}

/** Two grooved rails let into the road, where trams stand. */
function tramRails(steel: string, groove: string): string {
  return [888, 918]
    .map((y) => rect(LEFT, y - 3, WIDTH, 13, groove, 0.6) + rect(LEFT, y, WIDTH, 6, steel))
    .join("");
}
