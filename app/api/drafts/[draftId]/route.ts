import { draftParams } from "@/lib/contract/params";
import { editDraftSchema } from "@/lib/drafts/edit-schema";
import { editDraft } from "@/lib/drafts/edit-store";
import { deleteDraft, getDraft } from "@/lib/drafts/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", params: draftParams }, ({ db, params }) =>
  getDraft(db, params.draftId),
);

export const PATCH = defineRoute(
  { for: "user", params: draftParams, body: editDraftSchema },
  ({ db, params, body }) => editDraft(db, params.draftId, body),
);

export const DELETE = defineRoute({ for: "user", params: draftParams }, async ({ db, params }) => {
  await deleteDraft(db, params.draftId);
  return new Response(null, { status: 204 });
});
