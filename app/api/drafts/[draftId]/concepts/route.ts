import { requestConceptsSchema } from "@/lib/cards/schema";
import { requestConcepts } from "@/lib/cards/store";
import { draftParams } from "@/lib/contract/params";
import { defineRoute } from "@/lib/route";

export const POST = defineRoute(
  { for: "user", params: draftParams, body: requestConceptsSchema, status: 202 },
  async ({ db, params, body, request }) => ({
    jobId: await requestConcepts(db, params.draftId, body, request.headers.get("idempotency-key")),
  }),
);
