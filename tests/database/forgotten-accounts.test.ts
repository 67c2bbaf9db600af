import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { claimPieces, drainPieces, newDraftOf, pieceResultFor, setUpModels } from "../fixtures/pieces.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
  cast = await newCast(sql);
});

/**
 * Every table of ours, and of the platform's that we write to, that has a row with this text anywhere in it. Messages of
 * live channels are left out: the platform drops them after three days.
 */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'private', 'auth', 'vault', 'net') order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await sql.unsafe(`select from ${name} t where t::text ilike $1 limit 1`, [`%${text}%`]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

/** Claims, asks at the gate and completes as a worker does, so that the results are kept for others. */
async function work() {
  for (let jobs = await claimPieces(sql); jobs.length > 0; jobs = await claimPieces(sql))
    for (const job of jobs) {
      const [gate] = await sql`
        select public.record_prediction(${job.id}, ${job.attempt}, '{}', ${`hash ${job.id}`}) as gate`;
      await sql`select public.save_prediction(${gate?.gate.prediction_id}, ${job.attempt}, ${`p-${job.id}`})`;
      await sql`select public.complete_job(${job.id}, ${job.attempt}, ${sql.json(pieceResultFor(job))})`;
    }
}

const universeOf = async (person: "owner" | "stranger") => {
  const id = await newDraftOf(sql, cast[person], ["image", "text", "music"], 1);
  await ask(sql, cast[person], (db) => db`select public.request_generation(${id}) as answer`);
  await work();
  await ask(sql, cast[person], (db) => db`select public.request_publish(${id}, 'public') as answer`);
  await drainPieces(sql);
  return id;
};

describe("an account that is deleted", () => {
  it("leaves no row that holds its id, and the results of others stay", async () => {
    await universeOf("owner");
    await universeOf("stranger");
    const [id, other] = [cast.owner.sub ?? "", cast.stranger.sub ?? ""];
    await sql`insert into public.job_pauses (user_id, paused_by) values (${other}, ${id})`;
    expect(await tablesWith(id)).toEqual(
      expect.arrayContaining([
        "auth.users",
        "private.results",
        "public.drafts",
        "public.job_events",
        "public.jobs",
      ]),
    );
    const kept = async () =>
      (await sql`select from private.results where result ->> 'storage_path' like ${`${other}/%`}`).length;
    const before = await kept();
    await sql`delete from auth.users where id = ${id}`;
    expect(await tablesWith(id)).toEqual([]);
    expect(before).toBeGreaterThan(0);
    expect(await kept()).toBe(before);
  });
});
