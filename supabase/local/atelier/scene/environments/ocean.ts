import { mix, shiftHue } from "../../art/colour.ts";
import { linear, short } from "../../art/paint.ts";
import { strew } from "../scenery/landmarks.ts";
import { bubble, coral, distantFish, seaweed, stone } from "../scenery/seabed.ts";
import { flood, glow, hill, LEFT, type Point, RIGHT, repeat, ridge, smooth } from "../shapes.ts";
import { type Environment, type Stage, take } from "../stage.ts";

/** Under water: beams of light, a reef, sand with shells, bubbles. */
export const ocean: Environment = (stage) => {
  const { random, light } = stage;
  const hue = random.between(-16, 18);
  const base = light.night
    ? ["#123a7c", "#0d2a66", "#081a48"]
    : light.time === "sunset"
      ? ["#ffd9cf", "#8a8fe0", "#2f55b5"]
      : light.time === "dawn"
        ? ["#d8f7e6", "#4fc9c9", "#1a6fb0"]
        : ["#8ff0f0", "#2fb5ea", "#1567c4"];
  const [surface = "", middle = "", deep = ""] = base.map((colour) => shiftHue(colour, hue));
  const water = linear([
    [0, surface],
    [0.45, middle],
    [1, deep],
  ]);
  const through = (colour: string, share: number) => mix(colour, middle, share);
  const waterLayer = water.defs + flood(water.fill) + beams(stage);
  const fishLayer = repeat(9, () =>
    distantFish(
      random.between(LEFT, RIGHT),
      random.between(200, 560),
      random.between(0.4, 0.9) * (stage.sunX > 512 ? 1 : -1),
      through("#0f4f9a", 0.45),
    ),
  );
  const reef = ridge(random, 690, 46);
  const reefLayer =
    repeat(7, (at) => {
      const x = LEFT + at * 200 + random.between(-50, 50);
      const y = reef.at(x);
      const outline: Point[] = [
        [x - 140, y + 80],
        [x - 90, y - random.between(20, 120)],
        [x - 20, y - random.between(80, 210)],
        [x + 60, y - random.between(20, 100)],
        [x + 150, y + 80],
      ];
      return `<path d="${smooth(outline)}Z" fill="${through("#1b5fae", 0.35)}"/>`;
    }) + hill(reef, through("#3b86cf", 0.4), through("#1d5aa8", 0.3), "#bff4ff", 0.2);
  const farSand = ridge(random, 765, 26);
  const farSandLayer =
    repeat(5, () => {
      const colour = through(random.pick(["#ff7fa8", "#c58bff", "#ffb066", "#6fe0c8"]), 0.38);
      return coral(random, random.between(LEFT, RIGHT), 770, random.between(0.7, 1), colour);
    }) + hill(farSand, through("#ffe3ac", 0.3), through("#d0a878", 0.35), "#fff8dc", 0.5);
  const ground = ridge(random, 840, 22, 0.8);
  const groundLayer = garden(stage, ground.at) + sand(stage, ground);
  const frontLayer = repeat(3, (at) =>
    seaweed(
      random,
      at % 2 ? random.between(-60, 90) : random.between(930, 1080),
      1080,
      random.between(330, 560),
      random.pick(["#157f7c", "#1c8f6a", "#2c6fb0"]),
    ),
  );
  const bubbles = repeat(30, () =>
    bubble(
      random.between(LEFT, RIGHT),
      random.between(-20, 880),
      random.between(4, 20) * (random.chance(0.15) ? 1.8 : 1),
    ),
  );
  return {
    backdrops: [
      { depth: 0.1, svg: waterLayer },
      { depth: 0.22, svg: `<g opacity=".5">${fishLayer}</g>` },
      { depth: 0.32, svg: reefLayer },
      { depth: 0.5, svg: farSandLayer },
      { depth: 0.75, svg: groundLayer },
      { depth: 0.9, svg: bubbles },
      { depth: 1.15, svg: frontLayer },
    ],
    floor: 865,
    ground: null,
    medium: "floating",
    company: [
      "tropical-fish",
      "crab",
      "fish",
      "jellyfish",
      "blowfish",
      "shrimp",
      "turtle",
      "starfish",
      "seahorse",
    ],
    companyFloor: 920,
    particles: "bubbles",
  };
};

function beams({ random, light, sunX }: Stage): string {
  const paint = linear([
    [0, "#ffffff", 0.42],
    [1, "#ffffff", 0],
  ]);
  const rays = repeat(8, (at) => {
    const x = -60 + at * 165 + random.between(-40, 40);
    const w = random.between(24, 70);
    const slant = (x - sunX) * 0.55;
    return `<path d="M${short(x)},-60h${short(w)}L${short(x + w * 2.4 + slant)},${short(random.between(620, 900))}L${short(x - w * 1.2 + slant)},${short(random.between(620, 900))}Z" fill="${paint.fill}" opacity="${short(random.between(2.5, 6)) / 10}"/>`;
  });
  return glow(sunX, -40, 620, "#ffffff", light.night ? 0.3 : 0.6) + paint.defs + rays;
}

/** Corals and weeds on both sides, so that the middle stays free for the hero. */
function garden({ random }: Stage, land: (x: number) => number): string {
  const coralFirst = random.chance(0.5);
  return [40, 150, 880, 985]
    .map((spot, at) => {
      const x = spot + random.between(-40, 40);
      const y = land(x) + 60;
      return at % 2 === (coralFirst ? 0 : 1)
        ? coral(
            random,
            x,
            y,
            random.between(1.1, 1.6),
            random.pick(["#ff6f91", "#ff9a5a", "#b77bff", "#ff5f7a", "#ffc04d"]),
          )
        : seaweed(random, x, y, random.between(260, 430), random.pick(["#36c48a", "#1fa88c", "#7bd65a"]));
    })
    .join("");
}

function sand(stage: Stage, land: ReturnType<typeof ridge>): string {
  const { random, light } = stage;
  const [top, bottom] = light.night ? ["#8f8fb8", "#5a5a90"] : ["#ffeec2", "#e8b987"];
  const ripples = repeat(26, () => {
    const x = random.between(LEFT, RIGHT);
    return `<path d="M${short(x)},${short(land.at(x) + random.between(20, 200))}q${short(random.between(18, 36))},-9 ${short(random.between(44, 74))},0" stroke="#c99462" stroke-width="3.4" fill="none" opacity=".4" stroke-linecap="round"/>`;
  });
  const side = () => (random.chance(0.5) ? random.between(10, 280) : random.between(740, 1010));
  const stones = repeat(2, () => {
    const x = side();
    const y = land.at(x) + random.between(50, 130);
    take(stage, x, y, 110, 60);
    return stone(random, x, y, random.between(0.6, 1.1), "#8aa0c8");
  });
  const finds = strew(stage, 3, () => {
    const x = side();
    return {
      token: random.pick(["starfish", "spiral-shell"]),
      x,
      y: land.at(x) + random.between(60, 145),
      size: random.between(70, 100),
      turn: random.between(-20, 20),
    };
  });
  return hill(land, top ?? "", bottom ?? "", "#fffbe8", 0.7) + ripples + stones + finds;
}
