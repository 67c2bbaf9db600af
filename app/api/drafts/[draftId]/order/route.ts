import { orderSchema } from "@/lib/cards/schema";
import { reorderAssets } from "@/lib/cards/store";
import { draftParams } from "@/lib/contract/params";
import { defineRoute } from "@/lib/route";

export const PUT = defineRoute(
  { for: "user", params: draftParams, body: orderSchema },
  async ({ db, params, body }) => {
    await reorderAssets(db, params.draftId, body.asset_ids);
    return new Response(null, { status: 204 });
  },
);
