import { releaseParams } from "@/lib/contract/params";
import { restoreRelease } from "@/lib/releases/store";
import { defineRoute } from "@/lib/route";

export const POST = defineRoute({ for: "user", params: releaseParams }, ({ db, params }) =>
  restoreRelease(db, params.draftId, params.releaseId),
);
