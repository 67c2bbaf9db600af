import { lighten, mix } from "../colour.ts";
import type { Drawing, Kit } from "../machines/kit.ts";

const ARCS = ["#ff5f6d", "#ff9f4a", "#ffd84a", "#5fcf7a", "#4fb4ff", "#9a7bff"];

/** Things of nature whose icons are cut off at a side, and the pirates' flag with its pole. */
export const NATURE_OBJECTS: Record<string, Drawing> = {
  rainbow: {
    colour: "#ffffff",
    draw: (k) => {
      const arcs = ARCS.map((colour, at) => {
        const r = 118 - at * 13;
        return k.stroke(`M${80 - r},92V74a${r},${r} 0 0 1 ${2 * r},0V92`, colour, 14);
      });
      return [...arcs, k.stroke("M-30,40Q-12,-18 44,-36", "#fff", 5, 0.55), puff(k, -8), puff(k, 168)].join(
        "",
      );
    },
  },
  mountain: {
    colour: "#9a7fb0",
    draw: (k) => {
      const rock = k.shaded(lighten(k.main, 0.25), k.main, mix(k.main, "#3b2a6b", 0.45));
      const far = k.shaded(lighten(k.main, 0.4), lighten(k.main, 0.15), mix(k.main, "#3b2a6b", 0.25));
      const grass = k.shaded("#a5e06a", "#6cc45a", "#3f9a55");
      return [
        k.fill("M96,104L150,2q8,-12 16,0L222,104Z", far),
        k.fill("M138,24L150,2q8,-12 16,0L180,28l-10,-4l-10,10l-10,-10Z", "#fff"),
        k.fill("M-56,104L4,-4q8,-12 16,0L76,104Z", far),
        k.fill("M-10,22L4,-4q8,-12 16,0L34,24l-12,-4l-10,10l-10,-10Z", "#fff"),
        k.fill("M-14,106L70,-62q11,-16 22,0L176,106Z", rock),
        k.fill("M92,-62L176,106H104Q88,20 92,-62Z", "#2a1a55", 0.16),
        k.fill("M44,-10L70,-62q11,-16 22,0L118,-8q-8,8 -16,-4q-6,16 -16,4q-8,18 -18,0q-8,14 -24,-2Z", "#fff"),
        k.fill("M-60,110Q-56,88 -16,92Q20,78 72,90Q130,78 172,92Q218,86 224,110Q80,118 -60,110Z", grass),
        ...[-34, -16, 8, 148, 172, 196].map((x, at) => pine(k, x, 100 + (at % 2) * 4, 0.8 + (at % 3) * 0.2)),
      ].join("");
    },
  },
  "wind-face": {
    colour: "#8fc6ff",
    draw: (k) => {
      const air = k.round("#ffffff", lighten(k.main, 0.35), mix(k.main, "#3b4fb0", 0.3), 0.6);
      const gust = (d: string, width: number) =>
        k.stroke(d, "#ffffff", width + 6, 0.95) + k.stroke(d, k.main, width);
      return [
        `<g fill="${air}"><circle cx="6" cy="34" r="38"/><circle cx="52" cy="4" r="48"/><circle cx="70" cy="50" r="46"/><circle cx="22" cy="70" r="38"/></g>`,
        `<ellipse cx="46" cy="42" rx="58" ry="46" fill="${air}"/>`,
        k.stroke("M40,22q8,-7 16,0M72,20q8,-7 15,1", "#3a4a8a", 4.4),
        `<g fill="#3a4a8a"><ellipse cx="50" cy="36" rx="4.6" ry="6.6"/><ellipse cx="80" cy="36" rx="4.6" ry="6.6"/></g><circle cx="51.4" cy="33" r="1.8" fill="#fff"/><circle cx="81.400" cy="33" r="1.8" fill="#fff"/>`,
        `<ellipse cx="44" cy="56" rx="11" ry="8" fill="#ff8fb0" opacity=".6"/><ellipse cx="92" cy="54" rx="9" ry="7" fill="#ff8fb0" opacity=".6"/>`,
        `<ellipse cx="78" cy="64" rx="9" ry="8" fill="#5a4a9a"/><ellipse cx="79" cy="64" rx="5" ry="4.4" fill="#2e2466"/>`,
        gust("M108,50H184q22,-2 20,-20t-22,-14", 8),
        gust("M106,66H214", 8),
        gust("M104,82H170q22,2 20,20t-20,12", 8),
      ].join("");
    },
  },
  "pirate-flag": {
    colour: "#3a3058",
    draw: (k) => {
      const cloth = k.shaded(lighten(k.main, 0.2), k.main, mix(k.main, "#0c0824", 0.5));
      return [
        k.stroke("M10,108V-84", "#8a5a48", 11),
        k.stroke("M8,100V-78", "#c08a6a", 3, 0.8),
        `<circle cx="10" cy="-90" r="9" fill="#ffc93c"/>`,
        k.fill("M14,-78Q62,-96 104,-78T190,-80L186,22Q140,42 100,24T14,28Z", cloth),
        k.fill("M14,-78Q62,-96 104,-78T190,-80L189,-66Q146,-50 104,-64T14,-64Z", "#fff", 0.12),
        k.stroke("M66,6L134,-26M66,-26L134,6", "#fff6e8", 9),
        ...[
          [64, 7],
          [136, -27],
          [64, -27],
          [136, 7],
        ].map(([x, y]) => `<circle cx="${x}" cy="${y}" r="7" fill="#fff6e8"/>`),
        `<ellipse cx="100" cy="-28" rx="29" ry="27" fill="#fff6e8"/><rect x="84" y="-14" width="32" height="20" rx="9" fill="#fff6e8"/>`,
        `<g fill="${k.main}"><ellipse cx="89" cy="-28" rx="7" ry="8.4"/><ellipse cx="111" cy="-28" rx="7" ry="8.4"/></g><circle cx="91" cy="-31" r="2.4" fill="#fff"/><circle cx="113" cy="-31" r="2.4" fill="#fff"/>`,
        k.stroke("M90,-8q10,9 20,0", k.main, 3.6),
        `<ellipse cx="80" cy="-16" rx="5" ry="3.4" fill="#ff7a8a" opacity=".6"/><ellipse cx="120" cy="-16" rx="5" ry="3.4" fill="#ff7a8a" opacity=".6"/>`,
        k.fill("M-18,110Q-8,92 12,94Q32,94 40,110Z", "#e3b478"),
      ].join("");
    },
  },
};

function puff(k: Kit, x: number): string {
  const white = k.shaded("#ffffff", "#f4f8ff", "#c3d6f2");
  return `<g fill="${white}"><circle cx="${x - 26}" cy="88" r="22"/><circle cx="${x}" cy="76" r="29"/><circle cx="${x + 28}" cy="90" r="20"/><rect x="${x - 46}" y="86" width="94" height="24" rx="12"/></g>`;
}

function pine(k: Kit, x: number, y: number, s: number): string {
  const green = k.shaded("#5fc07a", "#2f9a68", "#1f6b5f");
  const n = (value: number) => (value * s).toFixed(1);
  return k.fill(
    `M${x},${y}m${n(-11)},0L${x},${(y - 34 * s).toFixed(1)}L${(x + 11 * s).toFixed(1)},${y}Z`,
    green,
  );
}
