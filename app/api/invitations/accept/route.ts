import { acceptSchema } from "@/lib/members/schema";
import { acceptInvitation } from "@/lib/members/store";
import { defineRoute } from "@/lib/route";

export const POST = defineRoute({ for: "user", body: acceptSchema }, async ({ db, body }) => ({
  draft_id: await acceptInvitation(db, body),
}));
