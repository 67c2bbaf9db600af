import { draftParams } from "@/lib/contract/params";
import { getDraft, listAssets } from "@/lib/drafts/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", params: draftParams }, async ({ db, params }) => {
  const [, items] = await Promise.all([getDraft(db, params.draftId), listAssets(db, params.draftId)]);
  return { items, total: items.length };
});
