import { slugParams } from "@/lib/contract/params";
import { reviewQuery } from "@/lib/reports/schema";
import { reviewUniverse } from "@/lib/reports/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute(
  { for: "user", params: slugParams, query: reviewQuery },
  ({ db, params, query }) => reviewUniverse(db, params.slug, query.release),
);
