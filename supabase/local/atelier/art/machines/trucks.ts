import { mix } from "../colour.ts";
import { contentId } from "../paint.ts";
import type { Drawing, Kit } from "./kit.ts";

const DRUM = "M4,38Q8,28 22,24L64,12Q88,10 92,30V54Q90,72 68,72L22,62Q8,58 4,50Z";
/** How far the bands on a drum go until they are where they were. */
const BAND_WAY = 120;

/** Machines that carry things along the road. */
export const TRUCKS: Record<string, Drawing> = {
  "dump-truck": {
    colour: "#ffa51f",
    draw: (k) =>
      [
        k.part(
          "bed",
          k.fill("M6,30L96,24L98,70H20Q8,70 6,56Z", k.paint) +
            k.fill("M10,30Q30,8 48,18Q62,4 92,25L94,27L10,33Z", k.soil) +
            k.fill("M6,30L96,24L96.6,31L7,37Z", "#fff", 0.35) +
            [24, 42, 60, 78]
              .map((x) => k.stroke(`M${x},38v28`, mix(k.main, "#b02a62", 0.35), 4, 0.6))
              .join(""),
        ),
        `<rect x="14" y="70" width="136" height="12" rx="4" fill="${k.dark}"/>`,
        k.part("bed", k.fill("M84,20L118,20L118,26L88,27Z", k.paint2)),
        k.box(108, 48, 42, 36, 6),
        k.cab(102, 28, 34, 42),
        k.lamp(146, 66),
        k.hazard(112, 78, 38, 5),
        k.wheel(34, 90, 19),
        k.wheel(74, 90, 19),
        k.wheel(128, 90, 19),
      ].join(""),
  },
  "concrete-mixer": {
    colour: "#ff8f3a",
    draw: (k) =>
      [
        `<rect x="8" y="74" width="142" height="11" rx="4" fill="${k.dark}"/>`,
        k.part(
          "drum",
          `<g transform="rotate(-14 58 46)">${k.fill(DRUM, k.grey)}${drumBands(k)}${k.stroke("M22,27L70,15", "#fff", 4, 0.7)}</g>`,
        ),
        k.fill("M2,62L14,60L8,84H-4Z", k.steel),
        k.fill("M24,76l8,-16h8l8,16Z", k.paint2),
        k.box(106, 42, 46, 42, 7),
        k.cab(104, 30, 40, 44),
        k.lamp(148, 66),
        k.beacon(122, 30),
        k.wheel(26, 92, 16),
        k.wheel(60, 92, 16),
        k.wheel(128, 92, 16),
      ].join(""),
  },
  "mini-dumper": {
    colour: "#ffc42e",
    draw: (k) =>
      [
        `<rect x="34" y="68" width="96" height="14" rx="5" fill="${k.dark}"/>`,
        k.part(
          "bed",
          k.fill("M72,40L150,30Q154,52 140,70H92Q76,66 72,40Z", k.paint) +
            k.fill("M76,41Q92,14 112,24Q126,12 148,32Z", k.soil) +
            k.fill("M71,40L151,29.6L151.4,36L73,46Z", "#fff", 0.35),
        ),
        k.box(22, 56, 48, 26, 7),
        k.vents(28, 64, 16, 2),
        k.fill("M38,56q-3,-20 6,-22q7,0 8,10l12,3v9Z", k.dark),
        k.stroke("M68,56l6,-18M68,36l10,4", "#6a5a86", 3.4),
        k.stroke("M28,56V18q0,-6 6,-6h22", "#463a63", 5),
        k.beacon(54, 12),
        k.hazard(26, 76, 30, 5),
        k.wheel(44, 92, 17),
        k.wheel(116, 92, 17),
      ].join(""),
  },
  "tow-truck": {
    colour: "#4fa8ff",
    draw: (k) =>
      [
        `<rect x="2" y="74" width="146" height="11" rx="4" fill="${k.dark}"/>`,
        k.box(4, 60, 86, 18, 5),
        k.arm(
          [
            [62, 60],
            [14, 14],
          ],
          9,
          "#ffb81f",
        ),
        k.piston([50, 60], [34, 38]),
        k.part("hook", k.hook(12, 16, 38)),
        `<rect x="56" y="44" width="26" height="18" rx="4" fill="${k.paint2}"/>`,
        k.box(86, 40, 62, 44, 8),
        k.cab(84, 22, 46, 46),
        k.beacon(96, 22),
        k.beacon(108, 22),
        k.lamp(145, 62),
        k.hazard(8, 68, 44, 5),
        k.wheel(32, 91, 17),
        k.wheel(116, 91, 17),
      ].join(""),
  },
  "garbage-truck": {
    colour: "#4cbf5f",
    draw: (k) =>
      [
        `<rect x="6" y="74" width="146" height="11" rx="4" fill="${k.dark}"/>`,
        k.part("gate", k.fill("M0,72L4,40Q6,30 18,28V80H8Z", k.dark)),
        k.fill("M14,24Q14,16 24,16H88q8,0 8,8V76H14Z", k.paint),
        k.stroke("M32,22v48M50,22v48M68,22v48M86,22v48", mix(k.main, "#123a7c", 0.35), 4, 0.5),
        k.fill("M20,18h70v5H18Z", "#fff", 0.35),
        `<circle cx="54" cy="46" r="13" fill="#fff" opacity=".9"/>`,
        k.stroke("M48,50l6,-11l6,11Z", "#3fae55", 4),
        k.box(100, 44, 52, 40, 7),
        k.cab(100, 24, 44, 46),
        k.beacon(118, 24),
        k.lamp(148, 64),
        k.wheel(30, 91, 17),
        k.wheel(66, 91, 17),
        k.wheel(126, 91, 17),
      ].join(""),
  },
  "snow-plough": {
    colour: "#ff6f4a",
    draw: (k) =>
      [
        `<rect x="6" y="74" width="130" height="11" rx="4" fill="${k.dark}"/>`,
        k.fill("M6,40L74,40L70,74H16Z", k.grey),
        k.fill("M10,42Q24,24 40,32Q54,20 71,42Z", "#ffffff"),
        k.box(78, 42, 48, 42, 7),
        k.cab(76, 20, 42, 48),
        k.beacon(92, 20),
        k.hazard(20, 66, 46, 6),
        k.part(
          "blade",
          k.arm(
            [
              [116, 84],
              [138, 84],
            ],
            7,
            "#8f83ad",
          ) +
            k.fill("M134,52Q160,62 148,86Q146,100 160,108L136,110Q124,84 134,52Z", "#ffcf33") +
            k.fill("M134,52Q160,62 148,86L142,84Q148,66 133,60Z", "#fff", 0.5) +
            k.fill("M140,110q6,-12 18,-8q14,-4 18,8Z", "#ffffff"),
        ),
        k.wheel(36, 91, 18),
        k.wheel(106, 91, 18),
      ].join(""),
  },
};

/** Bands that run along the drum as it turns, in at one end and out at the other; at rest two are seen. */
function drumBands(k: Kit): string {
  if (!k.turned)
    return (
      k.fill("M34,21L48,17Q44,44 54,69L40,66Q30,44 34,21Z", "#ff5d73") +
      k.fill("M62,13L76,12Q70,44 80,69L66,72Q56,44 62,13Z", k.main)
    );
  const id = contentId(DRUM);
  const band = (left: number, fill: string) => {
    const x = ((left + 24 + k.turned * BAND_WAY) % BAND_WAY) - 24;
    return `<path d="M0,8H14Q9,44 19,76H5Q-5,44 0,8Z" fill="${fill}" transform="translate(${x.toFixed(1)} 0)"/>`;
  };
  return `<defs><clipPath id="${id}"><path d="${DRUM}"/></clipPath></defs><g clip-path="url(#${id})">${band(34, "#ff5d73")}${band(62, k.main)}${band(94, "#ff5d73")}</g>`;
}
