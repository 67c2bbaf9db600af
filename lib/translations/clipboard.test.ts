import { describe, expect, it } from "vitest";
import fc from "../../tests/setup/properties.ts";
import { readBlock, writeBlock } from "./clipboard.ts";

describe("a block from the clipboard", () => {
  it.each([
    ["a column of a spreadsheet", "Löwe\r\nTiger\r\nBär\r\n", [["Löwe"], ["Tiger"], ["Bär"]]],
    [
      "rows and columns",
      "lion\tLöwe\ntigre\tTiger",
      [
        ["lion", "Löwe"],
        ["tigre", "Tiger"],
      ],
    ],
    [
      "an empty cell in the middle",
      "lion\t\tLöwe\n\ttigre\t",
      [
        ["lion", "", "Löwe"],
        ["", "tigre", ""],
      ],
    ],
    ["an empty line in the middle", "a\n\nb", [["a"], [""], ["b"]]],
    ["quoted cells", '"He said ""roar""\nloudly"\tb', [['He said "roar"\nloudly', "b"]]],
    ["a quoted column", '"one\ntwo"\n"three"', [["one\ntwo"], ["three"]]],
    ["speech, which is no quoted cell", '"Roar", says the lion.', [['"Roar", says the lion.']]],
    ["a quote that never closes", '"abc\ndef', [['"abc'], ["def"]]],
    [
      "a file with semicolons",
      "fr;de\nlion;Löwe",
      [
        ["fr", "de"],
        ["lion", "Löwe"],
      ],
    ],
    [
      "a file with commas and quotes",
      'fr,de\n"lion, grand",Löwe',
      [
        ["fr", "de"],
        ["lion, grand", "Löwe"],
      ],
    ],
    [
      "sentences with commas",
      "A lion, a tiger.\nA bear, a wolf.",
      [["A lion, a tiger."], ["A bear, a wolf."]],
    ],
    ["a mark of Unicode", "\ufefflion", [["lion"]]],
    ["nothing", "", []],
  ])("is read: %s", (_, text, rows) => {
    expect(readBlock(text)).toEqual(rows);
  });

  it("comes back as it was written, whatever stands in it", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', "\t", "\n", ",", ";", " ") });
    const block = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))
      // A last row of nothing is what spreadsheets add.
      .filter((rows) => rows.at(-1)?.some((text) => text.trim() !== "") ?? false);
    fc.assert(
      fc.property(block, (rows) => {
        expect(readBlock(writeBlock(rows))).toEqual(rows);
      }),
      { seed: 3 },
    );
  });
});
