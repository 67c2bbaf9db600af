import { batchQuery, batchSchema } from "@/lib/draft-list/schema";
import { getBatchPreflight, requestGenerations } from "@/lib/draft-list/store";
import { defineRoute } from "@/lib/route";

/** The forecast. */
export const GET = defineRoute({ for: "user", query: batchQuery }, ({ db, query }) =>
  getBatchPreflight(db, query.draft_ids),
);

export const POST = defineRoute({ for: "user", body: batchSchema, status: 202 }, ({ db, body, request }) =>
  requestGenerations(db, body.draft_ids, request.headers.get("idempotency-key")),
);
