import type postgres from "postgres";

/** Names of the two buckets of a test file. */
export interface Buckets {
  closed: string;
  open: string;
}

/**
 * Makes a private and a public bucket with the policies that most products have: the first folder is the owner's id,
 * signed-in people write in their own folder. Without the public bucket's select policy only its URLs are public.
 */
export async function makeBuckets(sql: postgres.Sql, name: string): Promise<Buckets> {
  const buckets = { closed: `${name}-closed`, open: `${name}-open` };
  const ids = [buckets.closed, buckets.open];
  await dropBuckets(sql, name);
  await sql`
    insert into storage.buckets ${sql(ids.map((id) => ({ id, name: id, public: id === buckets.open })))}
  `;
  const mine = `bucket_id in ('${ids.join("', '")}')
    and (storage.foldername(name))[1] = (select auth.uid()::text)`;
  await sql.unsafe(`
    create policy "${name} owners read" on storage.objects for select to authenticated using (${mine});
    create policy "${name} owners add" on storage.objects for insert to authenticated with check (${mine});
    create policy "${name} owners change" on storage.objects for update to authenticated
      using (${mine}) with check (${mine});
    create policy "${name} owners remove" on storage.objects for delete to authenticated using (${mine});
  `);
  return buckets;
}

/** Takes away what `makeBuckets` made, with all that was put in. */
export async function dropBuckets(sql: postgres.Sql, name: string): Promise<void> {
  for (const verb of ["read", "add", "change", "remove"])
    await sql.unsafe(`drop policy if exists "${name} owners ${verb}" on storage.objects`);
  await sql.begin(async (transaction) => {
    await transaction`select set_config('storage.allow_delete_query', 'true', true)`;
    await transaction`delete from storage.objects where bucket_id in (${`${name}-closed`}, ${`${name}-open`})`;
    await transaction`delete from storage.buckets where id in (${`${name}-closed`}, ${`${name}-open`})`;
  });
}
