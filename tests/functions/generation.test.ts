import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { anonClient, database, type NewEducator, newEducator, serviceClient, stack } from "../setup/stack.ts";

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
    expect(await untilEnded(jobId, 45_000)).toMatchObject({ status: "completed", progress: 100 });
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
    expect(await untilEnded(published.data, 20_000)).toMatchObject({ status: "completed" });
    const [card] = await database()`
      select image_path from public.release_assets where release_id in (
        select u.release_id from public.universes u join public.drafts d on d.universe_id = u.id where d.id = ${draftId})`;
    const address = anonClient().storage.from("published").getPublicUrl(card?.image_path).data.publicUrl;
    const picture = await fetch(address);
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/webp"]);
    expect(picture.headers.get("cache-control")).toContain("max-age=31536000");
  }, 90_000);
});

describe("a killed functions runtime", () => {
  const pidFile = () => join(stack().config.dataDir, "functions.pid");
  const pids = () => readFileSync(pidFile(), "utf8").split("\n").filter(Boolean).map(Number);

  afterEach(async () => {
    await database()`update private.settings set lease_seconds = default`;
  });

  it("in the middle of generation loses no card and makes none twice", async () => {
    await database()`update private.settings set lease_seconds = 5`;
    const educator = await newEducator();
    const { draftId, jobId } = await startDraft(educator, 6);
    let kills = 0;
    const killing = setInterval(() => {
      for (const pid of pids()) {
        process.kill(pid, "SIGKILL");
        kills += 1;
      }
      if (kills >= 12) clearInterval(killing);
    }, 350);
    try {
      expect(await untilEnded(jobId, 150_000)).toMatchObject({
        status: "completed",
        result: { completed: 7, failed: 0 },
      });
    } finally {
      clearInterval(killing);
    }
    expect(kills).toBeGreaterThanOrEqual(6);
    expect(await versionsOf(draftId)).toHaveLength(6);
    const [paid] = await database()`
      select count(*)::int as n from public.predictions p join public.jobs j on j.id = p.job_id
      where j.parent_id = ${jobId} and p.external_id is not null`;
    expect(paid?.n).toBe(7);
    const pairs = await database()`select concept from public.draft_assets where draft_id = ${draftId}`;
    expect(new Set(pairs.map(({ concept }) => concept)).size).toBe(6);
  }, 180_000);

  it("is back at the next call", async () => {
    const worker = () => serviceClient().functions.invoke("generation-worker", { body: {} });
    await worker();
    for (const pid of pids()) process.kill(pid, "SIGKILL");
    expect((await worker()).error).toBeNull();
  });
});
