import { jobParams } from "@/lib/contract/params";
import { getJob, retryJob } from "@/lib/jobs/store";
import { defineRoute } from "@/lib/route";

export const POST = defineRoute({ for: "user", params: jobParams, status: 202 }, async ({ db, params }) => {
  await retryJob(db, params.jobId);
  return getJob(db, params.jobId);
});
