import { assetVersionParams } from "@/lib/contract/params";
import { defineRoute } from "@/lib/route";
import { restoreAssetVersion } from "@/lib/versions/store";

export const POST = defineRoute({ for: "user", params: assetVersionParams }, ({ db, params }) =>
  restoreAssetVersion(db, params.draftId, params.assetId, params.versionId),
);
