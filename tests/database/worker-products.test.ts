import { describe, expect, it } from "vitest";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { sweepPredictions } from "../../supabase/functions/job-scheduler/sweep-predictions.ts";
import {
  atelier,
  draftId,
  images,
  jobOf,
  later,
  makeConcepts,
  makePicture,
  owner,
  predictionsOf,
  setStage,
  shelf,
  sql,
  sweepUntilDone,
  tools,
  workerDies,
} from "../fixtures/worker-stage.ts";
import { as } from "../setup/database.ts";

setStage();

/** Lets a picture job that waits for its next try run, and says what came of it. */
async function makeAgain(jobId: unknown): Promise<Record<string, unknown>> {
  await later();
  await drain(tools);
  await sweepUntilDone(jobId);
  return jobOf(jobId);
}

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
    ["output-truncated", "provider_output_unusable"],
    ["output-empty", "provider_output_unusable"],
    ["output-html", "provider_output_unusable"],
    ["output-svg", "provider_output_unusable"],
    ["output-huge-dimensions", "provider_output_unusable"],
    ["output-animated", "provider_output_unusable"],
    ["output-too-large", "provider_output_unusable"],
    ["output-redirect", "provider_output_unusable"],
    ["foreign-host", "provider_output_unusable"],
    ["missing-outputs", "provider_output_unusable"],
  ] as const)("with %s are not taken: %s, once more, and then no more", async (kind, code) => {
    const before = shelf.files.size;
    const { id, ...job } = await makePicture({ kind });
    expect(job).toMatchObject({ status: "pending", error_code: code, retry_count: 1 });
    expect(await makeAgain(id)).toMatchObject({ status: "failed", error_code: code, retry_count: 1 });
    expect(shelf.files.size).toBe(before);
    expect((await predictionsOf(String(id))).map(({ status }) => status)).toEqual(["failed", "failed"]);
  });

  it("that were unusable once are taken from the second try", async () => {
    const { id } = await makePicture({ kind: "output-html", times: 2 });
    expect(await makeAgain(id)).toMatchObject({ status: "completed", retry_count: 1 });
  });

  it.each(["abort", "cancel"] as const)("whose prediction ends by %s are tried again", async (kind) => {
    expect(await makePicture({ kind })).toMatchObject({ status: "pending", error_code: "provider_failed" });
  });

  it("in a status that nobody knows are waited for until their time is over, not for ever", async () => {
    await makeConcepts();
    await atelier.order({ kind: "unknown-status" });
    await drain(tools);
    const [job] = await images();
    const [{ external_id } = {}] = await predictionsOf(job?.id);
    await expect.poll(async () => (await tools.provider.get(external_id))?.status).toBe("paused");
    await later();
    expect(await sweepPredictions(tools)).toEqual({ running: 2 });
    await workerDies(job?.id);
    expect(await jobOf(job?.id)).toMatchObject({
      status: "pending",
      error_code: "provider_timeout",
      retry_count: 1,
    });
  });

  it("that have expired fail with the advice to make them again: nothing is paid twice by itself", async () => {
    const job = await makePicture({ kind: "output-404" });
    expect(job).toMatchObject({ status: "failed", error_code: "provider_output_expired", retry_count: 0 });
    expect(job.error_message).toContain("Make it again.");
  });

  it.each(["fail", "output-black"] as const)(
    "that are blocked (%s) end the job for good after one try",
    async (kind) => {
      const job = await makePicture({ kind });
      expect(job).toMatchObject({ status: "failed", error_code: "content_flagged", attempt: 1 });
      expect(await predictionsOf(String(job.id))).toMatchObject([{ status: "failed" }]);
    },
  );
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
