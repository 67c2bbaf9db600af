import { lighten, mix } from "../colour.ts";
import type { Drawing, Kit } from "../machines/kit.ts";

/** Farm and building-site things that neither icon set has, and the hot-air balloon. */
export const LAND_OBJECTS: Record<string, Drawing> = {
  wheelbarrow: {
    colour: "#4fa8ff",
    draw: (k) =>
      [
        k.fill("M44,48Q70,14 92,26Q112,10 138,44Z", k.soil),
        k.stroke("M2,36L50,68L128,84", "#8a5a48", 7),
        k.stroke("M-2,34L14,44", "#ff6f5f", 9),
        k.stroke("M58,70L50,106M66,74L72,106", "#6a5a86", 6),
        k.fill("M32,42H146L120,80H58Z", k.paint),
        k.stroke("M32,43H146", lighten(k.main, 0.5), 5),
        k.stroke("M62,52l12,22M104,52l-6,22", mix(k.main, "#123a7c", 0.3), 3, 0.5),
        k.stroke("M112,78L132,92", "#6a5a86", 6),
        k.wheel(132, 92, 18),
      ].join(""),
  },
  "traffic-cone": {
    colour: "#ff7a2b",
    draw: (k) => {
      const side = k.round(lighten(k.main, 0.35), k.main, mix(k.main, "#a02a4a", 0.55), 0.55);
      return [
        `<rect x="22" y="92" width="116" height="18" rx="8" fill="${k.paint2}"/>`,
        k.fill("M36,94L68,-20Q80,-32 92,-20L124,94Q80,104 36,94Z", side),
        k.fill("M46,58L56,24Q80,32 104,24L114,58Q80,68 46,58Z", "#fff"),
        k.fill("M60,8L66,-12Q80,-6 94,-12L100,8Q80,14 60,8Z", "#fff"),
        k.fill("M70,-18L48,92h12L78,-22Z", "#fff", 0.25),
      ].join("");
    },
  },
  pumpkin: {
    colour: "#ff9230",
    draw: (k) => {
      const lobe = k.round(lighten(k.main, 0.3), k.main, mix(k.main, "#a02a4a", 0.5), 0.55);
      return [
        k.stroke("M82,14Q80,-6 96,-14", "#4f8f3f", 12),
        ...[
          [34, 30],
          [126, 30],
          [56, 32],
          [104, 32],
          [80, 33],
        ].map(([x, rx]) => `<ellipse cx="${x}" cy="62" rx="${rx}" ry="47" fill="${lobe}"/>`),
        k.stroke("M84,10Q110,-14 136,2Q120,18 96,14", "#5fb04a", 5),
        k.fill("M98,6Q124,-20 148,2Q124,20 98,6Z", "#6fc455"),
        k.stroke("M68,24Q60,40 60,60", "#fff", 5, 0.4),
      ].join("");
    },
  },
  "hay-bale": {
    colour: "#ffd25e",
    draw: (k) => {
      const straw = k.shaded(lighten(k.main, 0.25), k.main, mix(k.main, "#b5652f", 0.5));
      return [
        `<rect x="6" y="14" width="130" height="96" rx="46" fill="${straw}"/>`,
        k.stroke("M20,36H92M12,54H90M12,72H90M20,92H92", mix(k.main, "#a8642f", 0.5), 3, 0.5),
        `<ellipse cx="104" cy="62" rx="46" ry="48" fill="${lighten(k.main, 0.3)}"/>`,
        k.stroke(
          "M104,62m-36,0a36,38 0 1 1 36,38a28,28 0 1 1 -26,-32a20,20 0 1 1 24,22a10,10 0 0 1 -10,-10",
          "#d99a45",
          5,
        ),
        k.stroke("M2,106l-10,-8M26,110l-4,-10M140,108l12,-10M120,110l6,-8", k.main, 4),
      ].join("");
    },
  },
  barn: { colour: "#e0554f", draw: barn },
  windmill: {
    colour: "#f7e6cf",
    draw: (k) => {
      const wood = k.shaded("#b98a6a", "#8a5a48", "#6b3f3a");
      const sail = (turn: number) =>
        `<g transform="rotate(${turn} 80 -8)">${k.stroke("M80,-8V-92", "#8a5a48", 5)}<rect x="82" y="-90" width="26" height="66" rx="3" fill="#fff8ea" stroke="#d9a86a" stroke-width="3"/>${k.stroke("M84,-74h22M84,-58h22M84,-42h22M95,-88v62", "#d9a86a", 2.4)}</g>`;
      return [
        k.fill("M38,110L56,-8H104L122,110Z", k.shaded("#fff6e6", "#f7e0c0", "#d9b08f")),
        k.fill("M92,110L88,-8H104L122,110Z", "#a06a6a", 0.25),
        k.fill("M48,-4Q50,-50 80,-52Q110,-50 112,-4Z", k.shaded("#f08a7a", "#d8605a", "#a03a58")),
        k.fill("M68,110V84q12,-16 24,0V110Z", wood),
        `<rect x="70" y="34" width="20" height="24" rx="9" fill="${k.glass}" stroke="#8a5a48" stroke-width="3.4"/>`,
        k.part("sails", [22, 112, 202, 292].map(sail).join("")),
        `<circle cx="80" cy="-8" r="9" fill="${wood}"/>`,
      ].join("");
    },
  },
  "hot-air-balloon": {
    colour: "#ff5d6d",
    draw: (k) => {
      const silk = k.round(lighten(k.main, 0.35), k.main, mix(k.main, "#7a1f6a", 0.5), 0.55);
      const gore = (d: string, colour: string) => k.fill(d, colour, 0.92);
      return [
        k.stroke("M56,62L66,88M104,62L94,88M80,68V88", "#8a5a48", 2.6),
        k.fill(
          "M80,-86C138,-86 156,-26 128,16C116,36 106,48 104,62H56C54,48 44,36 32,16C4,-26 22,-86 80,-86Z",
          silk,
        ),
        gore(
          "M80,-86C104,-86 112,-30 104,14C100,36 96,50 94,62H66C64,50 60,36 56,14C48,-30 56,-86 80,-86Z",
          "#ffd75e",
        ),
        gore(
          "M80,-86C90,-86 92,-30 88,14C86,36 85,50 85,62H75C75,50 74,36 72,14C68,-30 70,-86 80,-86Z",
          k.main,
        ),
        k.fill("M30,-6Q80,14 130,-6Q130,4 124,14Q80,34 36,14Q30,4 30,-6Z", "#fff", 0.75),
        k.stroke("M40,-50Q48,-68 62,-74", "#fff", 6, 0.6),
        `<rect x="54" y="58" width="52" height="8" rx="4" fill="${k.paint2}"/>`,
        `<rect x="60" y="86" width="40" height="28" rx="6" fill="${k.shaded("#d9a06a", "#a8683f", "#7a4438")}"/>`,
        k.stroke("M62,96h36M62,104h36M72,88v24M88,88v24", "#e8b98a", 2, 0.6),
        `<rect x="57" y="83" width="46" height="7" rx="3.5" fill="#8a5a48"/>`,
      ].join("");
    },
  },
};

function barn(k: Kit): string {
  const silo = k.shaded("#eef2fa", "#cfd6e6", "#a3aec8");
  return [
    `<rect x="132" y="-20" width="34" height="130" rx="5" fill="${silo}"/><path d="M129,-18a20,22 0 0 1 40,0Z" fill="#8fa2c0"/>`,
    k.stroke("M136,10h26M136,40h26M136,70h26", "#8fa2c0", 2.4, 0.7),
    k.fill("M10,110V30L34,-8L74,-36L114,-8L138,30V110Z", k.paint),
    ...[32, 50, 98, 116].map((x) => k.stroke(`M${x},30V108`, "#fff", 2, 0.2)),
    k.stroke("M4,34L30,-10L74,-42L118,-10L144,34", "#7a3f58", 12),
    k.stroke("M4,31L30,-13L74,-45L118,-13L144,31", "#b5708a", 4),
    `<rect x="44" y="44" width="60" height="66" rx="3" fill="#a83550" stroke="#fff" stroke-width="6"/>`,
    k.stroke("M46,46L102,108M102,46L46,108M74,46V108", "#fff", 4.4),
    `<rect x="58" y="-14" width="32" height="30" rx="4" fill="#5a2a48" stroke="#fff" stroke-width="5"/>`,
    k.stroke("M74,-14V16M58,1H90", "#fff", 3.6),
  ].join("");
}
