/** Files of a card and of a draft: `<name>_path` is the Storage key, `<name>_url` its address, signed for an hour. */
export const assetFiles = ["image", "video", "model3d"] as const;
export const draftFiles = ["thumbnail", "music", "cover", "poster", "logo"] as const;

type FileKeys<Name extends string> = `${Name}_path` | `${Name}_url`;
/** A row whose files have keys and addresses; null until made. */
export type WithFiles<Name extends string> = Record<FileKeys<Name>, string | null>;

/** A signed address is used again while it has at least this long to live. */
const spareMs = 10 * 60_000;

/** When the token of a signed Storage address ends, in epoch milliseconds; 0 when it cannot be read. */
export function signedUntil(url: string): number {
  const token = new URL(url, "http://studio").searchParams.get("token");
  const claims = token?.split(".")[1];
  if (!claims) return 0;
  try {
    const { exp } = JSON.parse(atob(claims.replaceAll("-", "+").replaceAll("_", "/"))) as { exp?: unknown };
    return typeof exp === "number" ? exp * 1000 : 0;
  } catch {
    return 0;
  }
}

/**
 * The row as it was just read, with the addresses of those files that did not change, so that a refetch, which signs
 * each one anew, neither loads nor repaints them.
 */
export function keepAddresses<Name extends string, Row extends WithFiles<Name>>(
  names: readonly Name[],
  before: Row | undefined,
  now: Row,
  at = Date.now(),
): Row {
  const kept: Partial<Record<string, string>> = {};
  for (const name of names) {
    const address = before?.[`${name}_url`];
    const isSame = address && before[`${name}_path`] === now[`${name}_path`];
    if (isSame && signedUntil(address) - at > spareMs) kept[`${name}_url`] = address;
  }
  return { ...now, ...kept };
}

/**
 * The row with what a message says of it. A file that changed keeps its old key and address until the new one is
 * signed: those are returned as `unsigned`. Those that are as shown, or gone, are `settled`.
 */
export function mergeRecord<Name extends string, Row extends WithFiles<Name>>(
  names: readonly Name[],
  known: Row | undefined,
  record: Partial<Row>,
): { row: Row; unsigned: [name: Name, path: string][]; settled: Name[] } {
  const files: Record<string, string | null> = {};
  const unsigned: [Name, string][] = [];
  const settled: Name[] = [];
  for (const name of names) {
    const path = record[`${name}_path` as keyof Row] as string | null | undefined;
    if (path === undefined) continue;
    const isGone = path === null;
    files[`${name}_path`] = isGone ? null : (known?.[`${name}_path`] ?? null);
    files[`${name}_url`] = isGone ? null : (known?.[`${name}_url`] ?? null);
    if (path && path !== known?.[`${name}_path`]) unsigned.push([name, path]);
    else settled.push(name);
  }
  return { row: { ...known, ...record, ...files } as Row, unsigned, settled };
}
