import { darken, lighten, mix } from "../colour.ts";
import type { Drawing, Kit } from "../machines/kit.ts";

/** Sea animals and vessels that neither icon set has. */
export const SEA_OBJECTS: Record<string, Drawing> = {
  starfish: { colour: "#ff8a5c", draw: starfish },
  seahorse: { colour: "#ffb13d", draw: seahorse },
  submarine: {
    colour: "#ffc42e",
    draw: (k) =>
      [
        k.stroke("M84,14V-14H100", "#8f83ad", 6),
        `<rect x="96" y="-20" width="12" height="12" rx="3" fill="${k.steel}"/><circle cx="108" cy="-14" r="4.4" fill="${k.glass}"/>`,
        k.fill("M58,30L64,8q1,-4 6,-4h26q5,0 6,4l6,22Z", k.paint2),
        k.fill("M4,62L-14,38q-4,-6 4,-6h8L18,52Z", k.paint2),
        k.fill("M4,66L-14,92q-4,6 4,6h8L18,76Z", k.paint2),
        `<ellipse cx="-16" cy="65" rx="6" ry="17" fill="${k.steel}"/>`,
        `<rect x="2" y="24" width="152" height="82" rx="41" fill="${k.paint}"/>`,
        k.fill("M26,36Q78,22 130,36Q118,30 100,29H54Q38,30 26,36Z", "#fff", 0.5),
        k.fill("M8,82Q78,108 148,82Q138,106 112,106H44Q18,106 8,82Z", mix(k.main, "#b02a62", 0.45), 0.55),
        ...[44, 80, 116].map((x) => porthole(k, x, 62)),
        k.stroke("M24,90h20", "#fff", 3, 0.4),
      ].join(""),
  },
};

function porthole(k: Kit, x: number, y: number): string {
  return `<circle cx="${x}" cy="${y}" r="15" fill="${k.steel}"/><circle cx="${x}" cy="${y}" r="11" fill="${k.glass}"/>${k.fill(`M${x - 7},${y - 2}q2,-6 8,-6l-6,9Z`, "#fff", 0.7)}`;
}

function starfish(k: Kit): string {
  const points = Array.from({ length: 10 }, (_, at) => {
    const angle = (at * Math.PI) / 5 - Math.PI / 2;
    const reach = at % 2 ? 31 : 74;
    return [80 + reach * Math.cos(angle), 50 + reach * Math.sin(angle)] as const;
  });
  const [first = [0, 0]] = points;
  const middle = (a: readonly [number, number], b: readonly [number, number]) =>
    `${((a[0] + b[0]) / 2).toFixed(1)},${((a[1] + b[1]) / 2).toFixed(1)}`;
  const outline = points
    .map(
      (point, at) =>
        `Q${point[0].toFixed(1)},${point[1].toFixed(1)} ${middle(point, points[(at + 1) % 10] ?? point)}`,
    )
    .join("");
  const body = k.round(lighten(k.main, 0.3), k.main, mix(k.main, "#b02a62", 0.5), 0.6);
  const dots = Array.from({ length: 5 }, (_, arm) => {
    const angle = (arm * 2 * Math.PI) / 5 - Math.PI / 2;
    return [34, 44, 53].map((reach, at) => {
      const x = (80 + reach * Math.cos(angle)).toFixed(1);
      const y = (50 + reach * Math.sin(angle)).toFixed(1);
      return `<circle cx="${x}" cy="${y}" r="${3.4 - at * 0.6}" fill="#fff" opacity=".7"/>`;
    });
  }).flat();
  return `<path d="M${middle(points[9] ?? first, first)}${outline}Z" fill="${body}" stroke="${body}" stroke-width="16" stroke-linejoin="round"/>${dots.join("")}${face(k, 80, 48)}`;
}

function seahorse(k: Kit): string {
  const body = k.round(lighten(k.main, 0.35), k.main, mix(k.main, "#c2356b", 0.55), 0.55);
  const rings = [60, 72, 84, 95].map((y, at) =>
    k.stroke(`M${66 + at * 2},${y}q12,5 ${24 - at * 3},-1`, darken(k.main, 0.22), 2.4, 0.4),
  );
  return [
    k.fill("M58,44Q26,42 34,74Q44,72 48,66Q48,80 58,80Z", mix(k.main, "#ff5f9a", 0.45), 0.95),
    k.stroke("M54,52Q44,56 42,66M56,60Q50,64 49,70", "#fff", 2, 0.5),
    k.fill("M72,-22l6,10l8,-8l3,12l10,-3l-4,14Z", mix(k.main, "#ff5f9a", 0.5)),
    k.stroke("M84,96Q82,122 62,124Q44,122 48,108Q54,98 62,106", k.main, 13),
    k.fill(
      "M86,-14Q66,-14 62,8Q60,20 66,30Q50,44 54,70Q58,96 80,106Q96,104 92,92Q104,78 104,58Q104,40 94,32Q102,28 104,20L132,24Q140,22 138,14Q136,9 130,10L106,6Q102,-14 86,-14Z",
      body,
    ),
    k.fill("M78,48Q98,52 96,74Q92,88 82,92Q70,70 78,48Z", lighten(k.main, 0.5), 0.7),
    ...rings,
    `<ellipse cx="92" cy="6" rx="6" ry="8" fill="#3d2a38"/><circle cx="90" cy="3" r="2.4" fill="#fff"/>`,
    `<ellipse cx="86" cy="19" rx="6" ry="3.8" fill="#ff5f7a" opacity=".5"/>`,
  ].join("");
}

function face(k: Kit, x: number, y: number): string {
  return [
    `<ellipse cx="${x - 13}" cy="${y}" rx="4.6" ry="6.6" fill="#4a1a30"/><ellipse cx="${x + 13}" cy="${y}" rx="4.6" ry="6.6" fill="#4a1a30"/>`,
    `<circle cx="${x - 14.4}" cy="${y - 2.6}" r="1.8" fill="#fff"/><circle cx="${x + 11.6}" cy="${y - 2.6}" r="1.8" fill="#fff"/>`,
    k.stroke(`M${x - 7},${y + 9}q7,7 14,0`, "#4a1a30", 3),
    `<ellipse cx="${x - 21}" cy="${y + 9}" rx="5" ry="3.2" fill="#ff4f6f" opacity=".55"/><ellipse cx="${x + 21}" cy="${y + 9}" rx="5" ry="3.2" fill="#ff4f6f" opacity=".55"/>`,
  ].join("");
}
