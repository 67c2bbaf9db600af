/** `data->a->>b` as column `data` and two steps. */
export interface JsonStep {
  arrow: "->" | "->>";
  key: string;
}

export interface Field {
  column: string;
  path: JsonStep[];
}

export type SelectItem =
  | { kind: "all" }
  | { kind: "column"; field: Field; cast?: string; alias?: string }
  | { kind: "count"; alias?: string }
  | { kind: "embed"; embed: Embed };

/** One level of a read: what is selected, filtered, ordered and cut. */
export interface QueryNode {
  items: SelectItem[];
  where: Condition[];
  order: Order[];
  limit?: number;
  offset?: number;
}

/** A related resource inside a select: `alias:target!hint!inner(...)`, or spread with `...target(...)`. */
export interface Embed {
  target: string;
  hint?: string;
  alias?: string;
  inner: boolean;
  spread: boolean;
  node: QueryNode;
}

export type Condition =
  | {
      kind: "filter";
      field: Field;
      operator: string;
      negated: boolean;
      quantifier?: "any" | "all";
      language?: string;
      value: string;
    }
  | { kind: "logic"; operator: "and" | "or"; negated: boolean; conditions: Condition[] };

export interface Order {
  field: Field;
  descending: boolean;
  nulls?: "first" | "last";
  /** `order=rel(column)`: by a column of an embedded to-one resource. */
  relation?: string;
}

/** The name under which an embedded resource appears in the answer and in filters. */
export function embedName(embed: Embed): string {
  return embed.alias ?? embed.target;
}

/** Every embedded resource of one level. */
export function embedsOf(node: QueryNode): Embed[] {
  return node.items.flatMap((item) => (item.kind === "embed" ? [item.embed] : []));
}
