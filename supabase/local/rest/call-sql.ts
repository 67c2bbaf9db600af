import { ApiError } from "./api-error.ts";
import { ident, literal, qualified } from "./quote.ts";
import { exposedSchema, type Routine, type SchemaCache } from "./schema-cache.ts";

/** Arguments of one call: a JSON object as text, or the whole body for a function with one unnamed argument. */
export interface CallBody {
  text: string;
  names: string[];
}

function takesWholeBody(routine: Routine): boolean {
  const [only, ...rest] = routine.arguments;
  return only?.name === "" && rest.length === 0 && /^(jsonb?|text|bytea)$/.test(only.type);
}

function accepts(routine: Routine, names: string[]): boolean {
  const known = new Set(routine.arguments.map((each) => each.name));
  const given = new Set(names);
  return (
    names.every((name) => known.has(name)) &&
    routine.arguments.every((each) => !each.isRequired || each.isVariadic || given.has(each.name))
  );
}

function signature(name: string, names: string[]): string {
  return names.length ? `${exposedSchema}.${name}(${names.join(", ")})` : `${exposedSchema}.${name}`;
}

/**
 * Picks the function that a call means by its name and argument names. Throws PGRST202 when none fits and PGRST203
 * when several do.
 */
export function findRoutine(cache: SchemaCache, name: string, names: string[]): Routine {
  const overloads = cache.routines.get(name) ?? [];
  const fitting = overloads.filter((routine) => accepts(routine, names));
  const [first, second] = fitting;
  if (first && second)
    throw new ApiError(
      300,
      "PGRST203",
      `Could not choose the best candidate function between: ${fitting
        .map(
          (each) =>
            `${exposedSchema}.${name}(${each.arguments.map((a) => `${a.name} => ${a.type}`).join(", ")})`,
        )
        .join(", ")}`,
      null,
      "Try renaming the parameters or the function itself in the database so function overloading can be resolved",
    );
  const found = first ?? overloads.find(takesWholeBody);
  if (found) return found;
  const parameters = names.length
    ? `with parameter${names.length > 1 ? "s" : ""} ${names.join(", ")}`
    : "without parameters";
  const similar = overloads[0]
    ? signature(
        name,
        overloads[0].arguments.map((each) => each.name),
      )
    : null;
  throw new ApiError(
    404,
    "PGRST202",
    `Could not find the function ${signature(name, names)} in the schema cache`,
    `Searched for the function ${exposedSchema}.${name} ${parameters} or with a single unnamed json/jsonb parameter, but no matches were found in the schema cache.`,
    similar ? `Perhaps you meant to call the function ${similar}` : null,
  );
}

/**
 * `from` item that calls the function. Arguments are read out of the JSON by Postgres itself with the argument's type,
 * so jsonb stays jsonb, arrays stay arrays, and arguments that are not given take their defaults.
 */
export function callSql(routine: Routine, body: CallBody): string {
  const name = qualified(exposedSchema, routine.name);
  if (takesWholeBody(routine) && !accepts(routine, body.names))
    return `${name}(${literal(body.text)}::${routine.arguments[0]?.type})`;
  const given = routine.arguments.filter((each) => body.names.includes(each.name));
  if (given.length === 0) return `${name}()`;
  const typed = given.map((each) => `${ident(each.name)} ${each.type}`).join(", ");
  const passed = given
    .map(
      (each) => `${each.isVariadic ? "variadic " : ""}${ident(each.name)} := pgrst_args.${ident(each.name)}`,
    )
    .join(", ");
  return `json_to_record(${literal(body.text)}::json) as pgrst_args(${typed}), lateral ${name}(${passed})`;
}

/** Arguments of a GET call come from the query string; repeated ones are elements of a variadic argument. */
export function argumentsFromUrl(cache: SchemaCache, name: string, params: URLSearchParams): CallBody {
  const overloads = cache.routines.get(name) ?? [];
  const byName = new Map(
    overloads.flatMap((each) => each.arguments.map((argument) => [argument.name, argument])),
  );
  const values: Record<string, unknown> = {};
  for (const key of new Set(params.keys())) {
    const argument = byName.get(key);
    const value = params.get(key) ?? "";
    if (argument?.isVariadic) values[key] = params.getAll(key);
    else if (argument) values[key] = /^jsonb?$/.test(argument.type) ? parseJson(value) : value;
  }
  return { text: JSON.stringify(values), names: Object.keys(values) };
}

/** Reads the JSON body of a POST call. An empty body means no arguments. */
export function argumentsFromBody(text: string): CallBody {
  if (text.trim() === "") return { text: "{}", names: [] };
  const body = parseJson(text);
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  return { text, names: isObject ? Object.keys(body as object) : [] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, "PGRST102", "Empty or invalid json");
  }
}
