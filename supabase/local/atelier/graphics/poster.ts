import { bytesOf, lighten } from "../art/colour.ts";
import { figure, figureSize } from "../art/figure.ts";
import { linear, short } from "../art/paint.ts";
import type { Random } from "../scene/random.ts";
import type { Drawing } from "./cover.ts";
import type { Card, Deck } from "./deck.ts";
import { drawCaption, drawTitle, setText } from "./title.ts";
import { paintWorld } from "./world.ts";

const TINTS = ["#ffd9e2", "#ffe5c2", "#fff0b3", "#d3f2d4", "#cfe9ff", "#e3d8ff"];
const INK = "#4a2c6e";
const CELL_SHAPE = 0.86;
const MARGIN = 0.045;

/** A sheet for the wall: the title over the deck's scenery, and every card with its word. */
export function drawPoster(deck: Deck, seed: number, width: number, height: number, random: Random): Drawing {
  const world = paintWorld(deck, seed, { left: 0, top: 0, width, height, floor: height * 0.9 });
  const margin = Math.min(width, height) * MARGIN;
  const isWide = width > height * 1.9;
  const head = !deck.title ? 0 : isWide ? 0 : Math.min(height * 0.2, width * 0.32);
  const aside = deck.title && isWide ? width * 0.3 : 0;
  const title = isWide
    ? { x: aside / 2 + margin / 2, y: margin, width: aside - margin, height: height - 2 * margin }
    : { x: width / 2, y: margin * 0.6, width: width - 2 * margin, height: head };
  const area = {
    left: margin + aside,
    top: margin * 0.8 + head,
    width: width - 2 * margin - aside,
    height: height - margin * 1.8 - head,
  };
  const veil = `<rect width="${short(width)}" height="${short(height)}" fill="#fff" opacity=".16"/>`;
  const cells = layOut(deck.cards.length, area);
  const largest = Math.min(...deck.cards.map((card, at) => captionSize(card, cells[at] as Cell)));
  const cards = deck.cards.map((card, at) =>
    drawCard(card, cells[at] as Cell, TINTS[(at + seed) % TINTS.length] ?? "", largest, random),
  );
  const heading = drawTitle(deck.title, title, isWide ? height * 0.3 : head * 0.72, seed);
  return { width, height, layers: [...world.layers, veil, cards.join(""), heading], veil };
}

type Cell = { left: number; top: number; width: number; height: number };

/** Rows and columns in which the cells come out largest; the last row stands in the middle. */
function layOut(count: number, area: Cell): Cell[] {
  const options = Array.from({ length: count }, (_, at) => at + 1).map((columns) => {
    const rows = Math.ceil(count / columns);
    const width = Math.min(area.width / columns, (area.height / rows) * CELL_SHAPE);
    // Holes in the last row count against a layout that is hardly larger.
    return { columns, rows, width, worth: width * (1 - 0.12 * ((columns * rows - count) / columns)) };
  });
  const { columns, rows } = options.reduce((best, option) => (option.worth > best.worth ? option : best));
  const width = Math.min(area.width / columns, (area.height / rows) * 1.25);
  const height = Math.min(area.height / rows, width / 0.76);
  const gap = Math.min(width, height) * 0.05;
  return Array.from({ length: count }, (_, at) => {
    const row = Math.floor(at / columns);
    const inRow = row === rows - 1 ? count - row * columns : columns;
    const left = area.left + (area.width - inRow * width) / 2 + (at % columns) * width;
    const top = area.top + (area.height - rows * height) / 2 + row * height;
    return { left: left + gap, top: top + gap, width: width - 2 * gap, height: height - 2 * gap };
  });
}

const CAPTION_SHARE = 0.23;

function captionSize({ name }: Card, { width, height }: Cell): number {
  const usual = height * 0.165;
  // One long word may be smaller than the others; the rest share one size.
  return Math.max(usual * 0.62, setText(name, width * 0.9, height * CAPTION_SHARE, usual).size || usual);
}

function drawCard({ token, name }: Card, cell: Cell, tint: string, largest: number, random: Random): string {
  const { left, top, width, height } = cell;
  const corner = Math.min(width, height) * 0.12;
  const caption = name ? height * CAPTION_SHARE : 0;
  const window = {
    left: left + width * 0.05,
    top: top + height * 0.045,
    width: width * 0.9,
    height: height * 0.93 - caption,
  };
  const paint = linear([
    [0, lighten(tint, 0.45)],
    [1, tint],
  ]);
  const shade = bytesOf("#2b1245").join(",");
  const paper =
    `<rect x="${short(left)}" y="${short(top + height * 0.018)}" width="${short(width)}" height="${short(height)}" rx="${short(corner)}" fill="rgb(${shade})" opacity=".25"/>` +
    `<rect x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}" rx="${short(corner)}" fill="#fffdf8"/>` +
    `${paint.defs}<rect x="${short(window.left)}" y="${short(window.top)}" width="${short(window.width)}" height="${short(window.height)}" rx="${short(corner * 0.7)}" fill="${paint.fill}"/>`;
  const [unitWidth, unitHeight] = figureSize(token, 1);
  const size = Math.min((window.width * 0.88) / unitWidth, (window.height * 0.88) / unitHeight);
  const middle = window.left + window.width / 2;
  const foot = window.top + window.height / 2 + (unitHeight * size) / 2;
  const ground = `<ellipse cx="${short(middle)}" cy="${short(foot - size * 0.01)}" rx="${short(unitWidth * size * 0.42)}" ry="${short(size * 0.045)}" fill="#2b1245" opacity=".14"/>`;
  const hero = figure(token, middle, foot, size, { wave: random.chance(0.4) });
  const box = {
    x: left + width / 2,
    y: top + height - caption - height * 0.01,
    width: width * 0.9,
    height: caption,
  };
  return paper + ground + hero + drawCaption(name, box, largest, INK);
}
