import { jobParams } from "@/lib/contract/params";
import { getJobTimeline } from "@/lib/jobs/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", params: jobParams }, ({ db, params }) =>
  getJobTimeline(db, params.jobId),
);
