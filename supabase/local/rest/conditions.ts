import { ApiError } from "./api-error.ts";
import type { Condition, Field, Order } from "./query-shape.ts";
import { arrayText, ident, literal } from "./quote.ts";
import { splitTopLevel, unquote } from "./text-split.ts";

const symbols: Record<string, string> = {
  eq: "=",
  neq: "<>",
  gt: ">",
  gte: ">=",
  lt: "<",
  lte: "<=",
  like: "like",
  ilike: "ilike",
  match: "~",
  imatch: "~*",
  isdistinct: "is distinct from",
  cs: "@>",
  cd: "<@",
  ov: "&&",
  sl: "<<",
  sr: ">>",
  nxr: "&<",
  nxl: "&>",
  adj: "-|-",
};

const textSearch: Record<string, string> = {
  fts: "to_tsquery",
  plfts: "plainto_tsquery",
  phfts: "phraseto_tsquery",
  wfts: "websearch_to_tsquery",
};

const isValues: Record<string, string> = {
  null: "null",
  not_null: "not null",
  true: "true",
  false: "false",
  unknown: "unknown",
};

/** SQL of a column or a JSON path below it, of the row that `alias` names. */
export function fieldSql(alias: string, field: Field): string {
  const base = `${alias}.${ident(field.column)}`;
  if (field.path.length === 0) return base;
  const steps = field.path.map(({ arrow, key }) => `${arrow}${/^-?\d+$/.test(key) ? key : literal(key)}`);
  return `to_jsonb(${base})${steps.join("")}`;
}

/** The members of `(1,"a,b")` or `{1,2}`. */
function members(value: string): string[] {
  return splitTopLevel(value.slice(1, -1), ",").map((part) => unquote(part.trim()));
}

function comparison(left: string, condition: Extract<Condition, { kind: "filter" }>): string {
  const { operator, value, quantifier, language } = condition;
  if (operator === "is") {
    const keyword = isValues[value.toLowerCase()];
    if (!keyword) throw new ApiError(400, "PGRST100", `"failed to parse filter (is.${value})"`);
    return `${left} is ${keyword}`;
  }
  if (operator === "in") return `${left} = any (${literal(arrayText(members(value)))})`;
  const search = textSearch[operator];
  if (search) return `${left} @@ ${search}(${language ? `${literal(language)}, ` : ""}${literal(value)})`;
  const pattern = operator === "like" || operator === "ilike";
  const text = pattern ? value.replaceAll("*", "%") : value;
  const right = quantifier ? `${quantifier} (${literal(text)})` : literal(text);
  return `${left} ${symbols[operator]} ${right}`;
}

/** SQL of one condition. `resolve` may give other SQL for a name that is not a column (an embedded resource). */
export function conditionSql(
  alias: string,
  condition: Condition,
  resolve: (column: string) => string | undefined = () => undefined,
): string {
  if (condition.kind === "logic") {
    const parts = condition.conditions.map((each) => conditionSql(alias, each, resolve));
    return `${condition.negated ? "not " : ""}(${parts.join(` ${condition.operator} `)})`;
  }
  const left =
    (condition.operator === "is" && condition.field.path.length === 0 && resolve(condition.field.column)) ||
    fieldSql(alias, condition.field);
  const compared = comparison(left, condition);
  return condition.negated ? `not (${compared})` : compared;
}

/** ` order by ...`, or nothing. `related` gives the SQL of a field of an embedded to-one resource. */
export function orderSql(
  alias: string,
  order: Order[],
  related: (relation: string, field: Field) => string,
): string {
  if (order.length === 0) return "";
  const terms = order.map(({ field, relation, descending, nulls }) => {
    const term = relation ? related(relation, field) : fieldSql(alias, field);
    return `${term}${descending ? " desc" : ""}${nulls ? ` nulls ${nulls}` : ""}`;
  });
  return ` order by ${terms.join(", ")}`;
}

/** Whether a condition tests `name` for null: `rel=is.null` asks about an embedded resource. */
export function testsForNull(condition: Condition, name: string): boolean {
  if (condition.kind === "logic") return condition.conditions.some((each) => testsForNull(each, name));
  return condition.operator === "is" && condition.field.column === name;
}
