import { lighten, mix } from "../colour.ts";
import type { Drawing, Kit } from "../machines/kit.ts";

/** Friendly dinosaurs, which the icon sets have only two of; they look to the right. */
export const DINOSAURS: Record<string, Drawing> = {
  triceratops: {
    colour: "#7cc46a",
    draw: (k) => {
      const skin = coat(k);
      const horn = k.shaded("#fffbea", "#f7e3b4", "#d3a878");
      const frill = k.shaded("#ffc58a", "#ff9a5c", "#e0654f");
      return [
        leg(k, 38, 74, 15),
        leg(k, 88, 74, 15),
        k.fill("M28,54Q-8,54 -34,84Q-40,92 -28,91Q4,88 32,84Z", skin),
        k.fill("M16,70Q18,32 62,30Q104,28 112,62Q114,92 64,92Q18,94 16,70Z", skin),
        belly(k, "M30,84Q62,98 98,82Q82,94 62,94Q42,94 30,84Z"),
        spots(k, [40, 48, 7], [62, 42, 5], [54, 60, 4]),
        leg(k, 24, 74, 17, true),
        leg(k, 74, 74, 17, true),
        k.fill(
          "M92,66Q76,38 90,14Q94,4 102,10Q108,-4 118,4Q128,-4 134,8Q146,10 144,24Q146,52 124,72Z",
          frill,
        ),
        ...[
          [94, 20],
          [102, 11],
          [117, 6],
          [131, 11],
        ].map(([x = 0, y = 0]) => `<circle cx="${x}" cy="${y}" r="5" fill="#fff3d8" opacity=".75"/>`),
        k.fill("M100,62Q98,34 124,32Q150,32 160,54Q168,64 162,74Q152,86 130,84Q104,82 100,62Z", skin),
        k.fill("M152,50Q160,36 158,28Q168,38 163,56Z", horn),
        k.fill("M112,38Q112,14 124,4Q128,22 122,38Z", horn),
        k.fill("M134,36Q138,14 150,6Q152,24 144,40Z", horn),
        `<circle cx="157" cy="62" r="2.200" fill="#2f5a3f" opacity=".6"/>`,
        face(k, 132, 54, 148, 72),
      ].join("");
    },
  },
  stegosaurus: {
    colour: "#5fb6d8",
    draw: (k) => {
      const skin = coat(k);
      const plate = k.shaded("#ffd07a", "#ff9d57", "#ea5f62");
      const plates = [
        [-6, 58, 9],
        [10, 44, 12],
        [30, 32, 16],
        [54, 26, 19],
        [78, 32, 16],
        [98, 46, 12],
        [112, 60, 8],
      ];
      return [
        leg(k, 36, 74, 15),
        leg(k, 82, 76, 13),
        ...plates.map(([x = 0, y = 0, r = 0]) =>
          k.fill(
            `M${x - r * 0.7},${y + 10}Q${x - r},${y - r * 0.6} ${x},${y - r * 1.7}Q${x + r},${y - r * 0.6} ${x + r * 0.7},${y + 10}Z`,
            plate,
          ),
        ),
        k.fill("M-34,62L-44,46L-26,58ZM-24,66L-38,76L-20,72Z", k.shaded("#fffbea", "#f7e3b4", "#d3a878")),
        k.fill("M30,50Q2,50 -16,58Q-32,64 -38,58Q-30,76 -8,80Q10,84 30,84Z", skin),
        k.fill("M8,74Q14,36 54,32Q92,32 108,60Q122,68 132,68Q136,94 112,90Q86,94 56,94Q16,96 8,74Z", skin),
        k.fill("M112,62Q124,50 142,56Q158,62 158,74Q156,86 138,88Q116,90 106,82Z", skin),
        belly(k, "M24,84Q58,100 104,86Q86,96 58,96Q38,96 24,84Z"),
        spots(k, [36, 54, 6], [58, 50, 7], [78, 60, 5]),
        leg(k, 22, 74, 17, true),
        leg(k, 70, 78, 15, true),
        face(k, 138, 68, 148, 78),
      ].join("");
    },
  },
  ankylosaurus: {
    colour: "#c79a5c",
    draw: (k) => {
      const skin = coat(k);
      const armour = k.shaded(
        mix(k.main, "#fff2c4", 0.4),
        mix(k.main, "#a0603a", 0.4),
        mix(k.main, "#5f3038", 0.55),
      );
      const knobs = [20, 36, 52, 68, 84, 100].map((x, at) => {
        const y = 44 - Math.sin(((at + 0.6) * Math.PI) / 6.2) * 16;
        return k.fill(
          `M${x - 8},${y + 10}L${x},${y - 8}L${x + 8},${y + 10}Z`,
          k.shaded("#fffbea", "#f5dcae", "#d0a070"),
        );
      });
      return [
        leg(k, 36, 80, 15),
        leg(k, 88, 80, 15),
        k.fill("M24,62Q-6,62 -26,58L-28,72Q0,84 28,82Z", skin),
        `<circle cx="-32" cy="62" r="14" fill="${armour}"/><circle cx="-44" cy="68" r="9" fill="${armour}"/>`,
        ...knobs,
        k.fill("M12,76Q14,66 60,66Q104,66 112,76Q110,96 62,96Q14,98 12,76Z", skin),
        k.fill("M8,74Q14,32 60,30Q106,30 116,72Q112,80 60,80Q12,82 8,74Z", armour),
        ...[
          [34, 58],
          [52, 50],
          [72, 50],
          [90, 58],
          [62, 66],
          [44, 68],
          [80, 68],
        ].map(
          ([x = 0, y = 0]) => `<ellipse cx="${x}" cy="${y}" rx="6" ry="5" fill="#fff2cf" opacity=".55"/>`,
        ),
        leg(k, 22, 80, 17, true),
        leg(k, 76, 80, 17, true),
        k.fill("M108,70Q112,52 134,54Q158,56 160,74Q160,90 136,92Q112,92 108,70Z", skin),
        k.fill("M116,56L112,44L126,53ZM140,55L150,45L150,60Z", armour),
        face(k, 136, 68, 148, 80),
      ].join("");
    },
  },
  pterosaur: {
    colour: "#b07fe0",
    draw: (k) => {
      const skin = coat(k);
      const wing = k.shaded(lighten(k.main, 0.35), lighten(k.main, 0.12), mix(k.main, "#5a2a8f", 0.35));
      return [
        k.fill("M78,40Q40,-20 -44,-28Q-30,-6 -30,10Q-12,8 0,26Q16,22 28,42Q46,40 66,66Z", wing),
        k.fill("M86,40Q118,-22 192,-34Q184,-10 186,6Q168,8 158,24Q142,22 130,42Q112,42 96,66Z", wing),
        k.stroke("M74,42Q38,-10 -30,-22M90,42Q124,-14 182,-26", lighten(k.main, 0.45), 4, 0.7),
        k.fill("M64,50Q66,28 84,28Q102,30 100,54Q98,84 82,92Q68,84 64,50Z", skin),
        belly(k, "M72,52Q72,76 82,86Q92,76 92,52Q82,60 72,52Z"),
        k.stroke("M74,86l-4,14M90,86l4,14", mix(k.main, "#5a2a8f", 0.3), 6),
        k.fill("M62,22Q54,2 38,-12Q66,-12 80,0Z", k.shaded("#ffc58a", "#ff8f5c", "#e0555f")),
        k.fill("M62,16Q64,-8 88,-8Q106,-8 112,6Q142,12 160,26Q136,32 112,30Q100,42 82,40Q62,38 62,16Z", skin),
        k.fill("M112,17Q140,20 160,26Q136,32 110,29Z", k.shaded("#ffe0a0", "#ffc06a", "#ef9050")),
        face(k, 92, 12, 100, 26),
      ].join("");
    },
  },
  plesiosaur: {
    colour: "#4fb3a6",
    draw: (k) => {
      const skin = coat(k);
      const fin = k.shaded(k.main, mix(k.main, "#1f5f7a", 0.3), mix(k.main, "#1f3f6a", 0.5));
      return [
        k.fill("M92,78Q116,86 126,108Q98,106 80,88Z", fin),
        k.fill("M30,80Q14,92 -8,98Q2,80 18,72Z", fin),
        k.fill("M24,64Q-10,56 -40,70Q-22,78 -2,80Q14,82 26,82Z", skin),
        k.fill(
          "M12,72Q20,42 62,44Q92,44 106,32Q112,6 122,-14Q128,-28 150,-20Q160,-8 146,2Q138,14 134,36Q128,70 100,86Q70,98 40,92Q14,88 12,72Z",
          skin,
        ),
        k.fill("M118,-22Q124,-44 148,-42Q172,-38 174,-22Q174,-6 150,-4Q122,-2 118,-22Z", skin),
        belly(k, "M30,86Q62,96 94,84Q110,76 118,60Q112,80 96,87Q66,96 30,86Z"),
        spots(k, [44, 58, 7], [64, 54, 5], [82, 56, 6], [118, 20, 4]),
        k.fill("M66,84Q76,104 98,118Q62,118 48,90Z", fin),
        face(k, 148, -26, 160, -14),
      ].join("");
    },
  },
};

function coat(k: Kit): string {
  return k.round(lighten(k.main, 0.34), k.main, mix(k.main, "#3a3a8a", 0.42), 0.62);
}

function belly(k: Kit, path: string): string {
  return `<g opacity=".55">${k.fill(path, lighten(k.main, 0.62))}</g>`;
}

function leg(k: Kit, x: number, y: number, width: number, isNear = false): string {
  const far = mix(k.main, "#3a3a8a", 0.35);
  const fill = isNear ? k.shaded(lighten(k.main, 0.12), k.main, mix(k.main, "#3a3a8a", 0.3)) : far;
  const foot = 110;
  const toes = [0.22, 0.5, 0.78].map(
    (share) =>
      `<ellipse cx="${x + width * 1.25 * share}" cy="${foot - 3}" rx="2.400" ry="3" fill="#fff6e0" opacity=".85"/>`,
  );
  return (
    k.fill(`M${x},${y}h${width}q2,18 4,${foot - y - 6}q1,6 -5,6h${-width}q-6,0 -5,-6Z`, fill) +
    (isNear ? toes.join("") : "")
  );
}

function spots(k: Kit, ...places: [x: number, y: number, r: number][]): string {
  const fill = mix(k.main, "#2f4f8a", 0.28);
  return places
    .map(
      ([x, y, r]) => `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${r * 0.8}" fill="${fill}" opacity=".5"/>`,
    )
    .join("");
}

/** An eye with a light in it, a cheek, and a smile that ends at the mouth's corner. */
function face(k: Kit, x: number, y: number, mouthX: number, mouthY: number): string {
  return [
    `<ellipse cx="${x}" cy="${y}" rx="5.200" ry="7" fill="#33283f"/><circle cx="${x + 1.6}" cy="${y - 2.6}" r="2" fill="#fff"/>`,
    `<ellipse cx="${x - 7}" cy="${y + 11}" rx="6" ry="3.800" fill="#ff6f8f" opacity=".45"/>`,
    k.stroke(`M${mouthX - 12},${mouthY}q7,6 15,-2`, "#4a2f4f", 2.6),
  ].join("");
}
