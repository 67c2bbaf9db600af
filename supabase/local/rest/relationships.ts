import { ApiError } from "./api-error.ts";
import type { Embed } from "./query-shape.ts";
import { exposedSchema, type ForeignKey, type SchemaCache } from "./schema-cache.ts";

/** How to get from one table to a related one. Column pairs are [here, there]. */
export interface Relationship {
  kind: "one" | "many";
  target: string;
  pairs: [string, string][];
  /** Join table of a many-to-many: pairs from here to it, and from it to the target. */
  junction?: { table: string; here: [string, string][]; there: [string, string][] };
  constraint: string;
  cardinality: "many-to-one" | "one-to-one" | "one-to-many" | "many-to-many";
}

function zip(left: string[], right: string[]): [string, string][] {
  return left.map((name, index) => [name, right[index] ?? ""]);
}

function forward(key: ForeignKey): Relationship {
  return {
    kind: "one",
    target: key.target,
    pairs: zip(key.columns, key.targetColumns),
    constraint: key.name,
    cardinality: key.isUnique ? "one-to-one" : "many-to-one",
  };
}

function backward(key: ForeignKey): Relationship {
  return {
    kind: key.isUnique ? "one" : "many",
    target: key.table,
    pairs: zip(key.targetColumns, key.columns),
    constraint: key.name,
    cardinality: key.isUnique ? "one-to-one" : "one-to-many",
  };
}

function throughJunction(here: ForeignKey, there: ForeignKey): Relationship {
  return {
    kind: "many",
    target: there.target,
    pairs: [],
    junction: {
      table: here.table,
      here: zip(here.targetColumns, here.columns),
      there: zip(there.columns, there.targetColumns),
    },
    constraint: `${here.table} using ${here.name}(${here.columns.join(", ")}) and ${there.name}(${there.columns.join(", ")})`,
    cardinality: "many-to-many",
  };
}

/** Every relationship that the foreign keys give between `source` and what `embed` names, before ambiguity counts. */
function candidates(cache: SchemaCache, source: string, { target, hint }: Embed): Relationship[] {
  const found: Relationship[] = [];
  const hinted = (key: ForeignKey, ...columns: string[][]) =>
    hint === undefined || key.name === hint || columns.some((each) => each.length === 1 && each[0] === hint);
  for (const key of cache.foreignKeys) {
    const named = key.name === target || (key.columns.length === 1 && key.columns[0] === target);
    // In a table that refers to itself, the table's name means the children and the column's name the parent.
    const isSelf = key.table === key.target;
    if (key.table === source && (named || (key.target === target && !isSelf)) && hinted(key, key.columns))
      found.push(forward(key));
    if (key.target === source && key.table === target && hinted(key, key.columns, key.targetColumns))
      found.push(backward(key));
  }
  for (const here of cache.foreignKeys) {
    if (here.target !== source || !here.isInPrimaryKey) continue;
    for (const there of cache.foreignKeys) {
      const joins = there.table === here.table && there.name !== here.name && there.isInPrimaryKey;
      const hintFits = !hint || [here.table, here.name, there.name].includes(hint);
      if (joins && there.target === target && hintFits) found.push(throughJunction(here, there));
    }
  }
  return found;
}

function describeCandidate(source: string, relationship: Relationship): object {
  const side = (index: 0 | 1) => relationship.pairs.map((pair) => pair[index]).join(", ");
  return {
    cardinality: relationship.cardinality,
    embedding: `${source} with ${relationship.target}`,
    relationship: relationship.junction
      ? relationship.constraint
      : `${relationship.constraint} using ${source}(${side(0)}) and ${relationship.target}(${side(1)})`,
  };
}

/** Finds the one relationship an embed means. Throws PGRST200 when there is none and PGRST201 when there are several. */
export function findRelationship(cache: SchemaCache, source: string, embed: Embed): Relationship {
  const found = candidates(cache, source, embed);
  const [first, second] = found;
  if (!first)
    throw new ApiError(
      400,
      "PGRST200",
      `Could not find a relationship between '${source}' and '${embed.target}' in the schema cache`,
      `Searched for a foreign key relationship between '${source}' and '${embed.target}'${
        embed.hint ? ` using the hint '${embed.hint}'` : ""
      } in the schema '${exposedSchema}', but no matches were found.`,
    );
  if (second) {
    const choices = found.map((each) => `'${embed.target}!${each.junction?.table ?? each.constraint}'`);
    throw new ApiError(
      300,
      "PGRST201",
      `Could not embed because more than one relationship was found for '${source}' and '${embed.target}'`,
      found.map((each) => describeCandidate(source, each)),
      `Try changing '${embed.target}' to one of the following: ${choices.join(", ")}. Find the desired relationship in the 'details' key.`,
    );
  }
  return first;
}
