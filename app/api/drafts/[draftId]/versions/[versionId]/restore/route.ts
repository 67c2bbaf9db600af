import { draftVersionParams } from "@/lib/contract/params";
import { getDraft } from "@/lib/drafts/store";
import { defineRoute } from "@/lib/route";
import { restoreDraftVersion } from "@/lib/versions/store";

export const POST = defineRoute(
  { for: "user", params: draftVersionParams },
  async ({ db, params: { draftId, versionId } }) => {
    await restoreDraftVersion(db, draftId, versionId);
    return getDraft(db, draftId);
  },
);
