import { linear } from "../../art/paint.ts";
import { prop } from "../scenery/landmarks.ts";
import { stone } from "../scenery/seabed.ts";
import { cone, distantCrane, pipes, unfinishedHouse } from "../scenery/site.ts";
import { clouds, sky } from "../scenery/sky.ts";
import { ellipse, hill, LEFT, RIGHT, rect, repeat, ridge, smooth } from "../shapes.ts";
import type { Environment } from "../stage.ts";

/** Earth, cones and pipes, a house going up and cranes behind it. */
export const buildingSite: Environment = (stage) => {
  const { random, light } = stage;
  const { tint, haze } = light;
  const skyLayer = sky(stage);
  const cloudLayer = clouds(stage, 4, 130, 330);
  let far = "";
  for (let x = LEFT; x < RIGHT; ) {
    const w = random.between(80, 130);
    const h = random.between(60, 190);
    far += rect(x, 620 - h, w + 1, h + 200, haze(tint("#93a9dd"), 0.6));
    x += w;
  }
  const crane = haze(tint("#ff9f2e"), 0.3);
  // The crane that the picture is about shall be the only one.
  if (stage.subject !== "tower-crane")
    far +=
      distantCrane(random.between(60, 320), 640, random.between(0.8, 1.15), crane, false) +
      distantCrane(random.between(700, 960), 640, random.between(0.8, 1.15), crane, true);
  // The house goes up on the side that the hero leaves free.
  const houseX = stage.heroX > 512 ? random.between(0, 140) : random.between(620, 730);
  const house = unfinishedHouse(stage, houseX, 700, random.between(300, 360));
  const back = ridge(random, 690, 26);
  const heap = linear([
    [0, tint("#d9975f")],
    [1, tint("#9f6442")],
  ]);
  const heaps = repeat(3, () => {
    const x = random.between(LEFT, RIGHT);
    const w = random.between(190, 330);
    const y = back.at(x);
    const outline = smooth([
      [x - w / 2, y + 40],
      [x - w * 0.2, y - w * 0.16],
      [x, y - w * 0.26],
      [x + w * 0.22, y - w * 0.14],
      [x + w / 2, y + 40],
    ]);
    return `<path d="${outline}Z" fill="${heap.fill}"/>`;
  });
  const ground = ridge(random, 775, 16, 0.7);
  const pebbles = repeat(60, () => {
    const x = random.between(LEFT, RIGHT);
    const r = random.between(3, 9);
    return ellipse(x, ground.at(x) + random.between(14, 230), r * 1.5, r * 0.7, tint("#8a5638"), 0.35);
  });
  const ruts = repeat(
    2,
    (at) =>
      `<path d="M${LEFT},${865 + at * 70}Q300,${852 + at * 74} 512,${866 + at * 70}T${RIGHT},${858 + at * 72}" stroke="${tint("#a3683f")}" stroke-width="20" stroke-dasharray="16 11" fill="none" opacity=".35"/>`,
  );
  const barrierLeft = random.chance(0.5);
  const [barrierX, heapX] = barrierLeft ? [150, 890] : [874, 134];
  const props =
    prop(stage, "construction", barrierX + random.between(-40, 40), 850, 130) +
    prop(stage, random.pick(["brick", "wood", "oil-drum"]), heapX + random.between(-40, 40), 850, 120) +
    repeat(3, () =>
      cone(
        random.chance(0.5) ? random.between(20, 260) : random.between(760, 1000),
        random.between(830, 900),
        random.between(0.8, 1.1),
      ),
    );
  const pipesLeft = random.chance(0.5);
  stage.strewn.push([-60, 880, 110, 1084], [914, 880, 1084, 1084]);
  const front =
    repeat(3, (at) =>
      cone(
        at % 2 ? random.between(10, 90) : random.between(930, 1010),
        random.between(1000, 1040),
        random.between(1.6, 2),
      ),
    ) +
    pipes(pipesLeft ? -10 : 900, 1040, 1.2) +
    repeat(3, () =>
      stone(
        random,
        random.between(150, 880),
        random.between(1020, 1050),
        random.between(0.4, 0.7),
        tint("#b08a78"),
      ),
    );
  return {
    backdrops: [
      { depth: 0.1, svg: skyLayer },
      { depth: 0.16, svg: cloudLayer },
      { depth: 0.26, svg: far },
      { depth: 0.42, svg: house },
      { depth: 0.55, svg: hill(back, tint("#f0c48a"), tint("#c58a5c"), "#fff2d0", 0.5) + heap.defs + heaps },
      {
        depth: 0.75,
        svg: hill(ground, tint("#ffd79c"), tint("#b97a50"), "#fff6dc", 0.6) + pebbles + ruts + props,
      },
      { depth: 1.12, svg: front },
    ],
    floor: 930,
    ground: null,
    medium: "ground",
    company: ["toolbox", "wheelbarrow", "bucket", "dog-face", "cat-face", "traffic-cone"],
  };
};
