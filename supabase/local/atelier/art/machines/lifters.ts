import { mix } from "../colour.ts";
import type { Drawing } from "./kit.ts";

const YELLOW = "#ffb81f";

/** Machines that lift people and loads. */
export const LIFTERS: Record<string, Drawing> = {
  forklift: {
    colour: YELLOW,
    draw: (k) =>
      [
        k.stroke("M104,6v96M114,6v96", "#5c4d7c", 5),
        k.stroke("M104,14h10M104,34h10M104,54h10", "#8f83ad", 3),
        k.part(
          "fork",
          k.stroke("M116,60v32h36", "#8f83ad", 6) +
            `<rect x="122" y="54" width="30" height="34" rx="3" fill="${k.soil}"/>` +
            k.stroke("M122,66h30M137,54v34", "#e8b98a", 2.6, 0.8),
        ),
        k.fill("M18,56q0-8 8-8h28l8,18h36q6,0 6,6v20H18Z", k.paint),
        k.stroke("M40,46L48,14H90L98,66", "#463a63", 5),
        `<rect x="44" y="9" width="52" height="7" rx="3.5" fill="${k.paint2}"/>`,
        k.fill("M62,64q-2,-16 4,-18q6,-1 7,8l14,2v8Z", k.dark),
        k.stroke("M82,60l8,-14", "#6a5a86", 3),
        k.beacon(58, 9),
        k.hazard(20, 84, 30, 5),
        k.wheel(38, 94, 15),
        k.wheel(92, 94, 15),
      ].join(""),
  },
  "mobile-crane": {
    colour: "#ffc42e",
    draw: (k) =>
      [
        k.part(
          "boom",
          k.fill("M52,52L134,-14l6,7L60,62Z", k.paint2) +
            `<path d="M58,55L132,-5" stroke="#fff" stroke-width="3" stroke-dasharray="9 6" opacity=".55"/>`,
        ),
        k.part("hook", k.hook(136, -8, 18)),
        k.part("ram boom", k.piston([66, 66], [92, 36])),
        k.box(26, 44, 44, 26, 6),
        k.cab(58, 38, 26, 32),
        `<rect x="6" y="70" width="146" height="16" rx="5" fill="${k.paint}"/>`,
        k.hazard(10, 80, 60, 5),
        k.cab(122, 48, 32, 36),
        k.lamp(150, 72),
        k.beacon(136, 48),
        ...[24, 52, 108, 136].map((x) => k.wheel(x, 94, 14)),
      ].join(""),
  },
  "tower-crane": {
    colour: YELLOW,
    draw: (k) =>
      [
        k.stroke("M71,-66L24,-44M71,-66L158,-44", mix(k.main, "#b02a62", 0.35), 2),
        k.lattice([80, 100], [80, -44], 18, 12),
        k.lattice([14, -44], [164, -44], 10, 13),
        k.fill("M62,-34L71,-68L80,-34Z", k.paint2),
        k.box(10, -42, 20, 22, 3, k.grey),
        k.cab(80, -34, 20, 26),
        k.part(
          "load",
          k.hook(142, -34, 8) +
            `<rect x="124" y="38" width="36" height="16" rx="2" fill="${k.soil}"/>` +
            k.stroke("M142,24L127,38M142,24L157,38", "#463a63", 1.8) +
            k.stroke("M127,43h30M127,48h30", "#e8b98a", 1.6, 0.8),
        ),
        `<rect x="42" y="98" width="58" height="12" rx="3" fill="${k.grey}"/>`,
        k.hazard(46, 102, 50, 5),
        k.beacon(71, -66),
      ].join(""),
  },
  telehandler: {
    colour: YELLOW,
    draw: (k) =>
      [
        k.part(
          "boom",
          k.arm(
            [
              [24, 52],
              [98, 20],
            ],
            12,
          ),
        ),
        k.part(
          "inner",
          k.arm(
            [
              [92, 23],
              [134, 5],
            ],
            8,
            mix(k.main, "#e0701a", 0.3),
          ),
        ),
        k.part(
          "reach",
          k.stroke("M134,2L140,26h22", "#8f83ad", 5) +
            `<rect x="142" y="2" width="22" height="22" rx="2" fill="${k.soil}"/>` +
            k.stroke("M142,9h22M153,2v22", "#e8b98a", 2, 0.8),
        ),
        k.part("ram boom", k.piston([62, 70], [76, 34])),
        k.fill("M14,54q0-6 6-6h30v36H16Z", k.paint),
        k.box(44, 60, 84, 24, 6),
        k.cab(52, 32, 34, 46),
        k.beacon(66, 32),
        k.vents(96, 68, 22, 2),
        k.hazard(18, 76, 26, 5),
        k.wheel(38, 89, 20),
        k.wheel(110, 89, 20),
      ].join(""),
  },
  "cherry-picker": {
    colour: "#ff9f2e",
    draw: (k) =>
      [
        k.part(
          "boom",
          k.arm(
            [
              [50, 62],
              [22, 10],
              [96, -22],
            ],
            9,
          ),
        ),
        k.part("ram boom", k.piston([48, 46], [32, 20])),
        k.part("boom", k.pin(22, 10, 4)),
        k.part(
          "basket",
          k.stroke("M96,-22V-6", "#8f83ad", 5) +
            k.box(82, -8, 40, 22, 4) +
            k.stroke("M84,-8V-26H120V-8M102,-26V-8", "#8f83ad", 3) +
            k.hazard(84, 6, 36, 5),
        ),
        `<rect x="4" y="72" width="146" height="13" rx="5" fill="${k.dark}"/>`,
        k.box(8, 60, 86, 16, 5),
        `<rect x="36" y="48" width="30" height="14" rx="4" fill="${k.paint2}"/>`,
        k.box(98, 44, 54, 40, 7),
        k.cab(98, 28, 42, 44),
        k.lamp(148, 64),
        k.beacon(112, 28),
        k.wheel(30, 92, 16),
        k.wheel(70, 92, 16),
        k.wheel(126, 92, 16),
      ].join(""),
  },
  "crawler-crane": {
    colour: "#ff8f3a",
    draw: (k) =>
      [
        k.lattice([78, 66], [142, -44], 9, 12),
        k.stroke("M40,46L54,6L138,-42", mix(k.main, "#b02a62", 0.35), 2),
        k.stroke("M44,52L54,6L66,52", "#6a5a86", 4),
        k.part("hook", k.hook(144, -40, 2)),
        `<rect x="44" y="70" width="40" height="12" rx="3" fill="${k.dark}"/>`,
        k.box(8, 42, 66, 32, 7),
        k.box(8, 48, 16, 26, 5, k.grey),
        k.vents(30, 52, 18),
        k.hazard(28, 68, 28, 5),
        k.cab(66, 36, 28, 38),
        k.track(14, 80, 96, 28),
      ].join(""),
  },
  "concrete-pump": {
    colour: "#ff5f5f",
    draw: (k) =>
      [
        k.part(
          "boom",
          k.arm(
            [
              [38, 60],
              [16, 2],
              [92, -24],
              [134, 22],
            ],
            9,
            "#f4f0fb",
          ) +
            k.stroke("M44,60L22,8L92,-17L128,26V58", "#ff5d73", 4) +
            k.pin(16, 2, 4) +
            k.pin(92, -24, 4) +
            k.fill("M132,56h12l-2,12q-4,4 -8,0Z", k.dark),
        ),
        `<rect x="4" y="74" width="146" height="11" rx="4" fill="${k.dark}"/>`,
        k.box(12, 58, 80, 20, 5),
        k.fill("M-6,54H18L14,78H0Z", k.steel),
        `<rect x="26" y="44" width="28" height="16" rx="4" fill="${k.paint2}"/>`,
        k.box(98, 44, 54, 40, 7),
        k.cab(98, 28, 42, 44),
        k.lamp(148, 64),
        k.beacon(112, 28),
        ...[22, 48, 74, 126].map((x) => k.wheel(x, 93, 15)),
      ].join(""),
  },
};
