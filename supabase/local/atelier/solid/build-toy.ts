import type { Random } from "../scene/random.ts";
import { type Atlas, paintAtlas, type Skin } from "./atlas.ts";
import { type Figure, type Mesh, writeGlb } from "./glb.ts";
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

/** Turns a shell from cells of its piece into the toy's units with y up, and lays the texture on it. */
function meshOf(piece: Piece, shell: Shell, cells: number, skin: Skin): Mesh {
  const { box, joint, forward, back } = piece;
  const split = back === "plain";
  const corners = shell.positions.length / 3;
  const inner = (corners - shell.rim) / 2;
  // A back with colours of its own needs the outline's corners twice: a corner has one place on the texture.
  const total = corners + (split ? shell.rim : 0);
  const positions = new Float32Array(total * 3);
  const normals = new Float32Array(total * 3);
  const uvs = new Float32Array(total * 2);
  const origin: [number, number, number] = joint ? [joint.x, -joint.y, forward] : [0, 0, 0];
  const [columns, rows] = [Math.ceil(box.width * cells), Math.ceil(box.height * cells)];
  for (let at = 0; at < total; at += 1) {
    const from = at < corners ? at : at - corners;
    const isBack = at >= shell.rim + inner;
    const [x = 0, y = 0, z = 0] = shell.positions.subarray(from * 3, from * 3 + 3);
    const [nx = 0, ny = 0, nz = 0] = shell.normals.subarray(from * 3, from * 3 + 3);
    const [right, down] = [x / columns, y / rows];
    positions.set(
      [
        box.left + right * box.width - origin[0],
        -(box.top + down * box.height) - origin[1],
        z / cells + forward - origin[2],
      ],
      at * 3,
    );
    normals.set([nx, -ny, nz], at * 3);
    const patch = isBack ? skin.back : skin.front;
    uvs.set(
      [patch.left + clampShare(right) * patch.width, patch.top + clampShare(down) * patch.height],
      at * 2,
    );
  }
  const doubled = (at: number) => (split && at < shell.rim ? corners + at : at);
  const indices = [...mirrored(shell.front), ...mirrored(shell.back.map(doubled))];
  return {
    name: piece.name,
    positions,
    normals,
    uvs,
    indices,
    origin,
    ...(joint ? { swing: joint.degrees } : {}),
  };
}

const clampShare = (share: number) => Math.max(0.002, Math.min(0.998, share));

/** Turning y around turns every triangle inside out; this turns them back. */
function mirrored(triangles: number[]): number[] {
  return triangles.map((_, at) => triangles[at % 3 === 0 ? at : at % 3 === 1 ? at + 1 : at - 1] ?? 0);
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
