import { lighten, mix } from "../colour.ts";
import { ball, radial, short } from "../paint.ts";
import { type Pose, sprite } from "../sprites.ts";
import { COATS, type Coat } from "./coats.ts";

/** The body's own box: 120 wide, 160 high, feet at the bottom. */
export const PLUSH_BOX = { width: 120, height: 160 };
const { width: WIDTH, height: HEIGHT } = PLUSH_BOX;

/** A sitting plush toy with the icon as its head; `x` is its middle, `y` its feet, `height` in picture units. */
export function plush(
  token: string,
  x: number,
  y: number,
  height: number,
  pose: Pose & { wave?: boolean } = {},
): string {
  const scale = height / HEIGHT;
  const { defs, parts } = plushParts(token, pose);
  const head = `<g transform="translate(60 100) scale(${(1 / scale).toFixed(5)})">${sprite(token, 0, 0, 100 * scale, { colour: pose.colour })}</g>`;
  const turn = pose.turn ? ` rotate(${short(pose.turn)})` : "";
  const stretch = `scale(${(pose.flip ? -scale : scale).toFixed(4)} ${scale.toFixed(4)})`;
  const body = defs + parts.map(({ svg }) => svg).join("") + head;
  return `<g transform="translate(${short(x)} ${short(y)})${turn} ${stretch} translate(${-WIDTH / 2} ${-HEIGHT})">${body}</g>`;
}

/** One part of a plush toy in the body's own box. */
export type PlushPart = {
  name: "tail" | "body" | "belly" | "left-arm" | "right-arm" | "left-foot" | "right-foot" | "shade";
  svg: string;
};

/**
 * The parts of a plush toy under its head, in the order in which they are painted; `defs` holds their paints. The head
 * is the icon itself, 100 units large, its foot at 60,100.
 */
export function plushParts(
  token: string,
  pose: Pick<Pose, "colour"> & { wave?: boolean } = {},
): { defs: string; parts: PlushPart[] } {
  const coat = dyed(COATS[token], pose.colour);
  const body = ball(coat.body);
  const limb = ball(coat.limb);
  const belly = ball(coat.belly);
  const shade = radial([
    [0, "#2b1245", 0.35],
    [1, "#2b1245", 0],
  ]);
  // A waving arm is raised where the tail would be, so the tail then lies on the other side.
  const drawnTail = tail(coat, limb.fill);
  const sideTail = pose.wave
    ? `<g transform="translate(${WIDTH} 0) scale(-1 1)">${drawnTail}</g>`
    : drawnTail;
  const rightArm = pose.wave ? arm(83, 64, 46, 58, limb.fill, 104) : arm(82, 94, 40, -24, limb.fill);
  return {
    defs: body.defs + limb.defs + belly.defs + shade.defs,
    parts: [
      { name: "tail", svg: sideTail },
      { name: "body", svg: `<ellipse cx="60" cy="116" rx="35" ry="38" fill="${body.fill}"/>` },
      {
        name: "belly",
        svg: `<ellipse cx="60" cy="121" rx="23" ry="27" fill="${belly.fill}" opacity=".92"/>`,
      },
      { name: "right-arm", svg: rightArm },
      { name: "left-arm", svg: arm(21, 94, 40, 24, limb.fill) },
      { name: "left-foot", svg: foot(38, 36, limb.fill, coat.belly) },
      { name: "right-foot", svg: foot(82, 84, limb.fill, coat.belly) },
      { name: "shade", svg: `<ellipse cx="60" cy="92" rx="34" ry="11" fill="${shade.fill}"/>` },
    ],
  };
}

/** Whether the icon shows a face only, so that it needs a body. */
export function needsBody(token: string): boolean {
  return token in COATS;
}

function dyed(coat: Coat | undefined, colour: string | undefined): Coat {
  if (!coat) throw new Error("No coat for this animal");
  if (!colour) return coat;
  return { ...coat, body: colour, limb: mix(colour, "#7a2a6a", 0.12), belly: lighten(colour, 0.55) };
}

function arm(x: number, y: number, length: number, turn: number, fill: string, pivot = 98): string {
  return `<g transform="rotate(${turn} ${x + 9} ${pivot})"><rect x="${x}" y="${y}" width="17" height="${length}" rx="8.5" fill="${fill}"/></g>`;
}

function foot(x: number, sole: number, fill: string, soleColour: string): string {
  return `<ellipse cx="${x}" cy="150" rx="19" ry="11" fill="${fill}"/><ellipse cx="${sole}" cy="151" rx="9" ry="5.5" fill="${soleColour}" opacity=".55"/>`;
}

function tail(coat: Coat, limb: string): string {
  const tuft = ball(coat.tuft ?? coat.limb);
  if (coat.tail === "tuft")
    return `${tuft.defs}<path d="M88,140C112,138 116,116 108,100" fill="none" stroke="${coat.limb}" stroke-width="7" stroke-linecap="round"/><ellipse cx="107" cy="96" rx="8" ry="11" fill="${tuft.fill}"/>`;
  if (coat.tail === "bush")
    return `<path d="M82,146C112,150 128,122 116,96C112,112 96,118 84,126Z" fill="${limb}"/><path d="M116,96C121,106 120,116 117,122C111,118 109,112 110,105C113,102 115,99 116,96Z" fill="${coat.tuft}"/>`;
  if (coat.tail === "ring")
    return `<path d="M84,144C108,146 120,124 112,100" fill="none" stroke="${coat.body}" stroke-width="17" stroke-linecap="round"/><path d="M84,144C108,146 120,124 112,100" fill="none" stroke="${coat.tuft}" stroke-width="17" stroke-dasharray="7 9" stroke-dashoffset="-8"/>`;
  if (coat.tail === "curl")
    return `<path d="M88,142C116,142 118,112 104,110C96,110 96,122 104,122" fill="none" stroke="${coat.limb}" stroke-width="7" stroke-linecap="round"/>`;
  return "";
}
