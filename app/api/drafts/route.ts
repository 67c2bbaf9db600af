import { draftListQuerySchema } from "@/lib/draft-list/schema";
import { listDrafts } from "@/lib/draft-list/store";
import { createDraftSchema } from "@/lib/drafts/schema";
import { createDraft } from "@/lib/drafts/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", query: draftListQuerySchema }, ({ db, query }) =>
  listDrafts(db, query),
);

export const POST = defineRoute({ for: "user", body: createDraftSchema, status: 201 }, ({ db, body }) =>
  createDraft(db, body),
);
