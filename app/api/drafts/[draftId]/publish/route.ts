import { draftParams } from "@/lib/contract/params";
import { publishSchema } from "@/lib/drafts/schema";
import { requestPublish } from "@/lib/drafts/store";
import { defineRoute } from "@/lib/route";

export const POST = defineRoute(
  { for: "user", params: draftParams, body: publishSchema, status: 202 },
  async ({ db, params, body }) => ({ jobId: await requestPublish(db, params.draftId, body.visibility) }),
);
