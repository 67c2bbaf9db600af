import { needsBody, plushParts } from "../art/bodies/plush.ts";
import { drawingParts, isDrawn } from "../art/drawings.ts";
import { figureUnits } from "../art/figure.ts";
import { turningMarks } from "../art/machines/turning-marks.ts";
import { sprite } from "../art/sprites.ts";
import type { Layer } from "../scene/compose.ts";
import {
  type Affine,
  about,
  asTransform,
  chain,
  IDENTITY,
  inverse,
  rotation,
  scaling,
  translation,
} from "./affine.ts";
import { jointMap } from "./joints/joint-maps.ts";
import { MACHINE_JOINTS } from "./joints/machines.ts";
import { plushJoints } from "./joints/plush.ts";
import { WHEELS } from "./joints/wheels.ts";
import type { Move } from "./moves/move.ts";

/**
 * A piece of a figure in picture units, and how it moves against the rest of the figure. Most have one drawing; those
 * that have several show one after the other, all of them twice in a film.
 */
export type Piece = { svgs: string[]; map: (move: Move, film: number) => Affine };

/** Parts in the units of the figure's own drawing; `name` as in `DrawingPart`. */
type Part = { name: string; svgs: string[]; map?: (move: Move, film: number) => Affine };

/** The length after which the plates of a crawler's track repeat. */
const PLATE = 7;
/** The part that cannot be turned as it is, because it turns about its length. */
const DRUM = "drum";
const DRUM_STAGES = 16;

const stays = () => IDENTITY;

/** Takes a hero or companion apart into what moves by itself, back to front; most are of one piece. */
export function piecesOf(layer: Layer): Piece[] {
  const { cast, x = 0, y = 0, size = 0 } = layer;
  const whole = [{ svgs: [layer.svg], map: stays }];
  const units = cast && figureUnits(cast.token, size);
  if (!units) return whole;
  const { token, pose } = cast;
  const home = chain(
    translation(x, y),
    rotation(((pose.turn ?? 0) * Math.PI) / 180),
    scaling(pose.flip ? -units.scale : units.scale, units.scale),
    translation(-units.middle, -units.foot),
  );
  const hat = cast.hat ? `<g transform="translate(${x} ${y})">${cast.hat}</g>` : "";
  const roll = (pose.flip ? -1 : 1) / units.scale;
  const wheels = WHEELS[token];
  if (needsBody(token)) return pieces(plush(layer, units.scale, home, hat), home);
  if (isDrawn(token)) return [...pieces(machine(token, pose.colour, roll), home), ...still(hat)];
  if (!wheels?.length) return whole;
  const marks = wheels.map(([cx, cy, r, rim]) => ({
    name: "wheel",
    svgs: [turningMarks(cx, cy, r, rim)],
    map: turning(cx, cy, r, roll),
  }));
  return [...whole, ...pieces(marks, home)];
}

/** Neighbours that stay put become one piece, and so do those that one joint moves. */
function pieces(parts: Part[], home: Affine): Piece[] {
  const back = inverse(home);
  const made: (Piece & { name: string })[] = [];
  for (const { name, svgs, map = stays } of parts) {
    const last = made.at(-1);
    const drawn = svgs.map((svg) => `<g transform="${asTransform(home)}">${svg}</g>`);
    if (last?.name === name && !isFree(name) && drawn.length === 1) last.svgs[0] += drawn[0] ?? "";
    else
      made.push({
        name,
        svgs: drawn,
        map: map === stays ? stays : (move, film) => chain(home, map(move, film), back),
      });
  }
  return made;
}

/** Wheels share a name, but each turns about its own middle. */
function isFree(name: string): boolean {
  return name.startsWith("wheel") || name === DRUM;
}

function still(svg: string): Piece[] {
  return svg ? [{ svgs: [svg], map: stays }] : [];
}

function machine(token: string, colour: string | undefined, roll: number): Part[] {
  const { defs, parts } = drawingParts(token, colour);
  const joints = MACHINE_JOINTS[token] ?? {};
  return parts.map(({ name, svg }, at) => {
    const [kind, ...numbers] = name.split(" ");
    const [x = 0, y = 0, r = 1] = numbers.map(Number);
    const svgs = [defs + svg];
    if (kind === "wheel") return { name, svgs, map: turning(x, y, r, roll) };
    if (kind === "tread") return { name, svgs, map: creeping(numbers[0] === "forwards" ? roll : -roll) };
    if (name === DRUM) return { name, svgs: drumStages(token, colour, at) };
    if (!(name in joints)) return { name: "", svgs };
    return { name, svgs, map: (move: Move, film: number) => jointMap(joints, name, move.beat, film) };
  });
}

/** The drum that is the part `at` of a drawing, at each stage of its turn. */
function drumStages(token: string, colour: string | undefined, at: number): string[] {
  return Array.from({ length: DRUM_STAGES }, (_, stage) => {
    const { defs, parts } = drawingParts(token, colour, stage / DRUM_STAGES);
    return defs + (parts[at]?.svg ?? "");
  });
}

function turning(x: number, y: number, r: number, roll: number): (move: Move) => Affine {
  return ({ rolled }) => about(x, y, rotation((rolled * roll) / r));
}

function creeping(roll: number): (move: Move) => Affine {
  return ({ rolled }) => {
    const way = (rolled * roll) / PLATE;
    return translation((way - Math.round(way)) * PLATE, 0);
  };
}

/** A plush toy; its hat sits on its head and goes with it. */
function plush({ cast, size = 0 }: Layer, scale: number, home: Affine, hat: string): Part[] {
  if (!cast || !size) return [];
  const { token, pose } = cast;
  const joints = plushJoints(pose.wave ?? false);
  const { defs, parts } = plushParts(token, pose);
  const face = `<g transform="translate(60 100) scale(${1 / scale})">${sprite(token, 0, 0, 100 * scale, { colour: pose.colour })}</g>`;
  const worn = hat ? `<g transform="${asTransform(inverse(home))}">${hat}</g>` : "";
  return [...parts, { name: "head", svg: face + worn }].map(({ name, svg }) =>
    name in joints
      ? {
          name,
          svgs: [defs + svg],
          map: (move: Move, film: number) => jointMap(joints, name, move.beat, film),
        }
      : { name: "", svgs: [defs + svg] },
  );
}
