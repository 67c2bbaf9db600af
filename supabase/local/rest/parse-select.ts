import { ApiError } from "./api-error.ts";
import type { Embed, Field, JsonStep, SelectItem } from "./query-shape.ts";
import { indexOutsideQuotes, splitTopLevel, unquote } from "./text-split.ts";

function malformed(part: string, whole: string): ApiError {
  return new ApiError(
    400,
    "PGRST100",
    `"failed to parse select parameter (${whole})"`,
    `unexpected "${part}"`,
  );
}

/** Reads `column`, `column->key->>key`. */
export function parseField(text: string): Field {
  const arrow = indexOutsideQuotes(text, "->");
  if (arrow === -1) return { column: unquote(text.trim()), path: [] };
  const path: JsonStep[] = [];
  let rest = text.slice(arrow);
  while (rest !== "") {
    const operator: JsonStep["arrow"] = rest.startsWith("->>") ? "->>" : "->";
    rest = rest.slice(operator.length);
    const next = indexOutsideQuotes(rest, "->");
    const key = next === -1 ? rest : rest.slice(0, next);
    path.push({ arrow: operator, key: unquote(key) });
    rest = next === -1 ? "" : rest.slice(next);
  }
  return { column: unquote(text.slice(0, arrow).trim()), path };
}

function splitAlias(text: string): { alias?: string; rest: string } {
  const colon = indexOutsideQuotes(text, ":");
  const bracket = indexOutsideQuotes(text, "(");
  if (colon === -1 || text[colon + 1] === ":" || (bracket !== -1 && bracket < colon)) return { rest: text };
  return { alias: unquote(text.slice(0, colon).trim()), rest: text.slice(colon + 1) };
}

function parseEmbed(text: string, inner: string, alias: string | undefined, spread: boolean): Embed {
  const [target = "", ...modifiers] = text.split("!").map((part) => unquote(part.trim()));
  const hint = modifiers.find((modifier) => modifier !== "inner" && modifier !== "left");
  return {
    target,
    hint,
    alias,
    inner: modifiers.includes("inner"),
    spread,
    node: { items: parseSelect(inner, true), where: [], order: [] },
  };
}

function parseItem(raw: string, whole: string, embedded: boolean): SelectItem {
  const text = raw.trim();
  if (text === "*") return { kind: "all" };
  const spread = text.startsWith("...");
  const { alias, rest } = splitAlias(spread ? text.slice(3) : text);
  const bracket = indexOutsideQuotes(rest, "(");
  if (bracket === -1) {
    if (rest === "count" && embedded) return { kind: "count", alias };
    const castAt = indexOutsideQuotes(rest, "::");
    const cast = castAt === -1 ? undefined : rest.slice(castAt + 2).trim();
    const field = parseField(castAt === -1 ? rest : rest.slice(0, castAt));
    if (field.column === "" || (cast !== undefined && !/^[\w ."[\]]+$/.test(cast)))
      throw malformed(text, whole);
    return { kind: "column", field, cast, alias };
  }
  const head = rest.slice(0, bracket).trim();
  if (head === "count" && rest.slice(bracket) === "()") return { kind: "count", alias };
  if (/\.(sum|avg|min|max|count)$/.test(head))
    throw new ApiError(400, "PGRST123", "Use of aggregate functions is not allowed");
  if (!rest.endsWith(")") || head === "" || indexOutsideQuotes(head, ":") !== -1)
    throw malformed(text, whole);
  return { kind: "embed", embed: parseEmbed(head, rest.slice(bracket + 1, -1), alias, spread) };
}

/** Reads a `select` parameter. An absent one means every column. Throws PGRST100 on text that is not a select. */
export function parseSelect(text: string | null, embedded = false): SelectItem[] {
  if (text === null) return [{ kind: "all" }];
  return splitTopLevel(text, ",").map((part) => {
    if (part.trim() === "") throw malformed(",", text);
    return parseItem(part, text, embedded);
  });
}
