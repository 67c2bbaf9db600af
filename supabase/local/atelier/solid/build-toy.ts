import type { Random } from "../scene/random.ts";
import { type Atlas, paintAtlas, type Skin } from "./atlas.ts";
import { type Figure, type Mesh, writeGlb } from "./glb.ts";
import { meshOf } from "./mesh-of.ts";
import { type Box, type Piece, type Raster, shapeMasks, solidityOf } from "./piece.ts";
import { type Form, makeShell, type Shell, shapeForm } from "./shell.ts";

/** Cells along the longer side of the toy on which forms are shaped. */
const GRID = 300;
const HEIGHT = 1;
const WIDEST = 1.5;
const MOST_CORNERS = 7500;
const COARSER = 1.25;
const FINEST = 1;

export type Toy = { name: string; pieces: Piece[]; extras: Record<string, unknown> };

/**
 * Builds the GLB of a toy: one unit tall unless it is very wide, standing on y = 0 in the middle. The same toy and
 * stream of numbers give the same bytes. Throws when nothing of it can be seen.
 */
export async function buildToy(toy: Toy, random: Random, checkpoint: () => void): Promise<Buffer> {
  const atlas = await paintAtlas(toy.pieces, checkpoint);
  const cells = GRID / longestSide(toy.pieces);
  const forms = await shapeForms(toy.pieces, atlas, cells, checkpoint);
  const cut = (coarseness: number) =>
    forms.map((form, at) =>
      makeShell(form, { random, coarseness, backEmbossed: toy.pieces[at]?.back === "same" }),
    );
  let shells = cut(FINEST);
  for (let coarseness = FINEST * COARSER; countCorners(shells) > MOST_CORNERS; coarseness *= COARSER) {
    checkpoint();
    shells = cut(coarseness);
  }
  const meshes = toy.pieces.flatMap((piece, at) => {
    const shell = shells[at];
    if (!shell) return [];
    const mesh = meshOf(piece, shell, cells, atlas.skins[at] as Skin);
    return piece.isTwin ? backToBack(mesh) : [mesh];
  });
  if (!meshes.length) throw new Error("There is nothing to see of this model.");
  settle(meshes);
  const figure: Figure = { name: toy.name, meshes, jpeg: atlas.jpeg, extras: toy.extras };
  return writeGlb(figure);
}

function longestSide(pieces: Piece[]): number {
  const around = pieces.map(({ box }) => box);
  const width = Math.max(...around.map(rightOf)) - Math.min(...around.map(({ left }) => left));
  const height = Math.max(...around.map(bottomOf)) - Math.min(...around.map(({ top }) => top));
  return Math.max(width, height);
}

const rightOf = ({ left, width }: Box) => left + width;
const bottomOf = ({ top, height }: Box) => top + height;
const countCorners = (shells: (Shell | null)[]) =>
  shells.reduce((sum, shell) => sum + (shell ? shell.positions.length / 3 + shell.rim : 0), 0);

async function shapeForms(
  pieces: Piece[],
  atlas: Atlas,
  cells: number,
  checkpoint: () => void,
): Promise<Form[]> {
  const forms: Form[] = [];
  for (const [at, piece] of pieces.entries()) {
    const [width, height] = [Math.ceil(piece.box.width * cells), Math.ceil(piece.box.height * cells)];
    const mask = await solidityOf(atlas.pictures[at] as Raster, width, height);
    forms.push(shapeForm(mask, await shapeMasks(piece, width, height), piece.swelling));
    checkpoint();
  }
  return forms;
}

/** A form and its twin, turned half around the vertical line through their middle. */
function backToBack(mesh: Mesh): Mesh[] {
  const middle = bound([mesh], 0, Math.min) + bound([mesh], 0, Math.max);
  const turned = (values: Float32Array) => values.map((value, at) => (at % 3 === 1 ? value : -value));
  const positions = turned(mesh.positions).map((value, at) => (at % 3 === 0 ? value + middle : value));
  return [mesh, { ...mesh, name: `${mesh.name} from behind`, positions, normals: turned(mesh.normals) }];
}

/** Scales and moves the toy so that it stands on the ground around the middle. */
function settle(meshes: Mesh[]): void {
  const low = [0, 1, 2].map((axis) => bound(meshes, axis, Math.min));
  const high = [0, 1, 2].map((axis) => bound(meshes, axis, Math.max));
  const [minX = 0, minY = 0, minZ = 0] = low;
  const [maxX = 0, maxY = 0, maxZ = 0] = high;
  const scale = Math.min(HEIGHT / (maxY - minY), WIDEST / (maxX - minX));
  const shift = [-(minX + maxX) / 2, -minY, -(minZ + maxZ) / 2] as const;
  for (const { positions, origin, swing } of meshes) {
    const moves = swing ? [0, 0, 0] : shift;
    for (let at = 0; at < positions.length; at += 1)
      positions[at] = ((positions[at] ?? 0) + (moves[at % 3] ?? 0)) * scale;
    if (swing) for (const axis of [0, 1, 2] as const) origin[axis] = (origin[axis] + shift[axis]) * scale;
  }
}

function bound(meshes: Mesh[], axis: number, choose: (a: number, b: number) => number): number {
  let found: number | null = null;
  for (const { positions, origin } of meshes)
    for (let at = axis; at < positions.length; at += 3) {
      const value = (positions[at] ?? 0) + (origin[axis] ?? 0);
      found = found === null ? value : choose(found, value);
    }
  return found ?? 0;
}
