import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "../contract/database.types.ts";
import { AppError } from "../errors.ts";

type Db = SupabaseClient<Database>;

/** Signed addresses are good for an hour, as long as a page usually stays open. */
const signedSeconds = 3600;

async function signPaths(db: Db, paths: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(paths.filter((path) => path !== null))];
  if (wanted.length === 0) return new Map();
  const { data, error } = await db.storage.from("draft-media").createSignedUrls(wanted, signedSeconds);
  if (error) throw new AppError("database_unavailable", "Storage did not answer.", { cause: error });
  return new Map(data.flatMap(({ path, signedUrl }) => (path && signedUrl ? [[path, signedUrl]] : [])));
}

/** The rows with an address for each of their files: one question to Storage for all of them. */
export async function withAddresses<Name extends string, Row extends Record<`${Name}_path`, string | null>>(
  db: Db,
  names: readonly Name[],
  rows: Row[],
) {
  const urls = await signPaths(
    db,
    rows.flatMap((row) => names.map((name) => row[`${name}_path`])),
  );
  return rows.map((row) => {
    const address = (name: Name) => urls.get(row[`${name}_path`] ?? "") ?? null;
    const addresses = Object.fromEntries(names.map((name) => [`${name}_url`, address(name)]));
    return { ...row, ...(addresses as Record<`${Name}_url`, string | null>) };
  });
}
