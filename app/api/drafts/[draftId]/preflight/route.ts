import { draftParams } from "@/lib/contract/params";
import { draftPreflightQuery } from "@/lib/drafts/schema";
import { getPreflight } from "@/lib/drafts/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute(
  { for: "user", params: draftParams, query: draftPreflightQuery },
  ({ db, params, query }) => getPreflight(db, { draftId: params.draftId, ...query }),
);
