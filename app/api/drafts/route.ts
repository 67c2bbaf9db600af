import { pageQuery } from "@/lib/contract/params";
import { createDraftSchema } from "@/lib/drafts/schema";
import { createDraft, listDrafts } from "@/lib/drafts/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", query: pageQuery }, ({ db, query }) => listDrafts(db, query));

export const POST = defineRoute({ for: "user", body: createDraftSchema, status: 201 }, ({ db, body }) =>
  createDraft(db, body),
);
