import { draftParams } from "@/lib/contract/params";
import { deleteDraft, getDraft } from "@/lib/drafts/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", params: draftParams }, ({ db, params }) =>
  getDraft(db, params.draftId),
);

export const DELETE = defineRoute({ for: "user", params: draftParams }, async ({ db, params }) => {
  await deleteDraft(db, params.draftId);
  return new Response(null, { status: 204 });
});
