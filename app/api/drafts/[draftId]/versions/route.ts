import { draftParams } from "@/lib/contract/params";
import { defineRoute } from "@/lib/route";
import { draftVersionsQuerySchema } from "@/lib/versions/schema";
import { listDraftVersions } from "@/lib/versions/store";

export const GET = defineRoute(
  { for: "user", params: draftParams, query: draftVersionsQuerySchema },
  ({ db, params, query }) => listDraftVersions(db, params.draftId, query.piece),
);
