import { lighten, mix } from "./colour.ts";

/** A gradient: `defs` goes anywhere before its first use, `fill` into a fill or stroke attribute. */
export type Paint = { fill: string; defs: string };
type Stop = [offset: number, colour: string, opacity?: number];
type Line = [x1: number, y1: number, x2: number, y2: number];

/** A linear gradient over the filled shape, from top to bottom unless a direction is given. */
export function linear(stops: Stop[], [x1, y1, x2, y2]: Line = [0, 0, 0, 1]): Paint {
  return define("linearGradient", `x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"`, stops);
}

/** A vertical gradient in picture coordinates, so that many shapes share one light. */
export function vertical(stops: Stop[], top: number, bottom: number): Paint {
  const place = `gradientUnits="userSpaceOnUse" x1="0" y1="${short(top)}" x2="0" y2="${short(bottom)}"`;
  return define("linearGradient", place, stops);
}

/** A radial gradient over the filled shape; centre and radius in shares of its box. */
export function radial(stops: Stop[], cx = 0.5, cy = 0.5, r = 0.5): Paint {
  return define("radialGradient", `cx="${cx}" cy="${cy}" r="${r}"`, stops);
}

/** A radial gradient in picture coordinates. */
export function spot(stops: Stop[], cx: number, cy: number, r: number): Paint {
  const place = `gradientUnits="userSpaceOnUse" cx="${short(cx)}" cy="${short(cy)}" r="${short(r)}"`;
  return define("radialGradient", place, stops);
}

/** Body paint in the manner of the icons: light from the upper left, a warm shade below. */
export function ball(colour: string, shade = "#8a2a6a", share = 0.38): Paint {
  const stops: Stop[] = [
    [0, lighten(colour, 0.28)],
    [0.55, colour],
    [1, mix(colour, shade, share)],
  ];
  return radial(stops, 0.36, 0.26, 0.82);
}

/** Numbers as short as the eye needs. */
export function short(value: number): number {
  return Math.round(value * 10) / 10;
}

/** An id made of the content: equal gradients share it, and no counter has to be kept. */
export function contentId(content: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < content.length; at++) hash = Math.imul(hash ^ content.charCodeAt(at), 0x01000193);
  return `p${(hash >>> 0).toString(36)}${content.length.toString(36)}`;
}

function define(element: string, place: string, stops: Stop[]): Paint {
  const inner = stops.map(
    ([offset, colour, opacity]) =>
      `<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? "" : ` stop-opacity="${opacity}"`}/>`,
  );
  const body = `${place}>${inner.join("")}</${element}>`;
  const id = contentId(element + body);
  return { fill: `url(#${id})`, defs: `<defs><${element} id="${id}" ${body}</defs>` };
}
