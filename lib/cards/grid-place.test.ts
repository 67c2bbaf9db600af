import { expect, test } from "vitest";
import { type Box, columnsOf, placeByKey, placeInColumn, placeUnder, stretch } from "./grid-place.ts";

/** Seven cards of 100 by 120 pixels in rows of three, with 10 pixels between them. */
const boxes: Box[] = Array.from({ length: 7 }, (_, at) => ({
  left: (at % 3) * 110,
  top: Math.floor(at / 3) * 130,
  width: 100,
  height: 120,
}));

test("the first row tells how many columns there are", () => {
  expect(columnsOf(boxes)).toBe(3);
  expect(columnsOf(boxes.slice(0, 2))).toBe(2);
  expect(columnsOf([])).toBe(1);
});

test("a pointer over a card is at its place", () => {
  expect(placeUnder(boxes, 150, 20)).toBe(1);
  expect(placeUnder(boxes, 20, 200)).toBe(3);
});

test("a pointer between cards moves nothing", () => {
  expect(placeUnder(boxes, 105, 20)).toBeNull();
  expect(placeUnder(boxes, -20, 20)).toBeNull();
  expect(placeUnder([], 0, 0)).toBeNull();
});

test("a pointer behind the last card is at the last place", () => {
  expect(placeUnder(boxes, 250, 300)).toBe(6);
  expect(placeUnder(boxes, 20, 900)).toBe(6);
});

test("in a single column a card lies below those whose middle is above the pointer, however tall they are", () => {
  const column = [80, 200, 80].map((height, at) => ({ left: 0, top: at * 210, width: 100, height }));
  expect(placeInColumn(column, 0, 260)).toBe(0);
  expect(placeInColumn(column, 0, 320)).toBe(1);
  expect(placeInColumn(column, 1, 320)).toBe(1);
  expect(placeInColumn(column, 2, -50)).toBe(0);
  expect(placeInColumn(column, 0, 9000)).toBe(2);
});

test("arrows move a card by one or by a row, and no further than the deck goes", () => {
  expect(placeByKey("ArrowRight", 2, 3, 7)).toBe(3);
  expect(placeByKey("ArrowLeft", 0, 3, 7)).toBe(0);
  expect(placeByKey("ArrowDown", 5, 3, 7)).toBe(6);
  expect(placeByKey("ArrowUp", 4, 3, 7)).toBe(1);
  expect(placeByKey("End", 1, 3, 7)).toBe(6);
  expect(placeByKey("Home", 5, 3, 7)).toBe(0);
  expect(placeByKey("a", 5, 3, 7)).toBeNull();
});

test("a stretch goes both ways and holds its ends", () => {
  expect(stretch(["a", "b", "c", "d"], "b", "d")).toEqual(["b", "c", "d"]);
  expect(stretch(["a", "b", "c", "d"], "c", "a")).toEqual(["a", "b", "c"]);
  expect(stretch(["a", "b"], "gone", "b")).toEqual(["b"]);
});
