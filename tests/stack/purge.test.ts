import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database, stack } from "../setup/stack.ts";

const program = fileURLToPath(new URL("../../supabase/local/studio.ts", import.meta.url));
const { apiUrl, secretKey } = stack().status;
const sql = database();
let owner: string;

/** Runs the command as `npm run purge` does. */
function purge(...args: string[]) {
  const env = { ...process.env, NEXT_PUBLIC_SUPABASE_URL: apiUrl, SUPABASE_SECRET_KEY: secretKey };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "purge", ...args], { env });
  return { status, text: `${stdout}${stderr}` };
}

async function endedJob(daysAgo: number): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into public.jobs (user_id, type, status, progress, completed_at)
    values (${owner}, 'notify', 'completed', 100, now() - make_interval(days => ${daysAgo})) returning id`;
  return row?.id ?? "";
}

const isThere = async (id: string) => (await sql`select from public.jobs where id = ${id}`).length === 1;

beforeAll(async () => {
  const [person] = await sql`select id from public.profiles where email = 'second@studio.test'`;
  owner = person?.id;
  // The schedule cleans up every ten minutes, which may be just now.
  await sql`update private.settings set keep_completed_days = 100000`;
});
afterAll(() => sql`update private.settings set keep_completed_days = default`);

describe("npm run purge", () => {
  it("deletes what ended longer ago than the days that are named, and nothing else", async () => {
    const [old, recent] = [await endedJob(5000), await endedJob(4000)];
    const { status, text } = purge("--older-than", "4500");
    expect(text).toContain("Done: 1 requests deleted.");
    expect(status).toBe(0);
    expect([await isThere(old), await isThere(recent)]).toEqual([false, true]);
    expect(purge("--older-than", "4500").text).toContain("Nothing is that old.");
    await sql`delete from public.jobs where id = ${recent}`;
  });

  it("says what to write when the days are no days", () => {
    for (const args of [["--older-than", "soon"], ["--older-than", "0"], ["--older", "3"], ["3"]]) {
      const { status, text } = purge(...args);
      expect(status).toBe(1);
      expect(text).toContain("--older-than 30");
    }
  });
});
