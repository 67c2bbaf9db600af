import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonClient, database, type NewEducator, newEducator } from "../setup/stack.ts";

interface Version {
  sha256: string;
  storage_path: string;
  width: number;
}

async function startDraft(educator: NewEducator, count: number): Promise<{ draftId: string; jobId: string }> {
  const draft = await educator.client.rpc("create_draft", { p_theme: "ocean", p_count: count });
  const job = await educator.client.rpc("request_generation", { p_draft_id: draft.data });
  if (draft.error || job.error) throw draft.error ?? job.error;
  return { draftId: draft.data, jobId: job.data };
}

const jobOf = async (jobId: string) =>
  (await database()`select * from public.jobs where id = ${jobId}`)[0] ?? {};

async function untilEnded(jobId: string, timeout: number): Promise<Record<string, unknown>> {
  const isOver = async () => !["pending", "processing"].includes((await jobOf(jobId)).status);
  await expect.poll(isOver, { timeout, interval: 200 }).toBe(true);
  return jobOf(jobId);
}

const versionsOf = (draftId: string) => database()<Version[]>`
  select v.* from public.draft_asset_versions v join public.draft_assets a on a.id = v.asset_id
  where a.draft_id = ${draftId}`;

describe("a universe is made", () => {
  it("from a theme to stored pictures, and published for everybody", async () => {
    const educator = await newEducator();
    const { draftId, jobId } = await startDraft(educator, 4);
    expect(await untilEnded(jobId, 200_000)).toMatchObject({ status: "completed", progress: 100 });
    const versions = await versionsOf(draftId);
    expect(new Set(versions.map(({ sha256 }) => sha256)).size).toBe(4);
    for (const { storage_path, sha256, width } of versions) {
      const { data } = await educator.client.storage.from("draft-media").download(storage_path);
      const bytes = Buffer.from((await data?.arrayBuffer()) ?? new ArrayBuffer(0));
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
      expect([storage_path, width]).toEqual([`${educator.id}/${draftId}/${sha256}.webp`, 1024]);
    }

    const published = await educator.client.rpc("request_publish", {
      p_draft_id: draftId,
      p_visibility: "public",
    });
    expect(await untilEnded(published.data, 100_000)).toMatchObject({ status: "completed" });
    const [card] = await database()`
      select image_path from public.release_assets where release_id in (
        select u.release_id from public.universes u join public.drafts d on d.universe_id = u.id where d.id = ${draftId})`;
    const address = anonClient().storage.from("published").getPublicUrl(card?.image_path).data.publicUrl;
    const picture = await fetch(address);
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/webp"]);
    expect(picture.headers.get("cache-control")).toContain("max-age=31536000");
  }, 330_000);
});
