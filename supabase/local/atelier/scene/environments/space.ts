import { mix } from "../../art/colour.ts";
import { figure } from "../../art/figure.ts";
import { linear } from "../../art/paint.ts";
import { planet, twinkle } from "../scenery/planets.ts";
import { stone } from "../scenery/seabed.ts";
import { circle, ellipse, flood, glow, hill, LEFT, RIGHT, repeat, ridge } from "../shapes.ts";
import type { Environment, Stage } from "../stage.ts";

const DEEPS = [
  ["#120a3c", "#3b1d7c", "#8a3f9c"],
  ["#081238", "#1d2f86", "#4f6fd0"],
  ["#0c0a34", "#2b1a70", "#c0508c"],
  ["#071a33", "#0f4a78", "#2fa0a8"],
] as const;
const SOILS = [
  ["#e6dcf5", "#8d7fb5"],
  ["#ffd9a8", "#c07a6a"],
  ["#c9e6ff", "#6a8fc8"],
  ["#ffd0e0", "#b8709c"],
] as const;

/** Nebulae, planets and stars above the cratered soil of a moon. */
export const space: Environment = (stage) => {
  const { random } = stage;
  const deep = random.pick(DEEPS);
  const paint = linear([
    [0, deep[0]],
    [0.6, deep[1]],
    [1, deep[2]],
  ]);
  const skyLayer =
    paint.defs +
    flood(paint.fill) +
    repeat(6, () =>
      glow(
        random.between(0, 1024),
        random.between(50, 700),
        random.between(180, 380),
        random.pick(["#ff7fd0", "#7f9dff", "#b06bff", "#4fd0ff", "#ffb37f"]),
        random.between(0.14, 0.34),
      ),
    );
  const starLayer =
    repeat(190, () =>
      circle(
        random.between(LEFT, RIGHT),
        random.between(-50, 900),
        random.between(0.8, 2.7),
        random.pick(["#fff", "#fff", "#ffe9b0", "#bcd8ff"]),
        random.between(0.35, 1),
      ),
    ) +
    repeat(16, () =>
      twinkle(
        random.between(LEFT, RIGHT),
        random.between(0, 780),
        random.between(8, 22),
        random.between(0.6, 1),
      ),
    );
  const planetLayer = planets(stage);
  const starToys =
    figure("star", random.between(60, 240), random.between(480, 640), random.between(52, 78), {
      turn: random.between(-20, 20),
    }) +
    figure("star", random.between(800, 960), random.between(520, 660), random.between(46, 70), {
      turn: random.between(-20, 20),
    });
  const soil = random.pick(SOILS);
  const far = ridge(random, 800, 30);
  const ground = ridge(random, 865, 18, 0.7);
  const craters = repeat(12, () => {
    const x = random.between(LEFT, RIGHT);
    const y = ground.at(x) + random.between(26, 150);
    const r = random.between(16, 58);
    return (
      ellipse(x, y, r, r * 0.34, mix(soil[1], "#3b1d6c", 0.35), 0.75) +
      ellipse(x, y + r * 0.1, r * 0.86, r * 0.24, mix(soil[1], soil[0], 0.25), 0.9)
    );
  });
  const stones = repeat(5, () => {
    const x = random.chance(0.5) ? random.between(0, 260) : random.between(760, 1020);
    return stone(random, x, ground.at(x) + random.between(30, 120), random.between(0.5, 1), soil[1]);
  });
  return {
    backdrops: [
      { depth: 0.06, svg: skyLayer },
      { depth: 0.14, svg: starLayer },
      { depth: 0.3, svg: planetLayer },
      { depth: 0.5, svg: starToys },
      { depth: 0.55, svg: hill(far, mix(soil[1], deep[1], 0.35), mix(soil[1], deep[0], 0.5), "#fff", 0.25) },
      { depth: 0.8, svg: hill(ground, soil[0], soil[1], "#fff", 0.7) + craters + stones },
    ],
    floor: 925,
    ground: null,
    medium: "floating",
    company: ["flying-saucer", "satellite", "robot", "comet", "alien-monster", "alien", "moon-rover"],
    companyFloor: 950,
    particles: "twinkle",
    glow: 0.42,
  };
};

function planets(stage: Stage): string {
  const { random } = stage;
  const right = stage.heroX <= 512;
  const large = planet(
    stage,
    right ? random.between(760, 900) : random.between(120, 270),
    random.between(170, 290),
    random.between(90, 130),
    random.pick(["#ff9f6b", "#ffcf5a", "#7fd0ff", "#ff8fb0", "#9be08a"]),
    true,
  );
  const small = planet(
    stage,
    right ? random.between(90, 220) : random.between(810, 950),
    random.between(110, 430),
    random.between(34, 58),
    random.pick(["#c58bff", "#6be0d0", "#ff8a7a", "#ffd86b"]),
    random.chance(0.3),
  );
  if (!random.chance(0.6)) return large + small;
  const tiny = random.pick(["#8fe3ff", "#ffb37f"]);
  return (
    large +
    small +
    planet(stage, random.between(380, 660), random.between(60, 100), random.between(20, 34), tiny, false)
  );
}
