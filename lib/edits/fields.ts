/** Where a field is in a row: `["names", "de"]`. */
export type Path = readonly string[];

type Tree = Record<string, unknown>;

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every field that a change names, with its value; a list is one value. */
export function leavesOf(change: object, above: Path = []): [path: Path, value: unknown][] {
  return Object.entries(change).flatMap(([key, value]): [Path, unknown][] => {
    const path = [...above, key];
    if (isTree(value)) return leavesOf(value, path);
    return value === undefined ? [] : [[path, value]];
  });
}

/** What a row says there; null when it says nothing. */
export function valueAt(row: unknown, path: Path): unknown {
  const value = path.reduce<unknown>((tree, key) => (isTree(tree) ? tree[key] : undefined), row);
  return value ?? null;
}

/** The row with another value there; all else keeps its identity. */
export function withValue<Row extends object>(row: Row, [key, ...below]: Path, value: unknown): Row {
  if (key === undefined) return row;
  const child = (row as Tree)[key];
  return { ...row, [key]: below.length === 0 ? value : withValue(isTree(child) ? child : {}, below, value) };
}

/** Whether two values say the same: texts, numbers and lists of them. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** A change of the same fields, each with the value that `read` says. */
export function changeOf(fields: object, read: (path: Path) => unknown): object {
  return leavesOf(fields).reduce<object>((change, [path]) => withValue(change, path, read(path)), {});
}
