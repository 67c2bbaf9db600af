import type { Drawing } from "./kit.ts";

/** Machines that make the road. */
export const ROLLERS: Record<string, Drawing> = {
  "road-roller": {
    colour: "#ffb81f",
    draw: (k) =>
      [
        `<circle cx="122" cy="80" r="29" fill="${k.steel}"/><circle cx="122" cy="80" r="22" fill="none" stroke="#fff" stroke-width="2" opacity=".6"/><circle cx="122" cy="80" r="9" fill="${k.dark}"/>${k.spokes(122, 80, 27, 1)}`,
        k.arm(
          [
            [122, 80],
            [104, 54],
            [84, 58],
          ],
          9,
        ),
        k.pin(122, 80, 4),
        k.fill("M22,48h66q8,0 9,8v24H20V54q0-6 2-6Z", k.paint),
        k.vents(30, 58, 22, 2),
        `<rect x="50" y="10" width="48" height="6" rx="3" fill="${k.paint2}"/>`,
        k.stroke("M56,16v34M92,16v34", "#6a5a86", 4),
        `<rect x="60" y="20" width="28" height="24" rx="3" fill="${k.glass}" opacity=".75"/>`,
        k.beacon(74, 10),
        k.wheel(42, 84, 25),
      ].join(""),
  },
  "plate-compactor": {
    colour: "#ffb81f",
    draw: (k) =>
      [
        k.stroke("M56,58Q28,40 18,-22M44,66Q20,46 8,-16", "#463a63", 6),
        k.stroke("M4,-22H28", "#ff6f5f", 10),
        k.fill("M24,90H138L148,104q2,6 -4,6H30q-6,0 -10,-6Z", k.steel),
        k.stroke("M30,94H136", "#fff", 3, 0.7),
        `<rect x="44" y="76" width="82" height="16" rx="6" fill="${k.dark}"/>`,
        k.box(40, 40, 48, 38, 9),
        k.vents(50, 52, 26, 3),
        k.box(84, 50, 42, 28, 7, k.grey),
        `<circle cx="105" cy="64" r="11" fill="${k.dark}"/><circle cx="105" cy="64" r="4.6" fill="#ece6f7"/>`,
        k.box(58, 26, 34, 16, 6, k.paint2),
        k.stroke("M112,50V34h12", "#6a5a86", 5),
        k.stroke("M40,44V22H134V78", "#463a63", 5),
        k.hazard(46, 68, 36, 6),
      ].join(""),
  },
  paver: {
    colour: "#ffc42e",
    draw: (k) =>
      [
        k.fill("M96,44L160,36L152,82H104Z", k.steel),
        k.fill("M100,46Q116,26 134,36Q146,28 158,38Z", k.dark),
        k.stroke("M104,52L154,46", "#fff", 2.4, 0.7),
        k.fill("M22,52q0-8 8-8h66v38H22Z", k.paint),
        k.vents(34, 56, 24),
        k.hazard(30, 74, 60, 5),
        `<rect x="24" y="4" width="72" height="7" rx="3.5" fill="${k.paint2}"/>`,
        k.stroke("M32,11v34M88,11v34", "#6a5a86", 4.4),
        k.fill("M50,46q-3,-18 4,-20q7,0 8,9l12,3v8Z", k.dark),
        k.stroke("M76,44l6,-14", "#6a5a86", 3.4),
        k.beacon(58, 4),
        k.arm(
          [
            [24, 72],
            [6, 94],
          ],
          7,
        ),
        k.fill("M-14,92H26V106H-14Z", k.steel),
        k.fill("M-40,104H-8V110H-40Z", k.dark),
        k.track(30, 80, 92, 28),
      ].join(""),
  },
};
