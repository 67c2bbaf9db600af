import type { Skin } from "./atlas.ts";
import type { Mesh } from "./glb.ts";
import type { Piece } from "./piece.ts";
import type { Shell } from "./shell.ts";

/** Turns a shell from cells of its piece into the toy's units with y up, and lays the texture on it. */
export function meshOf(piece: Piece, shell: Shell, cells: number, skin: Skin): Mesh {
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
