import { lighten, mix } from "../colour.ts";
import type { Drawing, Kit } from "../machines/kit.ts";

/** Planets with faces, and what watches them. */
export const SKY_OBJECTS: Record<string, Drawing> = {
  jupiter: {
    colour: "#f0b27a",
    draw: (k) =>
      [
        globe(k),
        k.fill("M24,8Q80,24 136,8L142,22Q80,38 18,22Z", "#fff4e2", 0.6),
        k.fill("M15,34Q80,50 145,34L146,46Q80,62 14,46Z", "#b5603f", 0.5),
        k.fill("M16,64Q80,82 144,64L138,80Q80,96 22,80Z", "#fff4e2", 0.5),
        k.fill("M34,92Q80,104 126,92Q106,110 80,110Q54,110 34,92Z", "#b5603f", 0.4),
        `<ellipse cx="114" cy="72" rx="15" ry="9.5" fill="#e0533f"/><ellipse cx="112" cy="70" rx="9" ry="5" fill="#ff9a7a" opacity=".8"/>`,
        face(k, 44),
      ].join(""),
  },
  neptune: {
    colour: "#4a86f0",
    draw: (k) =>
      [
        globe(k),
        k.fill("M26,8Q70,22 122,-4Q134,8 139,22Q80,36 19,24Z", "#bfe3ff", 0.45),
        k.fill("M20,70Q66,62 141,68Q138,78 133,84Q80,76 26,81Z", "#20389c", 0.35),
        k.stroke("M96,20q18,-2 28,-8M40,88q20,6 40,2", "#fff", 5, 0.7),
        `<ellipse cx="112" cy="76" rx="13" ry="7" fill="#20389c" opacity=".55"/>`,
        face(k, 46),
      ].join(""),
  },
  "shooting-star": {
    colour: "#ffce3a",
    draw: (k) => {
      const star = k.round(lighten(k.main, 0.5), k.main, mix(k.main, "#ff7a1f", 0.6), 0.55);
      const trail = ["#ff7fb2", "#9a8cff", "#5fc6ff", "#8ff0c0"].map((colour, at) =>
        k.stroke(
          `M${66 + at * 12},${28 + at * 14}Q${120 + at * 8},${-30 + at * 18} ${196 + at * 4},${-64 + at * 26}`,
          colour,
          15 - at,
          0.85,
        ),
      );
      return [
        ...trail,
        `<path d="${starPath(58, 56, 64, 30)}" fill="${star}" stroke="${star}" stroke-width="16" stroke-linejoin="round"/>`,
        k.stroke("M34,20q6,-18 16,-26", "#fff", 6, 0.7),
        face(k, 52, 58),
        twinkle(160, 62, 13),
        twinkle(120, 92, 8),
        twinkle(2, -22, 9),
      ].join("");
    },
  },
  "space-helmet": {
    colour: "#4fa8ff",
    draw: (k) => {
      const shell = k.round("#ffffff", "#ece7f7", "#a99cc9", 0.6);
      const visor = k.round("#8fd8ff", "#3a6fd8", "#1c1f6b", 0.55);
      return [
        k.fill("M30,92H130L140,110H20Z", k.grey),
        k.fill("M22,102H138L140,110H20Z", k.paint),
        k.stroke("M132,-6V-40", "#8f83ad", 5),
        `<circle cx="132" cy="-44" r="7" fill="#ff6f6f"/>`,
        `<circle cx="80" cy="36" r="70" fill="${shell}"/>`,
        k.fill("M22,-2Q40,-32 80,-34Q60,-24 44,-2Q34,14 32,30Q18,20 22,-2Z", "#fff", 0.9),
        `<rect x="24" y="8" width="112" height="66" rx="33" fill="${k.paint}"/><rect x="31" y="14" width="98" height="54" rx="27" fill="${visor}"/>`,
        k.fill("M44,46Q42,24 66,20Q52,30 52,50Q48,52 44,46Z", "#fff", 0.75),
        twinkle(104, 36, 10),
        twinkle(88, 52, 5),
        `<rect x="2" y="22" width="17" height="38" rx="8" fill="${k.paint2}"/><rect x="141" y="22" width="17" height="38" rx="8" fill="${k.paint2}"/>`,
      ].join("");
    },
  },
  observatory: {
    colour: "#7f8cf0",
    draw: (k) => {
      const dome = k.round(lighten(k.main, 0.55), k.main, mix(k.main, "#2a1f6b", 0.5), 0.6);
      const wall = k.shaded("#ffffff", "#e6def4", "#b3a6cf");
      return [
        k.fill("M6,40Q10,-42 80,-44Q150,-42 154,40Z", dome),
        k.fill("M76,-44Q128,-44 148,6L122,38H100Q104,-10 76,-44Z", "#241c55"),
        k.fill("M90,12L126,-26L146,-6L112,38H100Z", k.grey),
        k.fill("M112,-14L140,-42L162,-20L134,10Z", k.paint2),
        `<ellipse cx="151" cy="-31" rx="7" ry="16" fill="${k.glass}" transform="rotate(-45 151 -31)"/>`,
        k.fill("M22,30Q26,-20 58,-34Q40,-14 36,30Z", "#fff", 0.5),
        `<rect x="2" y="36" width="156" height="14" rx="6" fill="${k.paint2}"/><rect x="12" y="50" width="136" height="60" fill="${wall}"/>`,
        `<path d="M66,110V82q14,-18 28,0V110Z" fill="${k.paint2}"/>`,
        ...[24, 110].map(
          (x) =>
            `<rect x="${x}" y="64" width="26" height="24" rx="11" fill="${k.glass}" stroke="#fff" stroke-width="4"/>`,
        ),
        `<rect x="4" y="102" width="152" height="9" rx="4" fill="${k.grey}"/>`,
      ].join("");
    },
  },
  "moon-base": {
    colour: "#ff9f5a",
    draw: (k) => {
      const shell = k.round("#ffffff", "#e9e3f5", "#a99cc9", 0.6);
      const dome = (x: number, r: number) =>
        `<path d="M${x - r},110a${r},${r} 0 0 1 ${2 * r},0Z" fill="${shell}"/><path d="M${x - r},110a${r},${r} 0 0 1 ${2 * r},0" fill="none" stroke="#fff" stroke-width="3" opacity=".6"/>`;
      const porthole = (x: number, y: number, r: number) =>
        `<circle cx="${x}" cy="${y}" r="${r}" fill="${k.paint}"/><circle cx="${x}" cy="${y}" r="${r * 0.7}" fill="${k.glass}"/>`;
      return [
        k.stroke("M128,62V8", "#8f83ad", 4),
        k.fill("M106,-2Q114,22 140,16Q136,4 128,-2Z", k.steel),
        k.stroke("M128,6l12,-16", "#ff6f6f", 3),
        `<rect x="40" y="84" width="90" height="26" rx="8" fill="${k.grey}"/>`,
        k.stroke("M64,86v22M76,86v22M88,86v22", "#8f83ad", 2.6, 0.6),
        dome(30, 62),
        dome(140, 46),
        k.fill("M-8,70Q4,50 24,50Q8,62 2,82Z", "#fff", 0.9),
        porthole(14, 80, 14),
        porthole(140, 86, 12),
        `<path d="M36,110V86q13,-16 26,0v24Z" fill="${k.paint2}"/>`,
        `<rect x="-34" y="106" width="222" height="6" rx="3" fill="${k.steel}"/>`,
        `<rect x="20" y="38" width="20" height="12" rx="4" fill="${k.paint}"/><circle cx="30" cy="34" r="5" fill="#ffe08a"/>`,
      ].join("");
    },
  },
};

function globe(k: Kit): string {
  const skin = k.round(lighten(k.main, 0.4), k.main, mix(k.main, "#3b1d7c", 0.55), 0.55);
  return `<circle cx="80" cy="44" r="66" fill="${skin}"/>`;
}

function face(k: Kit, y: number, x = 80): string {
  return [
    `<g fill="#3d1a30"><ellipse cx="${x - 15}" cy="${y}" rx="4.6" ry="7"/><ellipse cx="${x + 15}" cy="${y}" rx="4.6" ry="7"/></g>`,
    `<circle cx="${x - 16.4}" cy="${y - 3}" r="1.8" fill="#fff"/><circle cx="${x + 13.6}" cy="${y - 3}" r="1.8" fill="#fff"/>`,
    k.stroke(`M${x - 8},${y + 12}q8,8 16,0`, "#3d1a30", 3.4),
    `<ellipse cx="${x - 26}" cy="${y + 11}" rx="7" ry="4.4" fill="#ff4f6f" opacity=".5"/><ellipse cx="${x + 26}" cy="${y + 11}" rx="7" ry="4.4" fill="#ff4f6f" opacity=".5"/>`,
  ].join("");
}

function starPath(x: number, y: number, outer: number, inner: number): string {
  const points = Array.from({ length: 10 }, (_, at) => {
    const angle = (at * Math.PI) / 5 - Math.PI / 2;
    const reach = at % 2 ? inner : outer * 0.84;
    return `${(x + reach * Math.cos(angle)).toFixed(1)},${(y + reach * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join("L")}Z`;
}

function twinkle(x: number, y: number, r: number): string {
  const near = r * 0.2;
  return `<path d="M${x},${y - r}Q${x + near},${y - near} ${x + r},${y}Q${x + near},${y + near} ${x},${y + r}Q${x - near},${y + near} ${x - r},${y}Q${x - near},${y - near} ${x},${y - r}Z" fill="#fffbe0"/>`;
}
