import { mix } from "../colour.ts";
import type { Drawing, Kit } from "./kit.ts";

/** Machines that bore into the ground. */
export const BORERS: Record<string, Drawing> = {
  "tunnel-borer": {
    colour: "#ffb81f",
    draw: (k) =>
      [
        `<rect x="-44" y="92" width="170" height="12" rx="5" fill="${k.dark}"/>`,
        ...[-28, 4, 36, 68, 100].map((x) => k.wheel(x, 101, 9)),
        k.fill("M-50,30H126V92H-50Z", k.paint),
        k.fill("M-50,30H126V38H-50Z", "#fff", 0.4),
        k.fill("M-50,78H126V92H-50Z", k.paint2),
        ...[-22, 16, 54].map((x) => k.stroke(`M${x},32v58`, mix(k.main, "#b02a62", 0.35), 3, 0.45)),
        k.hazard(-48, 72, 168, 7),
        ...[-36, 0].map((x) => k.box(x, 44, 24, 18, 5, k.glass)),
        k.vents(68, 46, 40),
        k.box(-46, 14, 44, 18, 5, k.grey),
        k.beacon(-24, 14),
        `<rect x="122" y="8" width="26" height="102" rx="10" fill="${k.dark}"/>`,
        `<ellipse cx="152" cy="59" rx="26" ry="54" fill="${k.steel}"/><ellipse cx="154" cy="59" rx="20" ry="46" fill="${k.paint2}"/>`,
        k.part(
          "cutter",
          k.stroke("M154,14V104M138,34L170,84M138,84L170,34", "#ece6f7", 6) +
            [
              [154, 18],
              [154, 100],
              [140, 36],
              [168, 82],
              [140, 82],
              [168, 36],
            ]
              .map(([x = 0, y = 0]) => k.pin(x, y, 5))
              .join(""),
        ),
        `<circle cx="154" cy="59" r="10" fill="${k.dark}"/><circle cx="152" cy="57" r="4" fill="#ece6f7"/>`,
      ].join(""),
  },
  "drilling-rig": {
    colour: "#ff8f3a",
    draw: (k) =>
      [
        k.lattice([110, 88], [110, -34], 16, 11),
        `<rect x="92" y="-44" width="20" height="12" rx="3" fill="${k.dark}"/>`,
        k.part("drill", drill(k, 102, -20, 104)),
        k.piston([74, 62], [94, 14]),
        `<rect x="40" y="70" width="40" height="12" rx="3" fill="${k.dark}"/>`,
        k.box(6, 40, 58, 34, 8),
        k.vents(14, 50, 20),
        k.hazard(10, 66, 28, 5),
        k.cab(56, 26, 32, 46),
        k.beacon(72, 26),
        k.track(6, 80, 84, 28),
      ].join(""),
  },
};

function drill(k: Kit, x: number, top: number, bottom: number): string {
  const turns = Array.from({ length: 9 }, (_, at) => {
    const y = bottom - 10 - at * 9;
    return k.fill(`M${x - 9},${y}q9,7 18,-1l0,4q-9,7 -18,1Z`, k.steel);
  });
  return `<rect x="${x - 3}" y="${top}" width="6" height="${bottom - top - 6}" fill="${k.steel}"/>${turns.join("")}${k.fill(`M${x - 7},${bottom - 8}h14L${x},${bottom + 6}Z`, k.dark)}`;
}
