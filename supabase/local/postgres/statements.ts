/** One SQL statement of a file, without its closing semicolon. */
export interface Statement {
  text: string;
  /** Line of the file on which it begins, from 1. */
  line: number;
}

/** What the splitter steps over as a whole: comments, quoted text, dollar quotes, words. */
const token =
  /--[^\n]*|\/\*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|\d[\w$.]*|;/g;

function endOfBlockComment(sql: string, start: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = start;
  let depth = 0;
  for (let found = mark.exec(sql); found; found = mark.exec(sql)) {
    depth += found[0] === "/*" ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return sql.length;
}

function endOfEscapeString(sql: string, quote: number): number {
  const inside = /(?:[^'\\]|''|\\[\s\S])*'/y;
  inside.lastIndex = quote + 1;
  return inside.test(sql) ? inside.lastIndex : sql.length;
}

function endOfDollarQuote(sql: string, tag: string, after: number): number {
  const close = sql.indexOf(tag, after);
  return close < 0 ? sql.length : close + tag.length;
}

/** Depth of SQL-standard function bodies (`begin atomic ... end`), whose semicolons do not end the statement. */
function nextDepth(depth: number, word: string, previous: string): number {
  if (word === "atomic" && previous === "begin") return depth + 1;
  if (depth === 0) return 0;
  if (word === "case") return depth + 1;
  return word === "end" ? depth - 1 : depth;
}

/** Where the first word after white space and comments begins. */
function startOfText(sql: string, from: number): number {
  const blank = /(?:\s|--[^\n]*)*/y;
  blank.lastIndex = from;
  blank.test(sql);
  const at = blank.lastIndex;
  return sql.startsWith("/*", at) ? startOfText(sql, endOfBlockComment(sql, at)) : at;
}

function toStatement(sql: string, from: number, to: number): Statement | undefined {
  const start = startOfText(sql, from);
  if (start >= to) return undefined;
  return { text: sql.slice(start, to).trim(), line: sql.slice(0, start).split("\n").length };
}

/**
 * Splits a SQL file into statements, as `psql` would: semicolons inside strings, comments, dollar quotes and
 * `begin atomic` bodies do not count.
 */
export function splitStatements(sql: string): Statement[] {
  const cuts: [number, number][] = [];
  const scanner = new RegExp(token);
  let from = 0;
  let depth = 0;
  let previous = "";
  for (let found = scanner.exec(sql); found; found = scanner.exec(sql)) {
    const [text] = found;
    if (text === ";" && depth === 0) {
      cuts.push([from, found.index]);
      from = scanner.lastIndex;
    } else if (text === "/*") scanner.lastIndex = endOfBlockComment(sql, found.index);
    else if (text.startsWith("$")) scanner.lastIndex = endOfDollarQuote(sql, text, scanner.lastIndex);
    else if (/^e$/i.test(text) && sql[scanner.lastIndex] === "'")
      scanner.lastIndex = endOfEscapeString(sql, scanner.lastIndex);
    else if (/^[a-z]/i.test(text)) {
      depth = nextDepth(depth, text.toLowerCase(), previous);
      previous = text.toLowerCase();
    }
  }
  cuts.push([from, sql.length]);
  return cuts.flatMap(([start, end]) => toStatement(sql, start, end) ?? []);
}
