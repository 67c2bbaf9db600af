import { darken, lighten, mix } from "../colour.ts";
import type { Drawing, Kit } from "../machines/kit.ts";

/** Space things that neither icon set has. */
export const SPACE_OBJECTS: Record<string, Drawing> = {
  "moon-rover": {
    colour: "#f4f0fb",
    draw: (k) =>
      [
        k.stroke("M30,52V20M30,20l-8,-4", "#8f83ad", 3.4),
        k.fill("M8,24Q10,4 34,8L28,22Z", k.steel),
        k.stroke("M30,16l-6,-8", "#ff8a5c", 3),
        k.stroke("M120,58V26", "#8f83ad", 5),
        k.box(106, 14, 32, 16, 5, k.grey),
        `<circle cx="130" cy="22" r="5.5" fill="#2a2140"/><circle cx="128" cy="20" r="1.8" fill="#8fe3ff"/>`,
        k.box(16, 52, 122, 26, 8, k.shaded("#ffe08a", "#f7b84a", "#c9763f")),
        k.fill("M44,52L52,32H88L96,52Z", k.glass),
        k.fill("M54,36h10l-8,14h-8Z", "#fff", 0.5),
        k.vents(104, 60, 24, 2),
        `<rect x="24" y="58" width="30" height="12" rx="2" fill="#4f7fe0"/>`,
        k.stroke("M34,58v12M44,58v12", "#bcd8ff", 1.6),
        k.arm(
          [
            [30, 78],
            [78, 86],
            [126, 78],
          ],
          5,
          "#8f83ad",
        ),
        k.wheel(30, 92, 17),
        k.wheel(78, 92, 17),
        k.wheel(126, 92, 17),
      ].join(""),
  },
  "moon-lander": {
    colour: "#f7c35a",
    draw: (k) =>
      [
        k.stroke("M52,66L24,104M108,66L136,104M66,70L60,104M94,70L100,104", "#a596c8", 4.4),
        ...[24, 136].map((x) => `<ellipse cx="${x}" cy="106" rx="15" ry="4.5" fill="${k.steel}"/>`),
        ...[60, 100].map((x) => `<ellipse cx="${x}" cy="106" rx="10" ry="3.6" fill="${k.grey}"/>`),
        k.fill("M68,76L62,96H98L92,76Z", k.dark),
        k.fill("M44,52H116L122,78H38Z", k.paint),
        k.stroke("M60,54L56,76M80,54v22M100,54l4,22", darken(k.main, 0.3), 2, 0.5),
        k.fill("M50,52L46,28L62,8H98L114,28L110,52Z", k.grey),
        k.fill("M56,30l8,-12h12v14H58Z", k.glass),
        k.fill("M104,30l-8,-12H84v14h18Z", k.glass),
        `<circle cx="80" cy="42" r="7" fill="${k.dark}"/><circle cx="78" cy="40" r="2.4" fill="#8fe3ff"/>`,
        k.stroke("M80,8V-10M92,10l14,-14", "#8f83ad", 3),
        `<circle cx="80" cy="-12" r="4" fill="#ff6f6f"/><circle cx="108" cy="-6" r="6" fill="${k.steel}"/>`,
      ].join(""),
  },
  "space-shuttle": {
    colour: "#5a6fe0",
    draw: (k) => {
      const flame = k.shaded("#fff3a8", "#ffb13d", "#ff5a4a");
      const hull = k.shaded("#ffffff", "#ebe6f7", "#b3a6cf");
      return [
        `<g transform="rotate(38 80 50)">`,
        k.fill("M66,112Q72,150 80,158Q88,150 94,112Z", flame),
        k.fill("M74,112Q77,134 80,142Q83,134 86,112Z", "#fff8d8", 0.9),
        k.fill("M56,56L22,106Q20,112 28,112H60Z", k.paint),
        k.fill("M104,56L138,106Q140,112 132,112H100Z", k.paint2),
        `<rect x="62" y="106" width="12" height="10" rx="3" fill="${k.dark}"/><rect x="86" y="106" width="12" height="10" rx="3" fill="${k.dark}"/>`,
        k.fill("M80,-34Q108,0 106,50V106Q106,112 100,112H60Q54,112 54,106V50Q52,0 80,-34Z", hull),
        k.fill("M80,-34Q91,-20 98,-2H62Q69,-20 80,-34Z", "#3d3158"),
        k.fill("M64,6Q80,-2 96,6L98,18Q80,11 62,18Z", k.glass),
        k.fill("M60,30h7v70h-7Z", k.main, 0.85),
        `<circle cx="82" cy="46" r="9" fill="${k.main}"/><circle cx="82" cy="46" r="6" fill="${k.glass}"/>`,
        k.fill("M76,70h8V116h-8Z", k.dark),
        "</g>",
      ].join("");
    },
  },
  "space-station": {
    colour: "#f4f0fb",
    draw: (k) => {
      const panel = (x: number, y: number) =>
        `<rect x="${x}" y="${y}" width="38" height="34" rx="3" fill="${k.shaded("#7fb2ff", "#3f6fe0", "#2a3fa8")}"/>` +
        k.stroke(`M${x + 13},${y}v34M${x + 25.5},${y}v34M${x},${y + 17}h38`, "#bcd8ff", 1.6, 0.8);
      return [
        `<g transform="rotate(-12 80 55)">`,
        k.stroke("M-6,55H166", "#8f83ad", 5),
        panel(-24, 14),
        panel(-24, 62),
        panel(146, 14),
        panel(146, 62),
        k.stroke("M-5,48v14M165,48v14", "#8f83ad", 5),
        `<rect x="30" y="38" width="102" height="34" rx="15" fill="${k.grey}"/>`,
        `<rect x="62" y="4" width="36" height="102" rx="15" fill="${k.steel}"/>`,
        `<rect x="56" y="30" width="48" height="50" rx="18" fill="${k.grey}"/>`,
        `<circle cx="80" cy="55" r="13" fill="#6a5a86"/><circle cx="80" cy="55" r="9.5" fill="${k.glass}"/><circle cx="77" cy="52" r="3" fill="#fff" opacity=".8"/>`,
        ...[42, 116].map((x) => `<circle cx="${x}" cy="55" r="4.4" fill="#4fb8ff"/>`),
        k.fill("M66,8h28v7H66ZM66,95h28v7H66Z", "#ff8a5c"),
        k.stroke("M80,4V-10", "#8f83ad", 3),
        `<circle cx="80" cy="-11" r="4" fill="#ff5d73"/>`,
        "</g>",
      ].join("");
    },
  },
  meteorite: {
    colour: "#a8705a",
    draw: (k) => {
      const trail = k.shaded("#ffe98a", "#ff9a3d", "#ff5a5a");
      return [
        k.fill("M150,-38Q132,6 116,30L60,-2Q100,-16 150,-38Z", trail, 0.55),
        k.fill("M130,-16Q128,40 108,76Q86,100 52,104Q12,96 10,58Q12,20 48,6Q90,-10 130,-16Z", trail),
        k.fill("M112,4Q112,44 96,70Q80,90 52,92Q22,86 22,58Q24,30 52,20Q84,10 112,4Z", "#fff0a8", 0.85),
        `<circle cx="54" cy="60" r="38" fill="${k.round(lighten(k.main, 0.35), k.main, mix(k.main, "#3b1d4c", 0.6))}"/>`,
        crater(40, 48, 10),
        crater(66, 70, 13),
        crater(68, 40, 6),
        crater(36, 76, 7),
      ].join("");
    },
  },
  mars: { colour: "#e8703f", draw: mars },
  galaxy: {
    colour: "#b06bff",
    draw(k) {
      const core = k.round("#fffbe0", "#ffd98a", "#ff9fd0", 0.4);
      const arm = (turn: number, colour: string, opacity: number) =>
        `<g transform="rotate(${turn} 80 40)">${k.fill("M80,40Q96,-14 150,0Q186,20 168,66Q170,30 138,20Q104,14 92,46Z", colour, opacity)}</g>`;
      const arms = [0, 120, 240].map(
        (turn) => arm(turn, k.paint, 0.9) + arm(turn + 32, "#ff8fd0", 0.55) + arm(turn + 62, "#7fb2ff", 0.5),
      );
      const stars = Array.from({ length: 46 }, (_, at) => {
        const angle = at * 2.4;
        const reach = 16 + (at % 23) * 3.6;
        const r = 0.9 + (at % 4) * 0.7;
        return `<circle cx="${(80 + reach * Math.cos(angle)).toFixed(1)}" cy="${(40 + reach * Math.sin(angle)).toFixed(1)}" r="${r.toFixed(1)}" fill="#fff"/>`;
      });
      const glow = `<circle cx="80" cy="40" r="80" fill="${k.main}" opacity=".18"/><circle cx="80" cy="40" r="56" fill="#ff9fe0" opacity=".18"/>`;
      return `<g transform="rotate(-18 80 40) translate(0 8) scale(1 .8)">${glow}${arms.join("")}<circle cx="80" cy="40" r="27" fill="${core}"/>${stars.join("")}</g>`;
    },
  },
};

function mars(k: Kit): string {
  const ground = k.round(lighten(k.main, 0.35), k.main, mix(k.main, "#5a1a5a", 0.6), 0.55);
  return [
    `<circle cx="80" cy="44" r="66" fill="${ground}"/>`,
    k.fill("M28,4Q50,14 74,6Q104,-4 128,12Q116,26 88,22Q52,30 22,20Z", "#ffb98a", 0.5),
    k.fill("M16,56Q50,44 86,58Q120,70 144,58Q142,72 134,80Q104,88 74,76Q40,66 16,70Z", "#a83a3a", 0.4),
    k.fill("M56,-17Q80,-8 104,-17Q92,-23 80,-22Q68,-23 56,-17Z", "#fff4ec", 0.95),
    crater(54, 36, 9),
    crater(112, 40, 12),
    crater(88, 92, 9),
    `<g fill="#3d1a30"><ellipse cx="66" cy="44" rx="4.6" ry="7"/><ellipse cx="96" cy="44" rx="4.6" ry="7"/></g>`,
    `<circle cx="64.6" cy="41" r="1.8" fill="#fff"/><circle cx="94.6" cy="41" r="1.8" fill="#fff"/>`,
    k.stroke("M73,57q8,8 16,0", "#3d1a30", 3.4),
    `<ellipse cx="54" cy="56" rx="7" ry="4.4" fill="#ff4f6f" opacity=".5"/><ellipse cx="108" cy="56" rx="7" ry="4.4" fill="#ff4f6f" opacity=".5"/>`,
  ].join("");
}

function crater(x: number, y: number, r: number): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${r * 0.8}" fill="#3b1233" opacity=".28"/><ellipse cx="${x + r * 0.12}" cy="${y + r * 0.16}" rx="${r * 0.8}" ry="${r * 0.58}" fill="#ffffff" opacity=".14"/>`;
}
