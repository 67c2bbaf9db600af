import { assetParams } from "@/lib/contract/params";
import { regenerateSchema } from "@/lib/drafts/schema";
import { regenerateAsset } from "@/lib/drafts/store";
import { defineRoute } from "@/lib/route";

export const PATCH = defineRoute(
  { for: "user", params: assetParams, body: regenerateSchema, status: 202 },
  async ({ db, params, body, request }) => ({
    jobId: await regenerateAsset(
      db,
      params.draftId,
      params.assetId,
      body,
      request.headers.get("idempotency-key"),
    ),
  }),
);
