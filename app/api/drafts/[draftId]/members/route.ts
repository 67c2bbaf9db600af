import { draftParams } from "@/lib/contract/params";
import { listMembers } from "@/lib/members/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", params: draftParams }, ({ db, params }) =>
  listMembers(db, params.draftId),
);
