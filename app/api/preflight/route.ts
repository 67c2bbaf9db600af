import { preflightQuery } from "@/lib/drafts/schema";
import { getPreflight } from "@/lib/drafts/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", query: preflightQuery }, ({ db, query }) =>
  getPreflight(db, query),
);
