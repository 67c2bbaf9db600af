import { releaseParams } from "@/lib/contract/params";
import { getRelease } from "@/lib/releases/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", params: releaseParams }, ({ db, params }) =>
  getRelease(db, params.draftId, params.releaseId),
);
