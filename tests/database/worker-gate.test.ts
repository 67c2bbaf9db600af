import { describe, expect, it } from "vitest";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { generate, newDraft } from "../fixtures/engine.ts";
import {
  atelier,
  conceptsJob,
  draftId,
  images,
  jobOf,
  later,
  makePicture,
  owner,
  paid,
  setStage,
  shelf,
  sql,
  sweepUntilDone,
  tools,
} from "../fixtures/worker-stage.ts";
import { newCast } from "../setup/database.ts";

setStage();

/** Lets another draft ask for exactly what the draft on stage asks for, under this person's account. */
async function askForTheSame(person = owner, count = 2): Promise<Record<string, string>> {
  const other = await newDraft(sql, person, { count });
  await generate(sql, person, other);
  await sql`
    update public.jobs j set payload = first.payload from public.jobs first
    where j.draft_id = ${other} and j.type = 'generate_concepts'
      and first.draft_id = ${draftId} and first.type = 'generate_concepts'`;
  const [job] = await sql`select * from public.jobs where draft_id = ${other} and type = 'generate_concepts'`;
  return job as unknown as Record<string, string>;
}

/** Makes one picture on stage, then a picture job of another person that asks for the very same. */
async function askForTheSamePicture() {
  const made = await makePicture();
  const { stranger } = await newCast(sql);
  const other = await newDraft(sql, stranger, { count: 1 });
  await generate(sql, stranger, other);
  await drain(tools);
  const [concepts] =
    await sql`select id from public.jobs where draft_id = ${other} and type = 'generate_concepts'`;
  await sweepUntilDone(concepts?.id);
  await sql`update public.jobs set payload = (select payload from public.jobs where id = ${String(made.id)})
    where draft_id = ${other} and type = 'generate_image'`;
  const [job] = await sql`select id from public.jobs where draft_id = ${other} and type = 'generate_image'`;
  return { made: made.result as Record<string, string>, jobId: job?.id, folder: `${stranger.sub}/${other}` };
}
const pictures = async () =>
  (await atelier.ledger()).calls.filter(({ model }) => model === "atelier/picture").length;

describe("what was paid for before", () => {
  it("is used again for the same model, input and seed", async () => {
    await drain(tools);
    await sweepUntilDone((await conceptsJob()).id);
    const second = await askForTheSame();
    await drain(tools);
    const first = await conceptsJob();
    expect(await jobOf(second.id)).toMatchObject({ status: "completed", result: first.result });
    expect(await paid()).toBe(1);
  });

  it("is copied into the folder of whoever asks: nobody is given another one's file", async () => {
    const { made, jobId, folder } = await askForTheSamePicture();
    const before = await pictures();
    await drain(tools);
    const { status, result } = await jobOf(jobId);
    expect(status).toBe("completed");
    expect(result).toEqual({ ...made, storage_path: `${folder}/${made.sha256}.webp` });
    expect(shelf.files.has(`draft-media/${folder}/${made.sha256}.webp`)).toBe(true);
    expect(await pictures()).toBe(before);
  });

  it("is made anew when its file is gone, and that is found out once", async () => {
    const { made, jobId } = await askForTheSamePicture();
    const before = await pictures();
    shelf.files.delete(`draft-media/${made.storage_path}`);
    await drain(tools);
    expect(await sweepUntilDone(jobId)).toBe("completed");
    expect(await pictures()).toBe(before + 1);
  });

  it("is not given up for a Storage that fails: the job comes again", async () => {
    const { jobId } = await askForTheSamePicture();
    const before = await pictures();
    shelf.failure = "The disk is on fire";
    await drain(tools);
    expect(await jobOf(jobId)).toMatchObject({ status: "pending", error_code: "internal" });
    await later();
    await drain(tools);
    expect(await jobOf(jobId)).toMatchObject({ status: "completed" });
    expect(await pictures()).toBe(before);
  });
});

describe("two jobs that ask for the same at once", () => {
  it("pay once: the second waits, without a retry, and takes what the first has made", async () => {
    const second = await askForTheSame();
    await drain(tools);
    const [first, waiting] = [await conceptsJob(), await jobOf(second.id)];
    const states = [first, waiting].map(({ status, retry_count }) => `${status} ${retry_count}`).toSorted();
    expect(states).toEqual(["pending 0", "processing 0"]);
    const running = first.status === "processing" ? first : waiting;
    await sweepUntilDone(running.id);
    await drain(tools);
    expect([await conceptsJob(), await jobOf(second.id)]).toMatchObject([
      { status: "completed" },
      { status: "completed" },
    ]);
    expect(await paid()).toBe(1);
    expect(await images()).toHaveLength(2);
  });
});
