import { pauseParams } from "@/lib/contract/params";
import { resumeJobs } from "@/lib/jobs/store";
import { defineRoute } from "@/lib/route";

export const DELETE = defineRoute({ for: "user", params: pauseParams }, async ({ db, params }) => {
  await resumeJobs(db, params.pauseId);
  return new Response(null, { status: 204 });
});
