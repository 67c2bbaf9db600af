import { lighten, mix } from "../colour.ts";
import type { Drawing, Kit } from "../machines/kit.ts";

/** Where the middle of a shape lies, and half its height. */
const MIDDLE = { x: 80, y: 44 };
const HALF = 62;

/** Flat shapes with a friendly face, and splashes of paint: what the colours and shapes themselves look like. */
export const SHAPES: Record<string, Drawing> = {
  circle: shape("#ff5f5f", circle(HALF)),
  square: shape("#4f9dff", rounded(57, 57)),
  triangle: shape("#ffc53d", polygon(3, 76, MIDDLE.y + 14), 20),
  rectangle: shape("#46c98b", rounded(82, 52)),
  oval: shape("#a87bff", `M-6,44a86,56 0 1 1 172,0a86,56 0 1 1 -172,0Z`),
  rhombus: shape(
    "#ff8f3d",
    "M74,-26Q80,-34 86,-26L136,38Q140,44 136,50L86,114Q80,122 74,114L24,50Q20,44 24,38Z",
  ),
  hexagon: shape("#35bfd6", polygon(6, 66, MIDDLE.y)),
  pentagon: shape("#ff7fb0", polygon(5, 66, MIDDLE.y + 4)),
  cross: shape(
    "#5fcf6a",
    "M58,-18q0,-6 6,-6h32q6,0 6,6v40h40q6,0 6,6v32q0,6 -6,6h-40v40q0,6 -6,6h-32q-6,0 -6,-6v-40h-40q-6,0 -6,-6v-32q0,-6 6,-6h40Z",
  ),
  arrow: shape(
    "#ff6f91",
    "M-12,26q0,-6 6,-6h84v-26q0,-12 10,-5l72,48q8,6 0,13l-72,48q-10,7 -10,-5v-27h-84q-6,0 -6,-6Z",
  ),
  spiral: {
    colour: "#8f6bff",
    draw: (k) => {
      const turn =
        "M80,46q-2,-12 10,-10q16,4 10,22q-9,22 -34,14q-26,-12 -16,-42q14,-32 50,-22q40,14 30,58q-14,44 -64,36q-50,-14 -44,-68";
      return [
        k.stroke(turn, mix(k.main, "#2b1245", 0.35), 17),
        k.stroke(turn, k.main, 14),
        k.stroke(turn, lighten(k.main, 0.35), 4, 0.6),
      ].join("");
    },
  },
  cube: {
    colour: "#ffb13d",
    draw: (k) => {
      const dark = mix(k.main, "#8a2a4a", 0.45);
      return [
        k.fill(
          "M80,-26L142,6L80,38L18,6Z",
          k.shaded(lighten(k.main, 0.5), lighten(k.main, 0.3), lighten(k.main, 0.2)),
        ),
        k.fill("M18,6L80,38V112L18,78Z", k.shaded(lighten(k.main, 0.08), k.main, mix(k.main, dark, 0.25))),
        k.fill("M142,6L80,38V112L142,78Z", k.shaded(mix(k.main, dark, 0.3), mix(k.main, dark, 0.5), dark)),
        k.stroke("M18,6L80,38L142,6M80,38V112", "#fff", 2.5, 0.45),
      ].join("");
    },
  },
  "red-paint": paint("#f23b3f"),
  "blue-paint": paint("#2f7bf0"),
  "yellow-paint": paint("#ffd21f"),
  "green-paint": paint("#33b84f"),
  "orange-paint": paint("#ff8a1f"),
  "purple-paint": paint("#8f4be0"),
  "pink-paint": paint("#ff8ac0"),
  "brown-paint": paint("#8a5636"),
  "black-paint": paint("#35323d"),
  "white-paint": paint("#f8f6fb"),
  "grey-paint": paint("#9a98a4"),
};

function shape(colour: string, outline: string, faceDrop = 6): Drawing {
  return {
    colour,
    draw: (k) =>
      [
        k.fill(outline, k.round(lighten(k.main, 0.3), k.main, mix(k.main, "#8a2a6a", 0.42), 0.6)),
        face(k, MIDDLE.x, MIDDLE.y + faceDrop),
      ].join(""),
  };
}

/** A puddle with drops, shaded by its own colour so that yellow stays yellow and black stays black. */
function paint(colour: string): Drawing {
  const splash =
    "M80,-18q14,-4 22,10q8,10 22,2q18,-6 24,8q4,14 -10,22q-10,8 2,18q18,10 10,26q-10,14 -28,6q-14,-8 -20,6q-4,20 -22,20q-18,0 -22,-18q-4,-14 -18,-8q-20,6 -28,-8q-6,-16 12,-26q12,-8 0,-18q-14,-10 -8,-22q8,-14 26,-6q14,6 20,-4q6,-6 18,-8Z";
  return {
    colour,
    draw: (k) => {
      const edge = mix(k.main, "#3a1a4a", 0.28);
      const fill = k.round(lighten(k.main, 0.16), k.main, edge, 0.74);
      const drop = (x: number, y: number, r: number) =>
        `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/><circle cx="${x - r * 0.3}" cy="${y - r * 0.35}" r="${r * 0.28}" fill="#fff" opacity=".55"/>`;
      return [
        k.fill(splash, fill),
        drop(14, -2, 10),
        drop(152, 92, 11),
        drop(20, 98, 7),
        drop(140, -18, 6),
        k.stroke("M46,14q8,-8 18,-6", "#fff", 6, 0.6),
        face(k, MIDDLE.x, MIDDLE.y),
      ].join("");
    },
  };
}

/** Two eyes, a smile and cheeks; light ones where dark ones would not show. */
function face(k: Kit, x: number, y: number): string {
  const isDark = ["#35323d", "#8a5636"].includes(k.main);
  const ink = isDark ? "#fff6ee" : "#3d2a38";
  const eye = (at: number) =>
    `<ellipse cx="${at}" cy="${y - 8}" rx="5" ry="7.500" fill="${ink}"/><circle cx="${at - 1.6}" cy="${y - 11}" r="1.900" fill="${isDark ? "#3d2a38" : "#fff"}" opacity=".9"/>`;
  const cheek = (at: number) =>
    `<ellipse cx="${at}" cy="${y + 6}" rx="7" ry="4.500" fill="#ff5f8f" opacity=".4"/>`;
  return [
    eye(x - 17),
    eye(x + 17),
    cheek(x - 29),
    cheek(x + 29),
    k.stroke(`M${x - 10},${y + 6}q10,11 20,0`, ink, 4),
  ].join("");
}

function circle(r: number): string {
  return `M${MIDDLE.x - r},${MIDDLE.y}a${r},${r} 0 1 1 ${2 * r},0a${r},${r} 0 1 1 ${-2 * r},0Z`;
}

function rounded(halfWidth: number, halfHeight: number): string {
  const [w, h] = [2 * halfWidth - 20, 2 * halfHeight - 20];
  return `M${MIDDLE.x - halfWidth + 10},${MIDDLE.y - halfHeight}h${w}q10,0 10,10v${h}q0,10 -10,10h${-w}q-10,0 -10,-10v${-h}q0,-10 10,-10Z`;
}

/** A regular polygon that stands on a side or hangs from a corner, with soft corners. */
function polygon(sides: number, radius: number, middleY: number): string {
  const corners = Array.from({ length: sides }, (_, at) => {
    const angle = ((at + (sides % 2 ? 0 : 0.5)) * 2 * Math.PI) / sides - Math.PI / 2;
    return { x: MIDDLE.x + radius * Math.cos(angle), y: middleY + radius * Math.sin(angle) };
  });
  const soft = 0.1;
  const points = corners.map((corner, at) => {
    const next = corners[(at + 1) % sides] ?? corner;
    const before = corners[(at + sides - 1) % sides] ?? corner;
    const near = (to: { x: number; y: number }) =>
      `${(corner.x + (to.x - corner.x) * soft).toFixed(1)},${(corner.y + (to.y - corner.y) * soft).toFixed(1)}`;
    return `${at ? "L" : "M"}${near(before)}Q${corner.x.toFixed(1)},${corner.y.toFixed(1)} ${near(next)}`;
  });
  return `${points.join("")}Z`;
}
