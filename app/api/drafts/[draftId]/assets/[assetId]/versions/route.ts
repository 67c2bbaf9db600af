import { assetParams } from "@/lib/contract/params";
import { defineRoute } from "@/lib/route";
import { assetVersionsQuerySchema } from "@/lib/versions/schema";
import { listAssetVersions } from "@/lib/versions/store";

export const GET = defineRoute(
  { for: "user", params: assetParams, query: assetVersionsQuerySchema },
  ({ db, params, query }) => listAssetVersions(db, params.draftId, params.assetId, query),
);
