import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { registerModels } from "../../supabase/local/atelier/register.ts";
import { freshDatabase } from "../setup/database.ts";

let sql: postgres.Sql;

beforeAll(async () => {
  sql = await freshDatabase();
});

/** What would speak now, when the voice is installed on this machine, or is not. */
async function speaker(isInstalled: boolean): Promise<string[]> {
  await registerModels(sql, ({ name }) => isInstalled || name !== "atelier/speech");
  const rows = await sql`select name from public.models where is_active and job_type = 'generate_speech'`;
  return rows.map(({ name }) => name);
}

describe("spoken names", () => {
  it("are offered once the voice is installed, and no longer when it is taken away", async () => {
    expect(await speaker(false)).toEqual([]);
    expect(await speaker(true)).toEqual(["atelier/speech"]);
    expect(await speaker(false)).toEqual([]);
    const [others] = await sql`select count(*)::integer as active from public.models where is_active`;
    expect(others?.active).toBeGreaterThan(3);
  });
});
