import { darken, lighten } from "../art/colour.ts";
import { linear, short } from "../art/paint.ts";
import { LEFT, RIGHT } from "./shapes.ts";

/** What hangs rather than stands: from what, and how far below its top, in shares of its height. */
const HANGING: Record<string, { from: "branch" | "cable"; at: number }> = {
  sloth: { from: "branch", at: 0.08 },
  "aerial-tramway": { from: "cable", at: 0.004 },
};

export function hangs(token: string): boolean {
  return token in HANGING;
}

/** The branch or the cable a hanging figure holds on to, from edge to edge of the world. */
export function perch(token: string, x: number, y: number, height: number): string {
  const hanging = HANGING[token];
  if (!hanging) return "";
  const top = y - height * (1 - hanging.at);
  return hanging.from === "cable" ? cable(x, top) : branch(x, top);
}

function cable(x: number, y: number): string {
  const slope = 0.06;
  const at = (px: number) => short(y + (x - px) * slope);
  return `<path d="M${LEFT},${at(LEFT)}L${RIGHT},${at(RIGHT)}" stroke="#3d3158" stroke-width="9"/><path d="M${LEFT},${at(LEFT) - 2}L${RIGHT},${at(RIGHT) - 2}" stroke="#a596c8" stroke-width="2.5"/>`;
}

function branch(x: number, y: number): string {
  const bark = linear([
    [0, lighten("#9a6a4c", 0.2)],
    [1, darken("#7d4f45", 0.25)],
  ]);
  const fromRight = x > 512;
  const [root, tip] = fromRight ? [RIGHT, x - 270] : [LEFT, x + 270];
  const limb = `M${root},${short(y - 74)}Q${short((root + x) / 2)},${short(y - 34)} ${short(tip)},${short(y - 8)}Q${short(tip)},${short(y + 12)} ${short(x)},${short(y + 15)}Q${short((root + x) / 2)},${short(y + 18)} ${root},${short(y - 2)}Z`;
  const leaves = [0.18, 0.36, 0.8, 0.94].map((along, at) => {
    const lx = short(root + (tip - root) * along);
    const turn = at % 2 ? 40 : -140;
    return `<path d="M0,0C14,-22 46,-20 62,0C46,20 14,22 0,0Z" fill="${at % 2 ? "#4fb85a" : "#7bd05a"}" transform="translate(${lx} ${short(y - 24 + at * 6)}) rotate(${turn})"/>`;
  });
  return `${bark.defs}<path d="${limb}" fill="${bark.fill}"/>${leaves.join("")}`;
}
