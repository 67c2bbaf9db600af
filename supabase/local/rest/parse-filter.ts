import { ApiError } from "./api-error.ts";
import { parseField } from "./parse-select.ts";
import type { Condition, Order } from "./query-shape.ts";
import { splitTopLevel, unquote } from "./text-split.ts";

const operators = new Set(
  "eq gte gt lte lt neq like ilike match imatch in is isdistinct cs cd ov sl sr nxr nxl adj fts plfts phfts wfts".split(
    " ",
  ),
);
const quantifiable = new Set(["eq", "gte", "gt", "lte", "lt", "like", "ilike", "match", "imatch"]);
const textSearch = new Set(["fts", "plfts", "phfts", "wfts"]);

function malformed(kind: string, text: string): ApiError {
  return new ApiError(
    400,
    "PGRST100",
    `"failed to parse ${kind} (${text})"`,
    `unexpected "${text.slice(0, 40)}"`,
  );
}

/** Reads the right side of `column=not.eq(any).value`. */
export function parseFilter(column: string, text: string): Condition {
  const match = /^(not\.)?([a-z]+)(?:\(([^)]*)\))?\.([\s\S]*)$/.exec(text);
  const [, not, operator = "", modifier, value = ""] = match ?? [];
  if (!operators.has(operator)) throw malformed("filter", text);
  const condition: Condition = {
    kind: "filter",
    field: parseField(column),
    operator,
    negated: not !== undefined,
    value,
  };
  if (modifier === undefined) return condition;
  if (textSearch.has(operator)) return { ...condition, language: modifier };
  if (quantifiable.has(operator) && (modifier === "any" || modifier === "all"))
    return { ...condition, quantifier: modifier };
  throw malformed("filter", text);
}

/** Reads `(a.eq.1,or(b.is.null,not.and(...)))`, the value of an `and` or `or` parameter. */
export function parseLogic(operator: "and" | "or", negated: boolean, text: string): Condition {
  if (!text.startsWith("(") || !text.endsWith(")")) throw malformed("logic tree", text);
  const conditions = splitTopLevel(text.slice(1, -1), ",").map((part): Condition => {
    const nested = /^(not\.)?(and|or)(\([\s\S]*\))$/.exec(part.trim());
    if (nested) return parseLogic(nested[2] as "and" | "or", nested[1] !== undefined, nested[3] ?? "");
    const dot = splitTopLevel(part.trim(), ".")[0]?.length ?? 0;
    const condition = parseFilter(part.trim().slice(0, dot), part.trim().slice(dot + 1));
    // Inside a tree a value may be quoted to hold commas and brackets.
    return condition.kind === "filter" && condition.operator !== "in"
      ? { ...condition, value: unquote(condition.value) }
      : condition;
  });
  if (conditions.length === 0) throw malformed("logic tree", text);
  return { kind: "logic", operator, negated, conditions };
}

/** Reads `name.desc.nullslast,rel(column).asc`. */
export function parseOrder(text: string): Order[] {
  return splitTopLevel(text, ",").map((part) => {
    const match = /^([\s\S]+?)(?:\.(asc|desc))?(?:\.(nullsfirst|nullslast))?$/.exec(part.trim());
    const name = match?.[1];
    if (!match || !name) throw malformed("order", text);
    const related = /^([\w" ]+)\(([\s\S]+)\)$/.exec(name);
    return {
      field: parseField(related?.[2] ?? name),
      relation: related?.[1] ? unquote(related[1]) : undefined,
      descending: match[2] === "desc",
      nulls: match[3] === undefined ? undefined : match[3] === "nullsfirst" ? "first" : "last",
    };
  });
}
