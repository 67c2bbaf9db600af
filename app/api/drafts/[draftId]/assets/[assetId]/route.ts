import { editAssetSchema } from "@/lib/cards/schema";
import { editAsset, removeAsset } from "@/lib/cards/store";
import { assetParams } from "@/lib/contract/params";
import { defineRoute } from "@/lib/route";

export const PATCH = defineRoute(
  { for: "user", params: assetParams, body: editAssetSchema },
  ({ db, params, body }) => editAsset(db, params.draftId, params.assetId, body),
);

export const DELETE = defineRoute({ for: "user", params: assetParams }, async ({ db, params }) => {
  await removeAsset(db, params.draftId, params.assetId);
  return new Response(null, { status: 204 });
});
