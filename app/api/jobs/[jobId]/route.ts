import { jobParams } from "@/lib/contract/params";
import { changeJobSchema } from "@/lib/jobs/control-schema";
import { cancelJob, getJob, setJobPriority } from "@/lib/jobs/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", params: jobParams }, ({ db, params }) =>
  getJob(db, params.jobId),
);

export const PATCH = defineRoute(
  { for: "user", params: jobParams, body: changeJobSchema },
  async ({ db, params, body }) => {
    await setJobPriority(db, params.jobId, body.priority);
    return getJob(db, params.jobId);
  },
);

export const DELETE = defineRoute({ for: "user", params: jobParams }, async ({ db, params }) => {
  await cancelJob(db, params.jobId);
  return getJob(db, params.jobId);
});
