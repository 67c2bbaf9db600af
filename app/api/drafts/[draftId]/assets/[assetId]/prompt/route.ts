import { assetParams } from "@/lib/contract/params";
import { defineRoute } from "@/lib/route";
import { promptQuerySchema } from "@/lib/versions/schema";
import { getAssetPrompt } from "@/lib/versions/store";

export const GET = defineRoute(
  { for: "user", params: assetParams, query: promptQuerySchema },
  ({ db, params, query }) => getAssetPrompt(db, params.draftId, params.assetId, query.piece),
);
