import { readLanguage } from "./headings.ts";

/** The rows and cells of what a spreadsheet, a document or a file put on the clipboard. */
export function readBlock(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const rows = split(plain, separatorOf(plain));
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === "")) rows.pop();
  return rows;
}

/** Cells as spreadsheets read them: a tab between columns, quotes around what would break. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

/**
 * Spreadsheets copy tabs. Commas and semicolons are columns only where the lines of a file agree on it, since a list of
 * sentences has commas, too.
 */
function separatorOf(text: string): string | null {
  if (split(text, "\t").some((row) => row.length > 1)) return "\t";
  for (const separator of [";", ","]) {
    const rows = split(text, separator).filter((row) => row.some((cell) => cell.trim() !== ""));
    const [first] = rows;
    if (!first || first.length < 2 || rows.some((row) => row.length !== first.length)) continue;
    const isHeaded = first.filter((cell) => readLanguage(cell) !== null).length >= first.length - 1;
    const isTight = rows.length > 1 && !text.includes(`${separator} `);
    if (isHeaded || isTight) return separator;
  }
  return null;
}

function split(text: string, separator: string | null): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = text[at] === '"' ? quotedAt(text, at, separator) : plainAt(text, at, separator);
    row.push(cell);
    at = end + 1;
    if (separator !== null && text[end] === separator) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

interface Cell {
  cell: string;
  /** Where the separator, the line break or the end of the text after it is. */
  end: number;
}

function plainAt(text: string, start: number, separator: string | null): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n") end += 1;
  return { cell: text.slice(start, end), end };
}

/** A cell in quotes may hold separators and lines; one whose quotes do not close on a cell's end is no such cell. */
function quotedAt(text: string, start: number, separator: string | null): Cell {
  let cell = "";
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') {
      cell += text[at];
    } else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      const end = at + 1;
      const isEnd = end === text.length || text[end] === separator || text[end] === "\n";
      return isEnd ? { cell, end } : plainAt(text, start, separator);
    }
  }
  return plainAt(text, start, separator);
}
