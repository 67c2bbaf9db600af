import { ApiError } from "./api-error.ts";
import { parseFilter, parseLogic, parseOrder } from "./parse-filter.ts";
import { parseSelect } from "./parse-select.ts";
import { embedName, embedsOf, type QueryNode } from "./query-shape.ts";

const notFilters = new Set(["select", "columns", "on_conflict", "apikey"]);

/** Finds the level that `rel.nested.column` speaks of; the last word is what to do there. */
function locate(root: QueryNode, key: string): { node: QueryNode; word: string } {
  const arrow = key.indexOf("->");
  const head = arrow === -1 ? key : key.slice(0, arrow);
  const words = head.split(".");
  let node = root;
  while (words.length > 1 && !(words.length === 2 && words[0] === "not")) {
    const name = words.shift() ?? "";
    const embed = embedsOf(node).find((each) => embedName(each) === name || each.target === name);
    if (!embed)
      throw new ApiError(
        400,
        "PGRST108",
        `'${name}' is not an embedded resource in this request`,
        null,
        `Verify that '${name}' is included in the 'select' query parameter.`,
      );
    node = embed.node;
  }
  return { node, word: words.join(".") + (arrow === -1 ? "" : key.slice(arrow)) };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text))
    throw new ApiError(400, "PGRST100", `"failed to parse ${name} parameter (${text})"`);
  return Number(text);
}

/** Applies one query parameter to the level that it names. */
function apply(root: QueryNode, key: string, value: string): void {
  const { node, word } = locate(root, key);
  const logic = /^(not\.)?(and|or)$/.exec(word);
  if (logic) node.where.push(parseLogic(logic[2] as "and" | "or", logic[1] !== undefined, value));
  else if (word === "order") node.order = parseOrder(value);
  else if (word === "limit") node.limit = wholeNumber("limit", value);
  else if (word === "offset") node.offset = wholeNumber("offset", value);
  else node.where.push(parseFilter(word, value));
}

/** Reads everything a URL says about a read. `ignore` names parameters that are arguments of a function call. */
export function parseQuery(params: URLSearchParams, ignore: Set<string> = new Set()): QueryNode {
  const root: QueryNode = { items: parseSelect(params.get("select")), where: [], order: [] };
  for (const [key, value] of params) if (!notFilters.has(key) && !ignore.has(key)) apply(root, key, value);
  return root;
}

/** `Range: 0-9` cuts the root level where the URL does not. */
export function applyRangeHeader(node: QueryNode, range: string | null): void {
  const match = /^(?:items=)?(\d+)-(\d*)$/.exec(range ?? "");
  if (!match) return;
  const from = Number(match[1]);
  if (match[2] !== "" && Number(match[2]) < from)
    throw new ApiError(
      416,
      "PGRST103",
      "Requested range not satisfiable",
      "The lower boundary must be lower than or equal to the upper boundary in the Range header.",
    );
  node.offset ??= from;
  if (match[2] !== "") node.limit ??= Number(match[2]) - from + 1;
}
