import { describe, expect, it } from "vitest";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { draftId, makePicture, owner, setStage, shelf, sql, tools } from "../fixtures/worker-stage.ts";
import { as } from "../setup/database.ts";

setStage();

describe("pictures", () => {
  it("are stored under their hash in the owner's folder, with what they measure", async () => {
    const job = await makePicture();
    expect(job).toMatchObject({
      status: "completed",
      result: { width: 1024, height: 1024, mime_type: "image/webp" },
    });
    const { storage_path, sha256, size_bytes } = job.result as Record<string, string>;
    expect(storage_path).toBe(`${owner.sub}/${draftId}/${sha256}.webp`);
    expect(shelf.files.get(`draft-media/${storage_path}`)?.length).toBe(size_bytes);
  });

  it.each([
    ["output-404", "provider_output_expired"],
    ["output-truncated", "provider_output_unusable"],
    ["output-empty", "provider_output_unusable"],
    ["output-html", "provider_output_unusable"],
    ["output-svg", "provider_output_unusable"],
    ["output-huge-dimensions", "provider_output_unusable"],
    ["output-redirect", "provider_output_unusable"],
    ["foreign-host", "provider_output_unusable"],
    ["missing-outputs", "provider_output_unusable"],
    ["abort", "provider_failed"],
    ["cancel", "provider_failed"],
  ] as const)("with %s are not taken: %s, to be tried again", async (kind, code) => {
    const before = shelf.files.size;
    const job = await makePicture({ kind });
    expect(job).toMatchObject({ status: "pending", error_code: code, retry_count: 1 });
    expect(shelf.files.size).toBe(before);
    const open =
      await sql`select from public.predictions where job_id = ${String(job.id)} and status = 'open'`;
    expect(open).toHaveLength(0);
  });

  it("that the model finds unsafe end the job for good", async () => {
    const job = await makePicture({ kind: "fail" });
    expect(job).toMatchObject({ status: "failed", error_code: "content_flagged" });
  });
});

describe("publishing", () => {
  it("copies each picture once, also when it is done twice, and moves the pointer", async () => {
    await makePicture();
    await as(sql, owner, (db) => db`select public.request_publish(${draftId}, 'public')`).catch(() => {});
    await sql`update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null
      where draft_id = ${draftId} and status in ('pending', 'processing')`;
    for (const round of [1, 2]) {
      await as(sql, owner, (db) => db`select public.request_publish(${draftId}, 'public')`);
      await drain(tools);
      const [release] = await sql`
        select r.number, r.card_count, r.thumbnail_path from public.universes u join public.releases r on r.id = u.release_id
        join public.drafts d on d.universe_id = u.id where d.id = ${draftId}`;
      expect(release?.number).toBe(round);
      expect(shelf.files.has(`published/${release?.thumbnail_path}`)).toBe(true);
    }
  });

  it("of a picture that is gone fails for good and says which", async () => {
    await makePicture();
    await sql`update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null
      where draft_id = ${draftId} and status in ('pending', 'processing')`;
    shelf.files.clear();
    await as(sql, owner, (db) => db`select public.request_publish(${draftId}, 'public')`);
    await drain(tools);
    const [job] = await sql`select * from public.jobs where draft_id = ${draftId} and type = 'publish'`;
    expect(job).toMatchObject({ status: "failed", error_code: "picture_missing" });
  });
});
