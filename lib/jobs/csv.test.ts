import { describe, expect, it } from "vitest";
import { csvHead, csvLines } from "./csv.ts";
import type { StaffJob } from "./schema.ts";

const columns = csvHead.trim().split(",");

/** The fields of a file, read back as RFC 4180 says. */
function read(text: string): string[][] {
  return text
    .split("\r\n")
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .map(([, found = ""]) => (found.startsWith('"') ? found.slice(1, -1).replaceAll('""', '"') : found))
        .slice(0, columns.length),
    );
}

const cell = (draft_name: string | null) =>
  read(csvLines([{ draft_name } as StaffJob]))[0]?.[columns.indexOf("draft_name")];

describe("a cell of the export", () => {
  it.each(["Farm", "Katzen, Hunde", 'the "big" sea', "l’été à la mer", "🦊", " led by a space", "a=b"])(
    "is read back as it was: %j",
    (name) => expect(cell(name)).toBe(name),
  );

  it.each(['=HYPERLINK("http://x","y")', "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"])(
    "that a spreadsheet would calculate is a text: %j",
    (name) => expect(csvLines([{ draft_name: name } as StaffJob])).toMatch(/,"?'[=+\-@\t\r\n＝]/),
  );

  it("of nothing is empty", () => expect(cell(null)).toBe(""));
});

describe("the export", () => {
  it("begins with the mark of UTF-8 and the names of its columns", () => {
    expect([...new TextEncoder().encode(csvHead)].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
    expect(csvHead).toMatch(/^\ufeffid,parent_id,.+\r\n$/);
  });

  it("has one line for each job, with numbers as numbers", () => {
    const lines = csvLines([
      { id: "a", priority: 10, cost_micros: 4000 } as StaffJob,
      { id: "b", priority: 1 } as StaffJob,
    ]);
    expect(lines.match(/\r\n/g)).toHaveLength(2);
    expect(lines).toMatch(/^a,/);
    expect(read(lines)[0]?.[columns.indexOf("cost_micros")]).toBe("4000");
  });
});
