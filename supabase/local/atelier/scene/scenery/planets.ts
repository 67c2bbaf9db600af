import { lighten, mix } from "../../art/colour.ts";
import { ball, contentId, short } from "../../art/paint.ts";
import { circle, ellipse, glow, repeat } from "../shapes.ts";
import type { Stage } from "../stage.ts";

/** A banded planet, ringed or not; it takes its place, so that nobody flies before it. */
export function planet(
  stage: Stage,
  x: number,
  y: number,
  r: number,
  colour: string,
  ringed: boolean,
): string {
  const { random } = stage;
  const reach = r * (ringed ? 1.7 : 1.1);
  stage.taken.push([x - reach, y - r * 1.1, x + reach, y + r * 1.1]);
  const paint = ball(colour, "#4a1a8a", 0.6);
  const turn = short(random.between(-28, 28));
  const clip = contentId(`planet${short(x)},${short(y)},${short(r)}`);
  const bands = repeat(4, (at) =>
    ellipse(
      x + random.between(-0.2, 0.2) * r,
      y + (-0.7 + at * 0.45) * r,
      r * 1.2,
      r * random.between(0.06, 0.13),
      at % 2 ? "#fff" : mix(colour, "#7a1f6a", 0.4),
      0.28,
    ),
  );
  const half = (front: 0 | 1) => {
    if (!ringed) return "";
    const pale = lighten(colour, 0.45);
    const arc = (share: number, flat: number, width: number, tone: string) =>
      `<path d="M${short(-r * share)},0A${short(r * share)},${short(r * flat)} 0 0 ${1 - front} ${short(r * share)},0" fill="none" stroke="${tone}" stroke-width="${short(r * width)}"/>`;
    return `<g transform="translate(${short(x)} ${short(y)}) rotate(${turn})">${arc(1.75, 0.42, 0.17, pale)}${arc(1.48, 0.34, 0.07, mix(pale, colour, 0.5))}</g>`;
  };
  return [
    glow(x, y, r * 1.7, lighten(colour, 0.3), 0.35),
    `${paint.defs}<defs><clipPath id="${clip}"><circle cx="${short(x)}" cy="${short(y)}" r="${short(r)}"/></clipPath></defs>`,
    half(0),
    circle(x, y, r, paint.fill),
    `<g clip-path="url(#${clip})"><g transform="rotate(${turn} ${short(x)} ${short(y)})">${bands}</g></g>`,
    half(1),
  ].join("");
}

/** A four-pointed twinkling star. */
export function twinkle(x: number, y: number, r: number, opacity: number): string {
  const near = r * 0.12;
  const p = (dx: number, dy: number) => `${short(x + dx)},${short(y + dy)}`;
  return `<path d="M${p(0, -r)}Q${p(near, -near)} ${p(r, 0)}Q${p(near, near)} ${p(0, r)}Q${p(-near, near)} ${p(-r, 0)}Q${p(-near, -near)} ${p(0, -r)}Z" fill="#fff6d0" opacity="${short(opacity)}"/>`;
}
