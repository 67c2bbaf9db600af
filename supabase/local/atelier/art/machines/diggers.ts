import { mix } from "../colour.ts";
import type { Drawing } from "./kit.ts";

const YELLOW = "#ffb81f";

/** Machines that move earth. */
export const DIGGERS: Record<string, Drawing> = {
  excavator: {
    colour: YELLOW,
    draw: (k) =>
      [
        k.part(
          "boom",
          k.arm(
            [
              [86, 62],
              [112, 18],
              [140, 44],
            ],
            11,
          ),
        ),
        k.part("ram boom", k.piston([92, 66], [106, 34])),
        k.part("boom", k.piston([112, 22], [132, 32])),
        k.part(
          "stick",
          k.arm(
            [
              [138, 40],
              [146, 72],
            ],
            8,
            mix(k.main, "#e0701a", 0.25),
          ),
        ),
        k.part(
          "bucket",
          k.fill("M134,68L154,66Q158,84 146,90Q132,92 128,80Z", k.dark) +
            k.fill("M130,82l-4,8l7,-2l1,6l6,-4l3,5l5,-6Z", k.steel),
        ),
        k.part("boom", k.pin(112, 18) + k.pin(139, 42)),
        k.part("stick", k.pin(146, 70)),
        `<rect x="44" y="70" width="34" height="12" rx="3" fill="${k.dark}"/>`,
        k.box(14, 44, 66, 30, 8),
        k.box(14, 50, 16, 24, 6, k.paint2),
        k.vents(36, 52, 16),
        k.hazard(16, 68, 24, 5),
        k.cab(60, 26, 32, 46),
        k.beacon(74, 26),
        k.track(16, 80, 88, 28),
      ].join(""),
  },
  bulldozer: {
    colour: YELLOW,
    draw: (k) =>
      [
        k.fill("M28,52h64q6,0 8,6l6,24H22V58q0-6 6-6Z", k.paint),
        k.box(62, 50, 42, 26, 5),
        `<rect x="84" y="28" width="6" height="24" rx="3" fill="${k.dark}"/>`,
        k.stroke("M84,30q0,-6 7,-7", "#463a63", 5),
        k.vents(70, 58, 26, 2),
        k.cab(28, 20, 34, 50),
        k.beacon(44, 20),
        k.part("ram blade", k.piston([98, 66], [126, 74])),
        k.part(
          "blade",
          k.arm(
            [
              [84, 92],
              [128, 92],
            ],
            8,
            mix(k.main, "#b02a62", 0.3),
          ) +
            k.fill("M124,50Q142,60 136,84Q134,100 150,106L128,108Q118,80 124,50Z", k.steel) +
            k.stroke("M124,50Q142,60 136,84", "#fff", 2.4, 0.8),
        ),
        k.track(14, 76, 92, 32),
      ].join(""),
  },
  "wheel-loader": {
    colour: YELLOW,
    draw: (k) =>
      [
        k.fill("M12,54q0-8 8-8h34v36H14Z", k.paint),
        k.vents(20, 56, 18),
        `<rect x="50" y="64" width="54" height="20" rx="5" fill="${k.paint2}"/>`,
        k.cab(46, 14, 36, 58),
        k.beacon(62, 14),
        k.part(
          "boom",
          k.arm(
            [
              [84, 62],
              [114, 54],
              [132, 76],
            ],
            9,
          ),
        ),
        k.part("ram boom", k.piston([86, 72], [120, 66])),
        k.part(
          "bucket",
          k.fill("M126,66L156,70L152,98H130Q122,84 126,66Z", k.steel) +
            k.fill("M128,68Q140,50 155,70Z", k.soil) +
            k.fill("M130,98h24l4,4h-26Z", k.dark),
        ),
        k.wheel(32, 88, 21),
        k.wheel(94, 88, 21),
      ].join(""),
  },
  "backhoe-loader": {
    colour: YELLOW,
    draw: (k) =>
      [
        k.part(
          "boom",
          k.arm(
            [
              [34, 62],
              [16, 22],
              [-8, 40],
            ],
            9,
          ),
        ),
        k.part("ram boom", k.piston([30, 52], [20, 30])),
        k.part(
          "stick",
          k.arm(
            [
              [-7, 38],
              [-12, 66],
            ],
            7,
            mix(k.main, "#e0701a", 0.25),
          ),
        ),
        k.part(
          "bucket",
          k.fill("M-20,62L-3,64Q0,80 -10,86Q-22,84 -22,74Z", k.dark) +
            k.fill("M-20,76l-3,10l7,-3l2,6l5,-6l5,3Z", k.steel),
        ),
        k.part("boom", k.pin(16, 22) + k.pin(-8, 40)),
        `<rect x="28" y="66" width="76" height="18" rx="4" fill="${k.paint2}"/>`,
        k.box(82, 46, 44, 32, 7),
        k.vents(94, 55, 22),
        k.cab(38, 10, 44, 62),
        k.beacon(58, 10),
        k.part(
          "arms",
          k.arm(
            [
              [84, 66],
              [122, 62],
              [138, 82],
            ],
            7,
          ),
        ),
        k.part("ram arms", k.piston([92, 76], [124, 74])),
        k.part(
          "shovel",
          k.fill("M134,70L160,74L157,102H137Q129,88 134,70Z", k.steel) +
            k.fill("M136,72Q146,60 159,75Z", k.soil),
        ),
        k.wheel(46, 86, 23),
        k.wheel(112, 93, 16),
      ].join(""),
  },
  "skid-steer": {
    colour: "#ff8f3a",
    draw: (k) =>
      [
        k.fill("M22,52q0-8 8-8h52q8,0 10,8l8,34H22Z", k.paint),
        k.vents(28, 54, 14, 2),
        k.fill("M40,46L46,14q1,-4 5,-4h34q5,0 6,5l7,42H40Z", k.dark),
        k.fill("M48,44L53,18h30l6,34Z", k.glass),
        k.fill("M54,22h8l-8,22Z", "#fff", 0.5),
        k.beacon(66, 10),
        k.part(
          "boom",
          k.arm(
            [
              [24, 38],
              [86, 40],
              [118, 60],
              [126, 84],
            ],
            10,
          ),
        ),
        k.part("ram boom", k.piston([62, 66], [104, 60])),
        k.pin(24, 38, 4),
        k.part(
          "bucket",
          k.fill("M120,74L154,76L152,104H124Q116,90 120,74Z", k.steel) +
            k.fill("M122,76Q138,58 153,77Z", k.soil),
        ),
        k.hazard(30, 70, 26, 5),
        k.wheel(42, 90, 19),
        k.wheel(86, 90, 19),
      ].join(""),
  },
  "mini-excavator": {
    colour: "#ffc42e",
    draw: (k) =>
      [
        k.part(
          "boom",
          k.arm(
            [
              [86, 66],
              [116, 30],
              [140, 52],
            ],
            9,
          ),
        ),
        k.part("ram boom", k.piston([92, 70], [108, 44])),
        k.part(
          "stick",
          k.arm(
            [
              [139, 50],
              [142, 76],
            ],
            7,
            mix(k.main, "#e0701a", 0.25),
          ),
        ),
        k.part("bucket", k.fill("M132,72L150,71Q153,86 143,92Q130,94 127,84Z", k.dark)),
        k.part("boom", k.pin(116, 30) + k.pin(139, 51)),
        `<rect x="46" y="76" width="34" height="10" rx="3" fill="${k.dark}"/>`,
        k.fill("M26,58q0,-10 10,-10h50q8,0 8,8v22H32q-6,0 -6,-8Z", k.paint),
        k.vents(34, 58, 16, 2),
        k.fill("M54,50q-2,-16 5,-18q6,-1 7,9l12,3v8Z", k.dark),
        k.stroke("M82,48l6,-14", "#6a5a86", 3.2),
        k.stroke("M42,48V8M90,50L84,8", "#463a63", 5),
        `<rect x="32" y="2" width="64" height="8" rx="4" fill="${k.paint2}"/>`,
        k.beacon(62, 2),
        k.fill("M112,88h10q10,8 6,22h-16Z", k.steel),
        k.arm(
          [
            [98, 96],
            [116, 98],
          ],
          6,
        ),
        k.track(22, 84, 88, 26),
      ].join(""),
  },
  grader: {
    colour: YELLOW,
    draw: (k) =>
      [
        k.arm(
          [
            [62, 66],
            [100, 52],
            [150, 74],
          ],
          9,
        ),
        k.box(6, 46, 50, 32, 7),
        k.vents(14, 54, 22),
        `<rect x="18" y="30" width="6" height="18" rx="3" fill="${k.dark}"/>`,
        k.cab(52, 18, 36, 54),
        k.beacon(68, 18),
        k.part(
          "blade",
          k.piston([104, 54], [104, 78]) +
            `<circle cx="104" cy="80" r="12" fill="none" stroke="${k.main}" stroke-width="5"/>` +
            k.fill("M84,84Q76,98 88,106L126,106Q116,98 120,84Z", k.steel) +
            k.stroke("M88,88h28", "#fff", 2.4, 0.7),
        ),
        k.box(142, 66, 16, 14, 3, k.paint2),
        k.wheel(22, 92, 17),
        k.wheel(58, 92, 17),
        k.wheel(146, 93, 16),
      ].join(""),
  },
};
