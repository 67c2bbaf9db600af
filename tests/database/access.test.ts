import { beforeAll, describe, expect, it } from "vitest";
import { claim, finishedDraft, generate, newDraft } from "../fixtures/engine.ts";
import { addMember, invite, newPerson } from "../fixtures/members.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

type Person = Exclude<keyof Cast, "worker">;
type Sight = "rows" | "none" | "denied";

/** What each kind of caller sees of an owner's unpublished work. A new table fails until it is named here. */
const sights: Record<string, Record<Person, Sight>> = {
  audit_entries: { owner: "none", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  credit_entries: { owner: "rows", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  draft_asset_translations: {
    owner: "rows",
    stranger: "none",
    support: "rows",
    admin: "rows",
    anonymous: "denied",
  },
  draft_asset_versions: {
    owner: "rows",
    stranger: "none",
    support: "rows",
    admin: "rows",
    anonymous: "denied",
  },
  draft_assets: { owner: "rows", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  draft_invitations: { owner: "rows", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  draft_members: { owner: "rows", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  draft_translations: {
    owner: "rows",
    stranger: "none",
    support: "rows",
    admin: "rows",
    anonymous: "denied",
  },
  draft_versions: { owner: "rows", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  drafts: { owner: "rows", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  job_dependencies: { owner: "rows", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  job_events: { owner: "rows", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  job_pauses: { owner: "none", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  jobs: { owner: "rows", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  kpi_daily: { owner: "none", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  models: { owner: "none", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  plans: { owner: "rows", stranger: "rows", support: "rows", admin: "rows", anonymous: "denied" },
  predictions: { owner: "none", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  profiles: { owner: "rows", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  release_assets: { owner: "none", stranger: "none", support: "none", admin: "none", anonymous: "none" },
  releases: { owner: "none", stranger: "none", support: "none", admin: "none", anonymous: "none" },
  theme_templates: { owner: "rows", stranger: "rows", support: "rows", admin: "rows", anonymous: "rows" },
  universe_reports: { owner: "none", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  universes: { owner: "rows", stranger: "none", support: "rows", admin: "rows", anonymous: "none" },
  user_quotas: { owner: "rows", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
  user_roles: { owner: "rows", stranger: "none", support: "rows", admin: "rows", anonymous: "denied" },
};

/** One column that every caller with any right on the table may read, and whose rows count as the owner's. */
const own: Record<string, [column: string, condition: string]> = {
  profiles: ["id", "id = $1"],
  user_roles: ["user_id", "user_id = $1"],
  credit_entries: ["id", "user_id = $1"],
  jobs: ["id", "user_id = $1"],
  kpi_daily: ["day", "true"],
  plans: ["key", "true"],
  user_quotas: ["user_id", "user_id = $1"],
  job_dependencies: ["job_id", "true"],
  job_events: ["job_id", "true"],
  predictions: ["job_id", "true"],
  draft_members: ["draft_id", "true"],
  draft_translations: ["draft_id", "true"],
  draft_asset_translations: ["asset_id", "true"],
  theme_templates: ["key", "true"],
};

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: Cast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  draftId = await finishedDraft(sql, cast.owner);
  await sql`
    insert into public.draft_versions (draft_id, piece, sha256, storage_path, mime_type, size_bytes, prompt, seed, job_id)
    values (${draftId}, 'music', ${"0".repeat(64)}, 'music.mp3', 'audio/mpeg', 1, '', 1, gen_random_uuid())`;
  await addMember(sql, draftId, await newPerson(sql, "member"), "viewer");
  await invite(sql, cast.owner, draftId);
  await generate(sql, cast.owner, await newDraft(sql, cast.owner));
  const [job] = await claim(sql);
  if (!job) throw new Error("nothing claimed");
  await sql`select public.record_prediction(${job.id}, ${job.attempt}, '{}', 'hash')`;
  const next = crypto.randomUUID();
  await sql`select public.enqueue_jobs(${sql.json([
    { id: next, user_id: cast.owner.sub ?? "", type: "publish", depends_on: [job.id], payload: {} },
  ])})`;
  await as(sql, cast.admin, (db) => db`select public.pause_jobs('notify')`);
  await sql`insert into public.audit_entries (action) values ('publish')`;
  await sql`
    insert into public.universe_reports (universe_id, reporter_id, release_number, reason)
    select universe_id, ${cast.stranger.sub ?? ""}, 1, 'other' from public.drafts where id = ${draftId}`;
  await sql`select public.rollup_kpis((now() at time zone 'utc')::date)`;
});

async function look(table: string, person: Person): Promise<Sight> {
  const [column, condition] = own[table] ?? ["id", "true"];
  const bound = condition.replace("$1", `'${cast.owner.sub}'`);
  try {
    const rows = await as(sql, cast[person], (db) =>
      db.unsafe(`select ${column} from public.${table} where ${bound}`),
    );
    return rows.length > 0 ? "rows" : "none";
  } catch (error) {
    if ((error as { code?: string }).code === "42501") return "denied";
    throw error;
  }
}

describe("unpublished work", () => {
  it("has a line in the matrix for every table", async () => {
    const tables = await sql`select tablename from pg_tables where schemaname = 'public' order by 1`;
    expect(tables.map((row) => row.tablename)).toEqual(Object.keys(sights).sort());
  });

  for (const [table, expected] of Object.entries(sights))
    it(`shows ${table} to those who may see it, and to nobody else`, async () => {
      const seen = Object.fromEntries(
        await Promise.all(
          (Object.keys(expected) as Person[]).map(async (person) => [person, await look(table, person)]),
        ),
      );
      expect(seen).toEqual(expected);
    });

  it("has Row Level Security on every table", async () => {
    const open = await sql`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relrowsecurity`;
    expect([...open]).toEqual([]);
  });

  it("can be written by nobody but functions, except one's own name and language", async () => {
    const grants = await sql`
      select distinct table_name, column_name, grantee, privilege_type from information_schema.column_privileges
      where table_schema in ('public', 'private') and grantee in ('anon', 'authenticated', 'PUBLIC')
        and privilege_type <> 'SELECT' order by 1, 2`;
    expect([...grants]).toEqual([
      {
        table_name: "profiles",
        column_name: "display_name",
        grantee: "authenticated",
        privilege_type: "UPDATE",
      },
      { table_name: "profiles", column_name: "language", grantee: "authenticated", privilege_type: "UPDATE" },
    ]);
    const deletes = await sql`
      select table_name, grantee, privilege_type from information_schema.table_privileges
      where table_schema in ('public', 'private') and grantee in ('anon', 'authenticated', 'PUBLIC')
        and privilege_type in ('DELETE', 'TRUNCATE')`;
    expect([...deletes]).toEqual([]);
  });

  it("keeps error_detail and the lease of a job from everybody who asks the table", async () => {
    for (const column of ["error_detail", "lease_owner", "idempotency_key"])
      await expect(
        as(sql, cast.owner, (db) => db.unsafe(`select ${column} from public.jobs`)),
      ).rejects.toMatchObject({
        code: "42501",
      });
  });
});
