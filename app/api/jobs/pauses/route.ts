import { pauseSchema } from "@/lib/jobs/control-schema";
import { pauseJobs } from "@/lib/jobs/store";
import { defineRoute } from "@/lib/route";

export const POST = defineRoute({ for: "user", body: pauseSchema, status: 201 }, async ({ db, body }) => ({
  id: await pauseJobs(db, body),
}));
