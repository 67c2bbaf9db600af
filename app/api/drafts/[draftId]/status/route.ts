import { draftParams } from "@/lib/contract/params";
import { getDraftProgress } from "@/lib/drafts/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", params: draftParams }, ({ db, params }) =>
  getDraftProgress(db, params.draftId),
);
