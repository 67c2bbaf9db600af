import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Claims } from "../../supabase/local/keyring.ts";
import { newDraft } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

interface Session {
  id: string;
  user_agent: string | null;
  created_at: string;
  used_at: string;
  is_current: boolean;
}

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});
beforeEach(async () => {
  await sql`truncate auth.sessions cascade`;
});

/** A session of this person, and the claims of the token that was made for it. */
async function openSession(
  who: Claims,
  agent: string,
  minutesAgo = 0,
): Promise<Claims & { session_id: string }> {
  const session_id = crypto.randomUUID();
  await sql`
    insert into auth.sessions (id, user_id, created_at, updated_at, user_agent)
    values (${session_id}, ${who.sub ?? ""}, now() - make_interval(mins => ${minutesAgo}), now(), ${agent})`;
  return { ...who, session_id };
}

const list = async (who: Claims) =>
  (
    await as<{ found: { items: Session[]; total: number } }>(
      sql,
      who,
      (db) => db`select public.list_sessions() as found`,
    )
  )[0]?.found;

const code = (work: Promise<unknown>) =>
  work.then(
    () => "nothing",
    (error: Error) => error.message,
  );

describe("the list of sessions", () => {
  it("names one's own, this one first, then the one that was used last", async () => {
    const old = await openSession(cast.owner, "Old", 50);
    const here = await openSession(cast.owner, "Here", 90);
    const recent = await openSession(cast.owner, "Recent", 60);
    await sql`update auth.sessions set refreshed_at = now() at time zone 'utc' where id = ${recent.session_id}`;
    await openSession(cast.stranger, "A stranger's");
    const found = await list(here);
    expect(found?.total).toBe(3);
    expect(found?.items.map(({ user_agent, is_current }) => [user_agent, is_current])).toEqual([
      ["Here", true],
      ["Recent", false],
      ["Old", false],
    ]);
    expect(found?.items[2]?.id).toBe(old.session_id);
    expect(Date.parse(found?.items[1]?.used_at ?? "")).toBeGreaterThan(
      Date.parse(found?.items[1]?.created_at ?? ""),
    );
  });

  it("shows no session of anybody else, to staff neither", async () => {
    await openSession(cast.owner, "Here");
    for (const who of [cast.stranger, cast.support, cast.admin])
      expect(await list(who)).toEqual({ items: [], total: 0 });
  });

  it("leaves out what ran out by itself, and is not for visitors", async () => {
    const gone = await openSession(cast.owner, "Gone");
    await sql`update auth.sessions set not_after = now() - interval '1 second' where id = ${gone.session_id}`;
    expect((await list(cast.owner))?.total).toBe(0);
    expect(await code(list(cast.anonymous))).toMatch(/permission denied/);
  });
});

describe("a token whose session was ended", () => {
  const mayRead = async (who: Claims, table: "profiles" | "drafts") =>
    (await as(sql, who, (db) => db`select id from ${db(table)}`)).length > 0;

  it("makes nothing any more, and nobody's profile is found with it", async () => {
    const here = await openSession(cast.owner, "Here");
    await newDraft(sql, here);
    expect(await mayRead(here, "profiles")).toBe(true);
    await sql`delete from auth.sessions where id = ${here.session_id}`;
    expect(await code(newDraft(sql, here))).toBe("not_signed_in");
    expect(await mayRead(here, "profiles")).toBe(false);
    await as(sql, here, (db) => db`update public.profiles set display_name = 'Mallory'`);
    expect(await sql`select from public.profiles where display_name = 'Mallory'`).toHaveLength(0);
  });

  it("of an admin reads nobody's work any more", async () => {
    await newDraft(sql, cast.owner);
    const here = await openSession(cast.admin, "Here");
    expect(await mayRead(here, "drafts")).toBe(true);
    await sql`delete from auth.sessions where id = ${here.session_id}`;
    expect(await mayRead(here, "drafts")).toBe(false);
  });

  it("is told from one that never had a session, which counts", async () => {
    await newDraft(sql, cast.owner);
    expect(await mayRead(cast.owner, "profiles")).toBe(true);
  });
});
