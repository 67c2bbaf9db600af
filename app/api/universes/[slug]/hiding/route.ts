import { slugParams } from "@/lib/contract/params";
import { hideSchema, unhideSchema } from "@/lib/reports/schema";
import { getHiding, hideUniverse, unhideUniverse } from "@/lib/reports/store";
import { defineRoute } from "@/lib/route";
import { forgetPages } from "@/lib/shown-pages/shown";

export const GET = defineRoute({ for: "user", params: slugParams }, ({ db, params }) =>
  getHiding(db, params.slug),
);

export const PUT = defineRoute(
  { for: "user", params: slugParams, body: hideSchema },
  async ({ db, params, body }) => forgetPages(await hideUniverse(db, params.slug, body.reason), params.slug),
);

export const DELETE = defineRoute(
  { for: "user", params: slugParams, body: unhideSchema },
  async ({ db, params, body }) =>
    forgetPages(await unhideUniverse(db, params.slug, body.answer), params.slug),
);
