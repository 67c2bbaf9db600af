import { invitationOfDraftParams } from "@/lib/contract/params";
import { revokeInvitation } from "@/lib/members/store";
import { defineRoute } from "@/lib/route";

export const DELETE = defineRoute(
  { for: "user", params: invitationOfDraftParams },
  async ({ db, params }) => {
    await revokeInvitation(db, params.draftId, params.invitationId);
    return new Response(null, { status: 204 });
  },
);
