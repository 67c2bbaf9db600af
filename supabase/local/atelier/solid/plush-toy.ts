import { plushParts } from "../art/bodies/plush.ts";
import { findBounds } from "../art/library.ts";
import { sprite } from "../art/sprites.ts";
import { FIGURE_SIZE, type Making, pieceOf, SOFT, shapesOf } from "./figure-piece.ts";
import type { Piece } from "./piece.ts";
import type { Swelling } from "./relief.ts";

/** Where each part of the plush body is, in its own box of 120 by 160, and how it is held. */
export function plushToy(token: string, { colour, waves, depth }: Making): Piece[] {
  const { defs, parts } = plushParts(token, { colour, wave: waves });
  const paint = (...names: string[]) =>
    defs +
    parts
      .filter(({ name }) => names.includes(name))
      .map(({ svg }) => svg)
      .join("");
  const soft = (roundness: number): Swelling => ({ ...SOFT, roundness: roundness * depth });
  const limb = { swelling: soft(0.85), back: "plain" } as const;
  const head = faceOf(token, colour, soft(0.8));
  const pieces = [
    pieceOf(
      "body",
      paint("body", "belly"),
      { left: 25, top: 78, width: 70, height: 76 },
      { swelling: soft(0.85), back: "plain" },
    ),
    pieceOf(
      "left arm",
      paint("left-arm"),
      { left: 4, top: 86, width: 40, height: 56 },
      { ...limb, forward: 9 },
    ),
    pieceOf(
      "right arm",
      paint("right-arm"),
      waves ? { left: 78, top: 68, width: 60, height: 54 } : { left: 76, top: 86, width: 40, height: 56 },
      {
        ...limb,
        forward: 9,
        joint: { x: 90, y: 100, degrees: waves ? 14 : 7 },
      },
    ),
    pieceOf(
      "left foot",
      paint("left-foot"),
      { left: 19, top: 139, width: 38, height: 22 },
      { swelling: soft(1.25), back: "plain", forward: 21 },
    ),
    pieceOf(
      "right foot",
      paint("right-foot"),
      { left: 63, top: 139, width: 38, height: 22 },
      { swelling: soft(1.25), back: "plain", forward: 21 },
    ),
    placed(head, 60, 100, 6),
  ];
  if (parts.some(({ name, svg }) => name === "tail" && svg))
    pieces.push(
      pieceOf("tail", paint("tail"), { left: 78, top: 82, width: 46, height: 70 }, { ...limb, forward: -16 }),
    );
  return pieces;
}

/** The piece moved so that its own origin comes to lie at a place. */
function placed(piece: Piece, x: number, y: number, forward: number): Piece {
  return { ...piece, forward, box: { ...piece.box, left: piece.box.left + x, top: piece.box.top + y } };
}

/** The icon alone, which is the face of a plush toy. */
function faceOf(token: string, colour: string | undefined, swelling: Swelling): Piece {
  const markup = sprite(token, 0, 0, FIGURE_SIZE, colour ? { colour } : {});
  const [left, top, right, bottom, aspect] = findBounds(token) ?? [0, 0, 1, 1, 1];
  const scale = FIGURE_SIZE / Math.max(right - left, (bottom - top) * aspect);
  const [width, height] = [(right - left) * scale, (bottom - top) * aspect * scale];
  return pieceOf(
    "head",
    markup,
    { left: -width / 2, top: -height, width, height },
    {
      shapes: shapesOf(token, markup),
      swelling,
      back: "plain",
    },
  );
}
