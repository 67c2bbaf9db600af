import { slugParams } from "@/lib/contract/params";
import { reportSchema } from "@/lib/reports/schema";
import { reportUniverse } from "@/lib/reports/store";
import { defineRoute } from "@/lib/route";

export const POST = defineRoute(
  { for: "user", params: slugParams, body: reportSchema, status: 201 },
  async ({ db, params, body }) => ({ id: await reportUniverse(db, params.slug, body) }),
);
