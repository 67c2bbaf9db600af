import { slugParams } from "@/lib/contract/params";
import { hideSchema, unhideSchema } from "@/lib/reports/schema";
import { getHiding, hideUniverse, unhideUniverse } from "@/lib/reports/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", params: slugParams }, ({ db, params }) =>
  getHiding(db, params.slug),
);

export const PUT = defineRoute(
  { for: "user", params: slugParams, body: hideSchema },
  ({ db, params, body }) => hideUniverse(db, params.slug, body.reason),
);

export const DELETE = defineRoute(
  { for: "user", params: slugParams, body: unhideSchema },
  ({ db, params, body }) => unhideUniverse(db, params.slug, body.answer),
);
