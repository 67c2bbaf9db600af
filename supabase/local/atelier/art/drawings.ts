import { BORERS } from "./machines/borers.ts";
import { DIGGERS } from "./machines/diggers.ts";
import { createKit, type Drawing } from "./machines/kit.ts";
import { LIFTERS } from "./machines/lifters.ts";
import { TRAINS } from "./machines/rails.ts";
import { ROLLERS } from "./machines/rollers.ts";
import { TRUCKS } from "./machines/trucks.ts";
import { DINOSAURS } from "./objects/dinosaurs.ts";
import { LAND_OBJECTS } from "./objects/land.ts";
import { NATURE_OBJECTS } from "./objects/nature.ts";
import { SKY_OBJECTS } from "./objects/planets.ts";
import { SEA_OBJECTS } from "./objects/sea.ts";
import { SHAPES } from "./objects/shapes.ts";
import { SHIPS } from "./objects/ships.ts";
import { SPACE_OBJECTS } from "./objects/space.ts";

const DRAWINGS: Record<string, Drawing> = {
  ...DIGGERS,
  ...BORERS,
  ...LIFTERS,
  ...ROLLERS,
  ...TRUCKS,
  ...TRAINS,
  ...LAND_OBJECTS,
  ...SEA_OBJECTS,
  ...SHIPS,
  ...SPACE_OBJECTS,
  ...SKY_OBJECTS,
  ...NATURE_OBJECTS,
  ...SHAPES,
  ...DINOSAURS,
};

const MACHINES = new Set([DIGGERS, BORERS, LIFTERS, ROLLERS, TRUCKS].flatMap((group) => Object.keys(group)));

/** The tokens of everything that is drawn by code rather than taken from an icon set. */
export function drawnTokens(): string[] {
  return Object.keys(DRAWINGS);
}

/** The colour a drawing has when nobody asks for another. */
export function usualColour(token: string): string | undefined {
  return DRAWINGS[token]?.colour;
}

export function isDrawn(token: string): boolean {
  return token in DRAWINGS;
}

/** Whether the token is a working machine, which may be painted in any site colour. */
export function isMachine(token: string): boolean {
  return MACHINES.has(token);
}

/** The square that drawings are measured in: roomier than any of them, because booms reach far. */
export const DRAWING_BOX = { left: -60, top: -110, side: 300 };

/** A stretch of a drawing in painter's order; `name` says what moves it, and is empty for what stays put. */
export type DrawingPart = { name: string; svg: string };

/** A drawing taken apart, its drum turned so far (0..1), with the gradients that all its parts need. */
export function drawingParts(
  token: string,
  colour?: string,
  turned = 0,
): { defs: string; parts: DrawingPart[] } {
  const drawing = DRAWINGS[token];
  if (!drawing) throw new Error(`Nothing is drawn under the name ${token}`);
  const kit = createKit(colour ?? drawing.colour, true, turned);
  const pieces = drawing.draw(kit).split(/<!--([a-z0-9. -]*)-->/);
  const parts: DrawingPart[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const svg = pieces[at] ?? "";
    if (svg) parts.push({ name: at ? (pieces[at - 1] ?? "") : "", svg });
  }
  return { defs: kit.defs(), parts };
}

/** The SVG of a drawing in its own units (see `Drawing`), in its usual colour unless one is given. */
export function drawingSvg(token: string, colour?: string): string {
  const drawing = DRAWINGS[token];
  if (!drawing) throw new Error(`Nothing is drawn under the name ${token}`);
  const kit = createKit(colour ?? drawing.colour);
  const body = drawing.draw(kit);
  return kit.defs() + body;
}
