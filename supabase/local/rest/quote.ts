import { ApiError } from "./api-error.ts";

/** A double-quoted SQL identifier. */
export function ident(name: string): string {
  return `"${clean(name).replaceAll('"', '""')}"`;
}

/** `"schema"."name"`. */
export function qualified(schema: string, name: string): string {
  return `${ident(schema)}.${ident(name)}`;
}

/**
 * A string literal of unknown type, so that Postgres coerces it to whatever it is compared with, exactly as the hosted
 * Data API's parameters are. Safe whatever `standard_conforming_strings` is.
 */
export function literal(value: string): string {
  const quoted = clean(value).replaceAll("'", "''");
  return quoted.includes("\\") ? ` E'${quoted.replaceAll("\\", "\\\\")}'` : `'${quoted}'`;
}

/** The text of an array literal such as `{"a","b\"c"}`, not yet quoted as SQL. */
export function arrayText(values: string[]): string {
  return `{${values.map((value) => `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`).join(",")}}`;
}

function clean(value: string): string {
  if (value.includes("\0"))
    throw new ApiError(
      400,
      "22P05",
      "unsupported Unicode escape sequence",
      "\\u0000 cannot be converted to text.",
    );
  return value;
}
