import { getJobStatistics } from "@/lib/jobs/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user" }, ({ db }) => getJobStatistics(db));
