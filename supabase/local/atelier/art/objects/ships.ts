import { lighten, mix } from "../colour.ts";
import type { Drawing, Kit } from "../machines/kit.ts";

/** Large ships, whole from bow to stern; the lowest fifth of the hull lies behind the wave. */
export const SHIPS: Record<string, Drawing> = {
  ferry: {
    colour: "#3f8cf5",
    draw: (k) =>
      [
        k.stroke("M112,-44V-70M104,-58H120", "#8f83ad", 4),
        k.fill("M10,-14L16,-52H44L42,-14Z", k.shaded("#ff8a7a", "#ff5f5f", "#c93a5a")),
        k.fill("M13,-36L14,-44H45L44,-36Z", "#fff", 0.9),
        k.box(84, -44, 50, 30, 8, k.grey),
        k.fill("M92,-36H136V-24H92Z", k.glass),
        k.box(-24, -16, 168, 30, 8, k.grey),
        ...row(k, -12, -8, 7, 21, 13, 12),
        k.box(-40, 12, 206, 34, 8, k.grey),
        ...row(k, -28, 20, 8, 23, 15, 14),
        k.stroke("M-40,46H200M-30,46V34M176,46V34L198,34", "#fff", 3, 0.9),
        hull(k, "M-50,46H206Q196,84 176,104q-5,6 -13,6H-22q-12,0 -15,-10Z"),
        `<circle cx="24" cy="64" r="13" fill="#ff7a4a"/><circle cx="24" cy="64" r="7" fill="${lighten(k.main, 0.1)}"/>`,
        k.stroke("M24,51v6M24,71v6M11,64h6M31,64h6", "#fff", 4),
      ].join(""),
  },
  "passenger-ship": {
    colour: "#2f6fd8",
    draw: (k) =>
      [
        k.stroke("M150,-30V-62M142,-50H160", "#8f83ad", 4),
        ...[34, 78].map(
          (x) =>
            k.fill(
              `M${x},-50L${x + 6},-88H${x + 34}L${x + 32},-50Z`,
              k.shaded("#ff8a7a", "#ff5f5f", "#c93a5a"),
            ) + k.fill(`M${x + 5},-82L${x + 6},-88H${x + 34}L${x + 34},-82Z`, "#3d3158"),
        ),
        k.box(12, -52, 134, 26, 7, k.grey),
        ...row(k, 20, -46, 6, 20, 12, 12),
        k.box(-16, -28, 184, 28, 7, k.grey),
        ...row(k, -6, -21, 8, 21, 13, 12),
        k.box(-38, -2, 218, 26, 7, k.grey),
        ...row(k, -28, 5, 9, 22, 14, 12),
        ...[-20, 24, 68, 112].map((x) =>
          k.fill(`M${x},26h30q-2,12 -15,12t-15,-12Z`, k.shaded("#ffb36b", "#ff8a3a", "#d9603f")),
        ),
        hull(k, "M-52,24Q60,34 226,16Q208,74 184,104q-5,6 -13,6H-24q-12,0 -16,-12Z", "#f4f0fb"),
        ...Array.from(
          { length: 9 },
          (_, at) =>
            `<circle cx="${-24 + at * 24}" cy="54" r="6.4" fill="${k.glass}" stroke="#fff" stroke-width="2.4"/>`,
        ),
        k.fill("M-46,70Q60,78 206,68Q196,88 184,104q-5,6 -13,6H-24q-12,0 -16,-12Z", k.paint),
      ].join(""),
  },
};

function row(k: Kit, x: number, y: number, count: number, step: number, w: number, h: number): string[] {
  return Array.from(
    { length: count },
    (_, at) => `<rect x="${x + at * step}" y="${y}" width="${w}" height="${h}" rx="4" fill="${k.glass}"/>`,
  );
}

function hull(k: Kit, outline: string, colour = k.main): string {
  const paint = k.shaded(lighten(colour, 0.25), colour, mix(colour, "#1b1240", 0.35));
  return k.fill(outline, paint) + k.stroke("M-44,56H-30", "#fff", 3, 0.5);
}
