import { addAssetSchema, editAssetsSchema } from "@/lib/cards/schema";
import { addAsset, editAssets } from "@/lib/cards/store";
import { draftParams } from "@/lib/contract/params";
import { getDraft, listAssets } from "@/lib/drafts/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", params: draftParams }, async ({ db, params }) => {
  const [, items] = await Promise.all([getDraft(db, params.draftId), listAssets(db, params.draftId)]);
  return { items, total: items.length };
});

export const POST = defineRoute(
  { for: "user", params: draftParams, body: addAssetSchema, status: 201 },
  ({ db, params, body }) => addAsset(db, params.draftId, body),
);

export const PATCH = defineRoute(
  { for: "user", params: draftParams, body: editAssetsSchema },
  async ({ db, params, body }) => {
    const items = await editAssets(db, params.draftId, body.items);
    return { items, total: items.length };
  },
);
