import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../supabase/local/config.ts";

interface Row {
  number: number;
  cells: string[];
  tests: { file: string; title: string }[];
}

/** The rows of a table of faults; a vertical bar inside a cell is escaped. */
function readRows(markdown: string): Row[] {
  const lines = markdown.split("\n").filter((line) => /^\| *\d+ *\|/.test(line));
  return lines.map((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
    const [, number = "", ...rest] = cells.slice(0, -1);
    const tests = [...(rest.at(-1) ?? "").matchAll(/`([^`]+)` > (.+?)(?=<br>|$)/g)];
    return {
      number: Number(number),
      cells: rest,
      tests: tests.map(([, file = "", title = ""]) => ({ file, title })),
    };
  });
}

/** What is wrong with the table, in sentences; nothing when each row is proven or says why it is not. */
function faultsOf(markdown: string): string[] {
  const rows = readRows(markdown);
  const missing = Array.from({ length: 42 }, (_, at) => at + 1)
    .filter((number) => rows.filter((row) => row.number === number).length !== 1)
    .map((number) => `row ${number} is not there once`);
  const wrong = rows.flatMap(({ number, cells, tests }) => {
    if (cells.length !== 3 || cells.some((cell) => cell === "")) return [`row ${number} has an empty cell`];
    if (tests.length === 0 && !/^No test: .{20,}/.test(cells.at(-1) ?? ""))
      return [`row ${number} has neither a test nor a reason`];
    return tests.flatMap(({ file, title }) => {
      const path = join(root, file);
      if (!/\.(test|spec)\.ts$/.test(file) || !existsSync(path))
        return [`row ${number}: ${file} is no test file`];
      const titles = [...readFileSync(path, "utf8").matchAll(/\(\s*(["'`])((?:\\.|(?!\1).)*)\1\s*,/g)];
      return titles.some(([, , text]) => text === title) ? [] : [`row ${number}: ${file} has no "${title}"`];
    });
  });
  return [...missing, ...wrong];
}

const table = readFileSync(join(root, "docs", "faults.md"), "utf8");

describe("the table of faults", () => {
  it("has each row once, with a test that is there or a reason", () => {
    expect(faultsOf(table)).toEqual([]);
    expect(readRows(table).flatMap(({ tests }) => tests).length).toBeGreaterThan(42);
  });

  it("is not believed when a row, a file, a title or a reason is missing", () => {
    const without = (pattern: RegExp, text = "") => faultsOf(table.replace(pattern, text));
    expect(without(/^\| 7 \|.*\n/m)).toEqual(["row 7 is not there once"]);
    expect(without(/faults-migration\.test/, "gone.test")).toEqual([
      "row 22: tests/database/gone.test.ts is no test file",
    ]);
    expect(without(/ > steps back, lets others work/, " > steps back")).toHaveLength(1);
    expect(without(/^(\| 32 \|[^|]*\|[^|]*\|)[^|]*\|$/m, "$1 later |")).toEqual([
      "row 32 has neither a test nor a reason",
    ]);
  });
});
