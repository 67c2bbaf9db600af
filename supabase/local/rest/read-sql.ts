import { ApiError } from "./api-error.ts";
import { conditionSql, fieldSql, orderSql, testsForNull } from "./conditions.ts";
import {
  type Embed,
  embedName,
  embedsOf,
  type Field,
  type QueryNode,
  type SelectItem,
} from "./query-shape.ts";
import { ident, qualified } from "./quote.ts";
import { findRelationship, type Relationship } from "./relationships.ts";
import { exposedSchema, type SchemaCache } from "./schema-cache.ts";

/** Rows the Data API returns at most from one level, as hosted projects are configured. */
export const maxRows = 1000;

/** What a read is taken from: a table, a function's rows, or the rows that a write returned. */
export interface Source {
  /** SQL behind `from`, for example `"public"."drafts" as "drafts"`. */
  from: string;
  /** Quoted alias under which the rows are known. */
  alias: string;
  /** Table whose foreign keys apply; null when the rows belong to no exposed table. */
  relation: string | null;
}

interface JoinedEmbed {
  embed: Embed;
  alias: string;
  relationship: Relationship;
  sql: string;
}

interface Pieces {
  columns: string;
  /** Joins, conditions and grouping. */
  tail: string;
  order: string;
}

/** SQL of one read. Aliases are numbered, so that a table may be embedded in itself. */
export class ReadSql {
  #cache: SchemaCache;
  #count = 0;

  constructor(cache: SchemaCache) {
    this.#cache = cache;
  }

  /** The statement that gives the rows of `node`, at most `maxRows` where `limitRows` says so. */
  rows(node: QueryNode, source: Source, limitRows: boolean): string {
    return this.#select(node, source, [], limitRows);
  }

  /** The statement that counts all rows of `node`, whatever its limit. */
  total(node: QueryNode, source: Source): string {
    const items = node.items.filter(
      (item) =>
        item.kind === "embed" &&
        (item.embed.inner || node.where.some((each) => testsForNull(each, embedName(item.embed)))),
    );
    const { tail } = this.#pieces({ ...node, items, order: [] }, source, []);
    return `select count(*) from ${source.from}${tail}`;
  }

  #select(node: QueryNode, source: Source, joinConditions: string[], limitRows: boolean): string {
    const { columns, tail, order } = this.#pieces(node, source, joinConditions);
    const limit = limitRows ? Math.min(node.limit ?? maxRows, maxRows) : node.limit;
    const cut = `${limit === undefined ? "" : ` limit ${limit}`}${node.offset ? ` offset ${node.offset}` : ""}`;
    return `select ${columns} from ${source.from}${tail}${order}${cut}`;
  }

  #pieces(node: QueryNode, source: Source, joinConditions: string[]): Pieces {
    const joined = embedsOf(node).map((embed) => this.#join(embed, source));
    const byName = (name: string) =>
      joined.find(({ embed }) => embedName(embed) === name || embed.target === name);
    const conditions = node.where.map((each) =>
      conditionSql(source.alias, each, (name) => {
        const found = byName(name);
        return found && !found.embed.spread ? `${found.alias}.result` : undefined;
      }),
    );
    const all = [...joinConditions, ...conditions];
    const where = all.length ? ` where ${all.join(" and ")}` : "";
    return {
      columns: node.items.flatMap((item) => itemSql(item, source.alias, joined)).join(", "),
      tail: `${joined.map((each) => each.sql).join("")}${where}${groupSql(node, source.alias)}`,
      order: orderSql(source.alias, node.order, (name, field) =>
        this.#relatedField(byName(name), name, field, source.alias),
      ),
    };
  }

  #join(embed: Embed, source: Source): JoinedEmbed {
    const name = source.relation ?? source.alias.slice(1, -1);
    const relationship = findRelationship(this.#cache, name, embed);
    if (embed.spread && relationship.kind === "many")
      throw new ApiError(
        400,
        "PGRST119",
        `A spread operation on '${embed.target}' is not possible`,
        `'${name}' and '${embed.target}' do not form a many-to-one or one-to-one relationship`,
      );
    const number = ++this.#count;
    const alias = ident(`pgrst_embed_${number}`);
    const target = targetSource(relationship, number);
    const rows = this.#select(
      embed.node,
      target,
      joinConditions(relationship, source.alias, target, number),
      true,
    );
    const kind = embed.inner ? " inner join lateral" : " left join lateral";
    let sql = `${kind} (select json_agg(pgrst_row) as result from (${rows}) as pgrst_row) as ${alias} on ${
      embed.inner ? `${alias}.result is not null` : "true"
    }`;
    if (embed.spread) sql = `${kind} (${rows}) as ${alias} on true`;
    else if (relationship.kind === "one")
      sql = `${kind} (select row_to_json(pgrst_row) as result from (${rows}) as pgrst_row) as ${alias} on true`;
    return { embed, alias, relationship, sql };
  }

  #relatedField(joined: JoinedEmbed | undefined, name: string, field: Field, here: string): string {
    if (!joined || joined.relationship.kind === "many")
      throw new ApiError(
        400,
        joined ? "PGRST118" : "PGRST108",
        joined
          ? `A related order on '${name}' is not possible`
          : `'${name}' is not an embedded resource in this request`,
      );
    const number = ++this.#count;
    const target = targetSource(joined.relationship, number);
    const conditions = joinConditions(joined.relationship, here, target, number);
    return `(select ${fieldSql(target.alias, field)} from ${target.from} where ${conditions.join(" and ")})`;
  }
}

function itemSql(item: SelectItem, alias: string, joined: JoinedEmbed[]): string[] {
  if (item.kind === "all") return [`${alias}.*`];
  if (item.kind === "count") return [`count(*) as ${ident(item.alias ?? "count")}`];
  if (item.kind === "column") {
    const sql = fieldSql(alias, item.field);
    const name = item.alias ?? item.field.path.at(-1)?.key ?? item.field.column;
    return [`${item.cast ? `cast(${sql} as ${item.cast})` : sql} as ${ident(name)}`];
  }
  const found = joined.find((each) => each.embed === item.embed);
  if (!found || item.embed.node.items.length === 0) return [];
  if (item.embed.spread) return [`${found.alias}.*`];
  const result = `${found.alias}.result`;
  const value = found.relationship.kind === "many" ? `coalesce(${result}, '[]')` : result;
  return [`${value} as ${ident(embedName(item.embed))}`];
}

function groupSql(node: QueryNode, alias: string): string {
  if (!node.items.some((item) => item.kind === "count")) return "";
  const columns = node.items.flatMap((item) => (item.kind === "column" ? [fieldSql(alias, item.field)] : []));
  return columns.length ? ` group by ${columns.join(", ")}` : "";
}

function targetSource({ target, junction }: Relationship, number: number): Source {
  const alias = ident(`${target}_${number}`);
  const middle = junction
    ? `${qualified(exposedSchema, junction.table)} as ${ident(`pgrst_join_${number}`)}, `
    : "";
  return { from: `${middle}${qualified(exposedSchema, target)} as ${alias}`, alias, relation: target };
}

function joinConditions(
  { junction, pairs }: Relationship,
  here: string,
  target: Source,
  number: number,
): string[] {
  const equal = (left: string, right: string, columns: [string, string][]) =>
    columns.map(([a, b]) => `${left}.${ident(a)} = ${right}.${ident(b)}`);
  if (!junction) return equal(here, target.alias, pairs);
  const middle = ident(`pgrst_join_${number}`);
  return [...equal(here, middle, junction.here), ...equal(middle, target.alias, junction.there)];
}
