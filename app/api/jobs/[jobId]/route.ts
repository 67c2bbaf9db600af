import { jobParams } from "@/lib/contract/params";
import { cancelJob, getJob } from "@/lib/jobs/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", params: jobParams }, ({ db, params }) =>
  getJob(db, params.jobId),
);

export const DELETE = defineRoute({ for: "user", params: jobParams }, async ({ db, params }) => {
  await cancelJob(db, params.jobId);
  return getJob(db, params.jobId);
});
