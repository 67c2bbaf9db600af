import { memberParams } from "@/lib/contract/params";
import { changeRoleSchema } from "@/lib/members/schema";
import { removeMember, setMemberRole } from "@/lib/members/store";
import { defineRoute } from "@/lib/route";

export const PATCH = defineRoute(
  { for: "user", params: memberParams, body: changeRoleSchema },
  async ({ db, params, body }) => {
    await setMemberRole(db, params.draftId, params.userId, body.role);
    return new Response(null, { status: 204 });
  },
);

export const DELETE = defineRoute({ for: "user", params: memberParams }, async ({ db, params }) => {
  await removeMember(db, params.draftId, params.userId);
  return new Response(null, { status: 204 });
});
