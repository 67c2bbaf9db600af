import { lighten, mix } from "../colour.ts";
import type { Drawing, Kit } from "./kit.ts";

/** Trains and what hangs from a cable: whole from end to end, which their icons are not. */
export const TRAINS: Record<string, Drawing> = {
  "high-speed-train": {
    colour: "#ff5f6d",
    draw: (k) =>
      [
        undercarriage(k, [-34, -12, 62, 84, 128, 150]),
        k.fill("M-54,94V40q0,-12 12,-12H112Q168,28 206,76q9,14 -8,18Z", k.grey),
        k.fill("M-54,70H196L206,78q7,12 -8,16H-54Z", k.paint),
        k.fill("M-42,30H112Q150,30 180,52Q140,38 108,37H-46Q-46,32 -42,30Z", "#fff", 0.7),
        k.fill("M124,40Q154,44 178,62L146,64Q130,62 124,40Z", k.glass),
        k.fill("M134,43l8,2l6,18l-4,0Q134,60 132,50Z", "#fff", 0.5),
        ...[-44, -18, 8, 66, 92].map((x) => pane(k, x, 44, 18, 16)),
        seam(k, 36, 29, 64),
        `<rect x="44" y="42" width="14" height="34" rx="4" fill="${lighten(k.main, 0.55)}"/>`,
        k.stroke("M51,42v34", mix(k.main, "#3b1d7c", 0.3), 1.6, 0.5),
        k.stroke("M-54,66H176", lighten(k.main, 0.4), 2.4, 0.9),
        `<ellipse cx="194" cy="81" rx="6" ry="3.4" fill="#fff3a8"/>`,
      ].join(""),
  },
  metro: {
    colour: "#3f8cf5",
    draw: (k) =>
      [
        undercarriage(k, [-30, -8, 140, 162]),
        k.fill("M-48,94V30q0,-12 12,-12H158q22,2 28,30l6,34q2,12 -10,12Z", k.grey),
        k.fill("M-48,72H190l2,12q1,10 -10,10H-48Z", k.paint),
        k.fill("M-38,20H156q14,1 20,12Q166,26 152,26H-42Q-42,22 -38,20Z", "#fff", 0.75),
        k.fill("M158,30q12,4 16,18l3,16H154V34q0,-4 4,-4Z", k.glass),
        k.fill("M158,33h6l-8,22Z", "#fff", 0.55),
        ...[-38, 26, 92].map((x) => pane(k, x, 36, 26, 22)),
        ...[-6, 58, 124].map((x) => doors(k, x)),
        `<rect x="-40" y="24" width="36" height="7" rx="3.5" fill="${k.main}"/>`,
        `<ellipse cx="184" cy="78" rx="5" ry="4" fill="#fff3a8"/>`,
        k.stroke("M0,18V10H44V18", "#6a5a86", 3),
      ].join(""),
  },
  "aerial-tramway": {
    colour: "#ffb81f",
    draw: (k) =>
      [
        k.stroke("M80,-66V-12M60,-12H100", "#6a5a86", 7),
        `<rect x="48" y="-76" width="64" height="14" rx="7" fill="${k.dark}"/>`,
        ...[60, 80, 100].map(
          (x) =>
            `<circle cx="${x}" cy="-78" r="8" fill="${k.steel}"/><circle cx="${x}" cy="-78" r="3" fill="#5c4d7c"/>`,
        ),
        `<rect x="18" y="-14" width="124" height="124" rx="26" fill="${k.paint}"/>`,
        k.fill("M30,-6Q80,-14 130,-6Q120,-2 110,-2H50Q40,-2 30,-6Z", "#fff", 0.6),
        ...[30, 64, 98].map((x) => pane(k, x, 8, 30, 46)),
        `<rect x="18" y="66" width="124" height="12" fill="#fff" opacity=".85"/>`,
        k.fill("M22,92H138Q132,110 114,110H46Q28,110 22,92Z", k.paint2),
      ].join(""),
  },
};

function undercarriage(k: Kit, wheels: number[]): string {
  const bogies = `<rect x="-48" y="88" width="232" height="12" rx="4" fill="${k.dark}"/>`;
  return bogies + wheels.map((x) => rim(k, x)).join("");
}

function rim(k: Kit, x: number): string {
  return `<circle cx="${x}" cy="99" r="11" fill="${k.dark}"/><circle cx="${x}" cy="99" r="6.4" fill="${k.steel}"/><circle cx="${x}" cy="99" r="2.2" fill="#5c4d7c"/>${k.spokes(x, 99, 11, 0.58)}`;
}

function pane(k: Kit, x: number, y: number, w: number, h: number): string {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="5" fill="${k.glass}"/>${k.fill(`M${x + 4},${y + 3}h6l-6,${h * 0.6}Z`, "#fff", 0.5)}`;
}

function doors(k: Kit, x: number): string {
  return `<rect x="${x}" y="32" width="28" height="58" rx="4" fill="${lighten(k.main, 0.45)}"/>${pane(k, x + 3, 38, 9, 24)}${pane(k, x + 16, 38, 9, 24)}${k.stroke(`M${x + 14},34v54`, mix(k.main, "#1b1240", 0.4), 1.8, 0.6)}`;
}

function seam(k: Kit, x: number, y: number, height: number): string {
  return `<rect x="${x - 3}" y="${y}" width="6" height="${height}" rx="2" fill="${k.dark}" opacity=".55"/>`;
}
