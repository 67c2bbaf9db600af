/** One condition on a column, for example `not.in.(a,b)` on `status`. */
export interface Condition {
  column: string;
  isNegated: boolean;
  operator: string;
  values: string[];
}

/** Thrown for a filter that cannot be understood; the message is for the client. */
export class InvalidFilter extends Error {}

const comparisons: Record<string, string> = { eq: "=", neq: "<>", lt: "<", lte: "<=", gt: ">", gte: ">=" };
const textOperators: Record<string, string> = { like: "like", ilike: "ilike", match: "~", imatch: "~*" };
const isWords = new Set(["null", "true", "false", "unknown"]);

/**
 * Reads a postgres_changes filter: `column=[not.]operator.value`, joined by commas that mean AND. Values with reserved
 * characters stand in double quotes. Throws {@link InvalidFilter}.
 */
export function parseFilter(text: string): Condition[] {
  if (text.trim() === "") return [];
  return splitOutside(text).map(parseCondition);
}

function parseCondition(text: string): Condition {
  const [, column, not, operator, value] = /^\s*("?[^=]+?"?)=(not\.)?([a-z]+)\.([\s\S]*)$/.exec(text) ?? [];
  if (column === undefined || operator === undefined || value === undefined)
    throw new InvalidFilter(`invalid filter: ${text}`);
  const condition = { column: unquote(column), isNegated: not !== undefined, operator };
  if (operator === "in") {
    const [, list] = /^\(([\s\S]*)\)$/.exec(value) ?? [];
    if (!list) throw new InvalidFilter(`in needs a list in brackets: ${text}`);
    return { ...condition, values: splitOutside(list).map(unquote) };
  }
  if (operator === "is") {
    const word = value.toLowerCase();
    if (!isWords.has(word)) throw new InvalidFilter(`is takes null, true, false or unknown: ${text}`);
    return { ...condition, values: [word] };
  }
  if (!(operator in comparisons || operator in textOperators || operator === "isdistinct"))
    throw new InvalidFilter(`unknown operator: ${operator}`);
  return { ...condition, values: [unquote(value)] };
}

/**
 * The condition as SQL on one value: `value` is an SQL expression of type `type`, `bind` adds a text parameter and gives
 * its placeholder.
 */
export function conditionSql(
  { operator, isNegated, values }: Condition,
  value: string,
  type: string,
  bind: (parameter: string) => string,
): string {
  const sql = positiveSql(operator, values, value, type, bind);
  return isNegated ? `not (${sql})` : `(${sql})`;
}

function positiveSql(
  operator: string,
  values: string[],
  value: string,
  type: string,
  bind: (parameter: string) => string,
): string {
  const typed = (text: string) => `(${bind(text)}::text)::${type}`;
  const [first = ""] = values;
  if (operator === "is") return `${value} is ${first}`;
  if (operator === "in") return `${value} in (${values.map(typed).join(", ")})`;
  if (operator === "isdistinct") return `${value} is distinct from ${typed(first)}`;
  const textOperator = textOperators[operator];
  if (textOperator) return `${value}::text ${textOperator} ${bind(first)}::text`;
  return `${value} ${comparisons[operator]} ${typed(first)}`;
}

/** Splits at commas that are in neither quotes nor brackets. */
function splitOutside(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isQuoted && character === "\\") at++;
    else if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "," && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (isQuoted || depth !== 0) throw new InvalidFilter(`unbalanced quotes or brackets: ${text}`);
  return [...parts, text.slice(start)];
}

function unquote(text: string): string {
  const trimmed = text.trim();
  return /^".*"$/s.test(trimmed) ? trimmed.slice(1, -1).replace(/\\(.)/gs, "$1") : text;
}
