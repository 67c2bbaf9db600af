import { beforeAll, describe, expect, it } from "vitest";
import { claim, finishedDraft, generate, newDraft } from "../fixtures/engine.ts";
import { addMember, invite, newPerson } from "../fixtures/members.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

type Person = Exclude<keyof Cast, "worker">;
type Sight = "rows" | "none" | "denied";

/** What each kind of caller sees of an owner's unpublished work. A new table fails until it is named here. */
const sights: Record<string, Record<Person, Sight>> = {
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

describe("functions", () => {
  it("can be called by exactly those who should", async () => {
    const rows = await sql<{ name: string; anon: boolean; authenticated: boolean }[]>`
      select p.proname as name, has_function_privilege('anon', p.oid, 'execute') as anon,
        has_function_privilege('authenticated', p.oid, 'execute') as authenticated
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' order by 1`;
    const of = (role: "anon" | "authenticated") => rows.filter((row) => row[role]).map((row) => row.name);
    expect(of("anon")).toEqual([
      "get_invitation",
      "get_preview",
      "get_universe",
      "has_preview",
      "has_universe",
      "list_universes",
    ]);
    expect(of("authenticated")).toEqual([
      "accept_invitation",
      "add_asset",
      "cancel_job",
      "change_jobs",
      "check_own_file",
      "create_draft",
      "create_invitation",
      "create_preview_link",
      "decline_invitation",
      "delete_draft",
      "duplicate_draft",
      "edit_assets",
      "edit_draft",
      "get_asset_prompt",
      "get_batch_preflight",
      "get_draft",
      "get_draft_preview",
      "get_draft_progress",
      "get_invitation",
      "get_job",
      "get_job_statistics",
      "get_job_timeline",
      "get_moderations",
      "get_preflight",
      "get_preview",
      "get_universe",
      "get_usage",
      "has_preview",
      "has_universe",
      "list_asset_versions",
      "list_draft_assets",
      "list_draft_versions",
      "list_drafts",
      "list_invitations",
      "list_jobs",
      "list_members",
      "list_sessions",
      "list_universes",
      "pause_jobs",
      "regenerate_asset",
      "remove_asset",
      "remove_member",
      "remove_own_voice",
      "reorder_assets",
      "request_concepts",
      "request_generation",
      "request_generations",
      "request_moderation",
      "request_publish",
      "request_transcription",
      "restore_asset_version",
      "restore_draft_version",
      "resume_jobs",
      "retry_job",
      "revoke_invitation",
      "revoke_preview_links",
      "set_job_priority",
      "set_member_role",
    ]);
  });

  it("have a fixed search path, or a body that was parsed when they were made", async () => {
    const loose = await sql`
      select n.nspname, p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('public', 'private') and p.prosqlbody is null and not coalesce(p.proconfig::text like '%search_path=%', false)`;
    expect([...loose]).toEqual([]);
  });

  it("do not know the draft of another owner", async () => {
    const calls = [
      "public.request_generation($1)",
      "public.regenerate_asset($1, gen_random_uuid())",
      "public.request_publish($1, 'public')",
      "public.delete_draft($1)",
      "public.restore_asset_version($1, gen_random_uuid(), gen_random_uuid())",
      "public.restore_draft_version($1, gen_random_uuid())",
      "public.check_own_file($1, gen_random_uuid(), 'image')",
      "public.remove_own_voice($1, gen_random_uuid(), 'de')",
    ];
    for (const person of ["stranger", "support", "admin"] as const)
      for (const call of calls)
        await expect(
          as(sql, cast[person], (db) => db.unsafe(`select ${call.replace("$1", `'${draftId}'`)}`)),
        ).rejects.toMatchObject({ message: "not_found", code: "PT404" });
    const [seen] = await as(sql, cast.stranger, (db) => db`select public.get_draft(${draftId}) as draft`);
    expect(seen).toEqual({ draft: null });
  });

  it("let support read every job and stop none", async () => {
    const [job] = await sql`select id from public.jobs where status = 'processing' and is_parent limit 1`;
    await as(sql, cast.support, (db) => db`select public.list_jobs(p_is_everyones => true)`);
    await expect(as(sql, cast.support, (db) => db`select public.cancel_job(${job?.id})`)).rejects.toThrow(
      "forbidden",
    );
    await expect(
      as(sql, cast.stranger, (db) => db`select public.list_jobs(p_is_everyones => true)`),
    ).rejects.toThrow("forbidden");
  });
});

describe("channels", () => {
  const joins = async (person: Person, topic: string) => {
    const [row] = await as<{ ok: boolean }>(
      sql,
      cast[person],
      (db) => db`select private.may_join(${topic}) as ok`,
    );
    return row?.ok;
  };

  it("open to the owner and staff, and to nobody else", async () => {
    const topic = `draft:${draftId}`;
    expect(await joins("owner", topic)).toBe(true);
    expect(await joins("support", topic)).toBe(true);
    expect(await joins("admin", topic)).toBe(true);
    expect(await joins("stranger", topic)).toBe(false);
    expect(await joins("anonymous", topic)).toBe(false);
    expect(await joins("support", "admin:jobs")).toBe(true);
    expect(await joins("owner", "admin:jobs")).toBe(false);
    expect(await joins("owner", `user:${cast.owner.sub}`)).toBe(true);
    expect(await joins("stranger", `user:${cast.owner.sub}`)).toBe(false);
    for (const odd of ["draft:", "draft:%", "draft:x'--", `draft:${"-".repeat(36)}`, "user:", "", "admin"])
      expect(await joins("owner", odd)).toBe(false);
  });
});
