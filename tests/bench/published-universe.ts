import type postgres from "postgres";
import { callStudio, signedIn, untilCompleted } from "./studio-kit.ts";

/** Has three cards made and published. Gives the address. */
export async function publishedUniverse(sql: postgres.Sql): Promise<string> {
  const { token } = await signedIn();
  const draft = await callStudio<{ id: string; slug: string }>(token, "POST", "/api/drafts", {
    theme: "ocean",
    count: 3,
    pieces: ["image"],
  });
  const made = await callStudio<{ jobId: string }>(token, "POST", `/api/drafts/${draft.id}/generate`, {});
  await untilCompleted(sql, made.jobId);
  const job = await callStudio<{ jobId: string }>(token, "POST", `/api/drafts/${draft.id}/publish`, {
    visibility: "public",
  });
  await untilCompleted(sql, job.jobId);
  return draft.slug;
}
