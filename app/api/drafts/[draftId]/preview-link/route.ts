import { draftParams } from "@/lib/contract/params";
import { env } from "@/lib/env";
import { createPreviewLink, revokePreviewLinks } from "@/lib/previews/store";
import { defineRoute } from "@/lib/route";

export const POST = defineRoute({ for: "user", params: draftParams, status: 201 }, async ({ db, params }) => {
  const { token, expires_at } = await createPreviewLink(db, params.draftId);
  return { url: new URL(`/preview/${token}`, env().studioUrl).href, expires_at };
});

export const DELETE = defineRoute({ for: "user", params: draftParams }, async ({ db, params }) => {
  await revokePreviewLinks(db, params.draftId);
  return new Response(null, { status: 204 });
});
