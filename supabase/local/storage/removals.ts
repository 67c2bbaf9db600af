import type postgres from "postgres";
import { runAs } from "./access.ts";
import { type Call, requireCaller, requireTexts } from "./call.ts";
import { accessDenied, noSuchKey } from "./errors.ts";
import { readJson } from "./request-body.ts";
import { findObject, type ObjectRow } from "./rows.ts";

/** Deletes the rows that the caller's policies let go. Locks them in one order, so that two calls do not deadlock. */
function deleteRows(sql: postgres.TransactionSql, bucket: string, keys: string[]) {
  return sql<ObjectRow[]>`
    delete from storage.objects
    where id in (
      select id from storage.objects
      where bucket_id = ${bucket} and name = any(${keys})
      order by id
    )
    returning id, bucket_id, name, owner, owner_id, version, metadata, user_metadata,
      created_at, updated_at, last_accessed_at
  `;
}

/** `DELETE /object/<bucket>` with `prefixes`: answers the rows that went; those the policies keep are left out. */
export async function removeObjects(call: Call): Promise<Response> {
  const claims = requireCaller(call);
  const keys = requireTexts(await readJson(call.request), "prefixes");
  const rows = await runAs(call.parts.sql, claims, call.operation, (sql) =>
    deleteRows(sql, call.bucket, keys),
  );
  // After the commit: a file may outlive its row until the next sweep, a row never its file.
  await call.parts.blobs.remove(rows.map((row) => row.version));
  return Response.json(rows);
}

/** `DELETE /object/<bucket>/<key>`: 404 for an unknown key, 403 for one that the policies keep. */
export async function removeObject(call: Call): Promise<Response> {
  const claims = requireCaller(call);
  const { parts, bucket, key, operation } = call;
  if (!(await findObject(parts.sql, bucket, key))) throw noSuchKey();
  const [row] = await runAs(parts.sql, claims, operation, (sql) => deleteRows(sql, bucket, [key]));
  if (!row) throw accessDenied();
  await parts.blobs.remove([row.version]);
  return Response.json({ message: "Successfully deleted" });
}
