import { listJobsSchema } from "@/lib/jobs/filter-schema";
import { listJobs } from "@/lib/jobs/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", query: listJobsSchema }, ({ db, query }) =>
  listJobs(db, query),
);
