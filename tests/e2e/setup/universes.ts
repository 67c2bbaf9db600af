import { setTimeout as pause } from "node:timers/promises";
import type { Person } from "./people.ts";
import { call, sql } from "./studio.ts";

/** A draft as far as the tests look at it. */
export interface MadeDraft {
  id: string;
  slug: string;
  name: string;
}

interface Wish {
  theme?: string;
  name?: string;
  count?: number;
  /** Pictures alone, where nothing else is said: films take seconds each. */
  pieces?: string[];
}

/** Makes a draft without cards. */
export function newDraft(who: Person, wish: Wish = {}): Promise<MadeDraft> {
  return call<MadeDraft>(who, "POST", "/api/drafts", {
    theme: "ocean",
    count: 2,
    pieces: ["image"],
    ...wish,
  });
}

/** Asks for the cards of a draft; they come while the test goes on. Returns the job. */
export async function startGeneration(who: Person, draftId: string): Promise<string> {
  const { jobId } = await call<{ jobId: string }>(who, "POST", `/api/drafts/${draftId}/generate`, {});
  return jobId;
}

/** Waits for the end of a job. Throws when it failed, or takes longer than a minute. */
export async function untilCompleted(jobId: string): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    const [job] = await sql`select status, error_code, error_message from public.jobs where id = ${jobId}`;
    if (job?.status === "completed") return;
    if (job?.status === "failed" || job?.status === "cancelled" || Date.now() > until)
      throw new Error(`job ${jobId} is ${JSON.stringify(job)}`);
    await pause(100);
  }
}

/** Makes a draft whose pictures are all there. */
export async function finishedDraft(who: Person, wish: Wish = {}): Promise<MadeDraft> {
  const draft = await newDraft(who, wish);
  await untilCompleted(await startGeneration(who, draft.id));
  return draft;
}

/** Publishes a draft and waits until it is out. */
export async function publish(
  who: Person,
  draft: MadeDraft,
  visibility: "public" | "unlisted" = "public",
): Promise<void> {
  const { jobId } = await call<{ jobId: string }>(who, "POST", `/api/drafts/${draft.id}/publish`, {
    visibility,
  });
  await untilCompleted(jobId);
}
