import { draftParams } from "@/lib/contract/params";
import { duplicateDraft } from "@/lib/draft-list/store";
import { getDraft } from "@/lib/drafts/store";
import { defineRoute } from "@/lib/route";

export const POST = defineRoute({ for: "user", params: draftParams, status: 201 }, async ({ db, params }) =>
  getDraft(db, await duplicateDraft(db, params.draftId)),
);
