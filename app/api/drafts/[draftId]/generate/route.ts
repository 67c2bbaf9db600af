import { draftParams } from "@/lib/contract/params";
import { generateSchema } from "@/lib/drafts/schema";
import { requestGeneration } from "@/lib/drafts/store";
import { defineRoute } from "@/lib/route";

export const POST = defineRoute(
  { for: "user", params: draftParams, body: generateSchema, status: 202 },
  async ({ db, params, body, request }) => ({
    jobId: await requestGeneration(db, params.draftId, body, request.headers.get("idempotency-key")),
  }),
);
