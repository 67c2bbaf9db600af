import { draftParams } from "@/lib/contract/params";
import { env } from "@/lib/env";
import { inviteSchema } from "@/lib/members/schema";
import { createInvitation } from "@/lib/members/store";
import { defineRoute } from "@/lib/route";

export const POST = defineRoute(
  { for: "user", params: draftParams, body: inviteSchema, status: 201 },
  async ({ db, params, body }) => {
    const { id, token, expires_at } = await createInvitation(db, params.draftId, body);
    return { id, url: new URL(`/invitations/${token}`, env().studioUrl).href, expires_at };
  },
);
