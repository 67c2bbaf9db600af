import { ApiError } from "./api-error.ts";

/** How the rows are wanted: a list, exactly one object, or CSV. */
export interface MediaType {
  kind: "list" | "object" | "csv";
  /** Keys whose value is null are left out. */
  stripNulls: boolean;
  contentType: string;
}

/** Chooses from `Accept`. Throws PGRST107 (406) when nothing of it can be had. */
export function readMediaType(accept: string | null): MediaType {
  const wanted = (accept || "*/*").split(",").map((part) => part.trim());
  for (const type of wanted) {
    const stripNulls = /;\s*nulls=stripped/.test(type);
    const name = type.split(";")[0];
    if (name === "*/*" || name === "application/json" || name === "application/*")
      return { kind: "list", stripNulls: false, contentType: "application/json; charset=utf-8" };
    if (name === "application/vnd.pgrst.array+json")
      return { kind: "list", stripNulls, contentType: "application/vnd.pgrst.array+json; charset=utf-8" };
    if (name === "application/vnd.pgrst.object+json" || name === "application/vnd.pgrst.object")
      return {
        kind: "object",
        stripNulls,
        contentType: "application/vnd.pgrst.object+json; charset=utf-8",
      };
    if (name === "text/csv") return { kind: "csv", stripNulls, contentType: "text/csv; charset=utf-8" };
  }
  throw new ApiError(406, "PGRST107", `None of these media types are available: ${wanted.join(", ")}`);
}

/** SQL aggregate that turns the rows of `pgrst_row` into the body. */
export function bodySql({ kind, stripNulls }: MediaType, row = "pgrst_row", source = "pgrst_row"): string {
  if (kind === "csv") return csvSql(source);
  const each = stripNulls ? `json_strip_nulls(to_json(${row}))` : row;
  const list = `json_agg(${each})`;
  return kind === "object" ? `coalesce(${list} -> 0, 'null')::text` : `coalesce(${list}, '[]')::text`;
}

function csvSql(source: string): string {
  const header = `(select string_agg(pgrst_key, ',') from json_object_keys((array_agg(row_to_json(${source})))[1]) as pgrst_key)`;
  const line = `substr(${source}::text, 2, length(${source}::text) - 2)`;
  return `coalesce(${header}, '') || E'\\n' || coalesce(string_agg(${line}, E'\\n'), '')`;
}
