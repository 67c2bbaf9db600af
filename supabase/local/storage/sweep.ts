import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type postgres from "postgres";
import type { BlobFolder } from "./blobs.ts";

const minuteMs = 60_000;

async function removeOld(file: string, now: number): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (!found || now - found.mtimeMs < minuteMs) return false;
  await rm(file, { force: true });
  return true;
}

/**
 * Removes the files that a killed process left behind: half-received ones and ones that never got, or no longer have,
 * a row. Files younger than a minute stay, as their row may be on its way. Returns how many went.
 */
export async function sweepOrphans(sql: postgres.Sql, blobs: BlobFolder, now = Date.now()): Promise<number> {
  let removed = 0;
  for (const name of await readdir(blobs.incoming))
    if (await removeOld(join(blobs.incoming, name), now)) removed += 1;

  const files: string[] = [];
  for (const entry of await readdir(blobs.blobs, { withFileTypes: true }))
    if (entry.isDirectory()) files.push(...(await readdir(join(blobs.blobs, entry.name))));
  if (files.length === 0) return removed;

  // The files are listed before the rows are read: a file that gets its row in between is then found in the rows.
  const rows = await sql<
    { version: string }[]
  >`select version from storage.objects where version is not null`;
  const named = new Set(rows.map((row) => row.version));
  for (const version of files) {
    const file = join(blobs.blobs, version.slice(0, 2), version);
    if (!named.has(version) && (await removeOld(file, now))) removed += 1;
  }
  return removed;
}
