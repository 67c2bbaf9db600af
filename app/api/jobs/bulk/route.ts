import { bulkSchema } from "@/lib/jobs/control-schema";
import { changeJobs } from "@/lib/jobs/store";
import { defineRoute } from "@/lib/route";

export const POST = defineRoute({ for: "user", body: bulkSchema }, ({ db, body }) => changeJobs(db, body));
