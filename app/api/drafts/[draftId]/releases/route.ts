import { draftParams, pageQuery } from "@/lib/contract/params";
import { listReleases } from "@/lib/releases/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute(
  { for: "user", params: draftParams, query: pageQuery },
  ({ db, params, query }) => listReleases(db, params.draftId, query),
);
