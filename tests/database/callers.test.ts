import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { claim, generate, newDraft } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  draftId = await newDraft(sql, cast.owner);
  await generate(sql, cast.owner, draftId);
  await claim(sql);
});

describe("functions", () => {
  it("can be called by exactly those who should", async () => {
    const rows = await sql<{ name: string; anon: boolean; authenticated: boolean }[]>`
      select p.proname as name, has_function_privilege('anon', p.oid, 'execute') as anon,
        has_function_privilege('authenticated', p.oid, 'execute') as authenticated
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' order by 1`;
    const of = (role: "anon" | "authenticated") => rows.filter((row) => row[role]).map((row) => row.name);
    expect(of("anon")).toEqual([
      "find_address",
      "get_invitation",
      "get_preview",
      "get_room",
      "get_universe",
      "has_preview",
      "is_file_shown",
      "list_public_addresses",
      "list_shelf_themes",
      "list_universes",
    ]);
    expect(of("authenticated")).toEqual([
      "accept_invitation",
      "add_asset",
      "appeal_hiding",
      "cancel_job",
      "change_jobs",
      "check_own_file",
      "create_draft",
      "create_invitation",
      "create_preview_link",
      "decline_invitation",
      "delete_draft",
      "dismiss_report",
      "duplicate_draft",
      "edit_assets",
      "edit_draft",
      "edit_universe",
      "end_room",
      "find_address",
      "get_asset_prompt",
      "get_batch_preflight",
      "get_draft",
      "get_draft_preview",
      "get_draft_progress",
      "get_hiding",
      "get_invitation",
      "get_job",
      "get_job_statistics",
      "get_job_timeline",
      "get_moderations",
      "get_preflight",
      "get_preview",
      "get_publication",
      "get_release",
      "get_reviewed_release",
      "get_room",
      "get_universe",
      "get_usage",
      "has_preview",
      "hide_universe",
      "is_file_shown",
      "lead_room",
      "list_asset_versions",
      "list_audit_entries",
      "list_draft_assets",
      "list_draft_versions",
      "list_drafts",
      "list_hidden_universes",
      "list_invitations",
      "list_jobs",
      "list_members",
      "list_my_reports",
      "list_public_addresses",
      "list_releases",
      "list_reports",
      "list_rooms",
      "list_seats",
      "list_sessions",
      "list_shelf_themes",
      "list_universes",
      "open_room",
      "pause_jobs",
      "refuse_appeal",
      "regenerate_asset",
      "remove_asset",
      "remove_member",
      "remove_own_voice",
      "reorder_assets",
      "report_universe",
      "request_concepts",
      "request_generation",
      "request_generations",
      "request_moderation",
      "request_publish",
      "request_transcription",
      "restore_asset_version",
      "restore_draft_version",
      "restore_release",
      "resume_jobs",
      "retry_job",
      "revoke_invitation",
      "revoke_preview_links",
      "set_job_priority",
      "set_member_role",
      "unhide_universe",
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
      "public.restore_release($1, gen_random_uuid())",
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
