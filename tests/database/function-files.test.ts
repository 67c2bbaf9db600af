import { readdir } from "node:fs/promises";
import { expect, it } from "vitest";
import { freshDatabase } from "../setup/database.ts";

it("every function of the Data API has a test file of its name", async () => {
  const sql = await freshDatabase();
  const functions = await sql<{ name: string }[]>`
    select distinct p.proname as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`;
  const files = new Set(await readdir(import.meta.dirname));
  expect(functions.length).toBeGreaterThan(30);
  expect(functions.map(({ name }) => `${name}.test.ts`).filter((file) => !files.has(file))).toEqual([]);
});
