import { lighten } from "../../art/colour.ts";
import { figure, figureSize } from "../../art/figure.ts";
import { linear, short } from "../../art/paint.ts";
import { LEFT, type Point, RIGHT, type Ridge, smooth } from "../shapes.ts";
import { isFree, type Stage, take } from "../stage.ts";

/** A mountain; `snow` caps it. */
export function mountain(x: number, y: number, w: number, h: number, colour: string, snow: boolean): string {
  const outline: Point[] = [
    [x - w / 2, y],
    [x - w * 0.28, y - h * 0.5],
    [x - w * 0.1, y - h * 0.86],
    [x, y - h],
    [x + w * 0.12, y - h * 0.84],
    [x + w * 0.3, y - h * 0.46],
    [x + w / 2, y],
  ];
  const paint = linear([
    [0, lighten(colour, 0.2)],
    [1, colour],
  ]);
  const cap = `<path d="M${short(x - w * 0.12)},${short(y - h * 0.82)}Q${short(x)},${short(y - h * 1.17)} ${short(x + w * 0.13)},${short(y - h * 0.8)}q${short(-w * 0.04)},${short(h * 0.06)} ${short(-w * 0.08)},0q${short(-w * 0.04)},${short(h * 0.08)} ${short(-w * 0.08)},0q${short(-w * 0.05)},${short(h * 0.05)} ${short(-w * 0.09)},0Z" fill="#fff" opacity=".92"/>`;
  return `${paint.defs}<path d="${smooth(outline)}Z" fill="${paint.fill}"/>${snow ? cap : ""}`;
}

/** A white picket fence following the land. */
export function fence(stage: Stage, land: Ridge): string {
  const { tint } = stage.light;
  const foot = (x: number) => land.at(x) + 34;
  const points: Point[] = [];
  for (let x = LEFT; x < RIGHT; x += 20) points.push([x, foot(x)]);
  points.push([RIGHT, foot(RIGHT)]);
  const rail = smooth(points);
  let pickets = "";
  for (let x = LEFT; x < RIGHT; x += 64) {
    const y = foot(x);
    pickets += `<path d="M${x - 8},${short(y + 16)}V${short(y - 52)}l8,-12l8,12V${short(y + 16)}Z" fill="${tint("#fffaf0")}"/><path d="M${x + 2},${short(y + 16)}V${short(y - 58)}l6,8V${short(y + 16)}Z" fill="#c9a98a" opacity=".35"/>`;
  }
  return `<path d="${rail}" stroke="${tint("#fff7e8")}" stroke-width="10" fill="none" transform="translate(0 -34)"/><path d="${rail}" stroke="${tint("#f0dfc4")}" stroke-width="10" fill="none" transform="translate(0 -8)"/>${pickets}`;
}

/** A piece of art as part of the landscape, dimmed at night as the land is; nothing when it is the hero itself. */
export function landmark(stage: Stage, token: string, x: number, y: number, size: number): string {
  if (token === stage.subject || stage.unwanted.has(token)) return "";
  return `<g opacity="${stage.light.night ? 0.8 : 1}">${figure(token, x, y, size)}</g>`;
}

/** Art that lies about near the viewer: it takes its place, so that no companion stands in it. */
export function prop(stage: Stage, token: string, x: number, y: number, size: number, turn = 0): string {
  const [width, height] = figureSize(token, size);
  take(stage, x, y, width, height);
  return figure(token, x, y, size, { turn });
}

/** Small finds strewn over the ground, each where there is room; what finds none is left out. */
export function strew(
  stage: Stage,
  count: number,
  find: (at: number) => { token: string; x: number; y: number; size: number; turn?: number },
): string {
  const strewn = Array.from({ length: count }, (_, at) => {
    for (let attempt = 0; attempt < 5; attempt++) {
      const { token, x, y, size, turn } = find(at);
      const [width, height] = figureSize(token, size);
      if (token !== stage.subject && !stage.unwanted.has(token) && isFree(stage, x, y, width, height))
        return { y, svg: prop(stage, token, x, y, size, turn) };
    }
    return { y: 0, svg: "" };
  });
  return strewn
    .sort((a, b) => a.y - b.y)
    .map(({ svg }) => svg)
    .join("");
}
