import { invitationParams } from "@/lib/contract/params";
import { declineInvitation } from "@/lib/members/store";
import { defineRoute } from "@/lib/route";

export const DELETE = defineRoute({ for: "user", params: invitationParams }, async ({ db, params }) => {
  await declineInvitation(db, params.invitationId);
  return new Response(null, { status: 204 });
});
