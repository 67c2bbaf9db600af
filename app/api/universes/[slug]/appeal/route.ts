import { slugParams } from "@/lib/contract/params";
import { appealSchema, refusalSchema } from "@/lib/reports/schema";
import { appealHiding, refuseAppeal } from "@/lib/reports/store";
import { defineRoute } from "@/lib/route";

export const POST = defineRoute(
  { for: "user", params: slugParams, body: appealSchema },
  async ({ db, params, body }) => {
    await appealHiding(db, params.slug, body.text);
    return new Response(null, { status: 204 });
  },
);

/** The answer of an admin who leaves it hidden; to let it be seen again, its hiding is deleted. */
export const PATCH = defineRoute(
  { for: "user", params: slugParams, body: refusalSchema },
  async ({ db, params, body }) => {
    await refuseAppeal(db, params.slug, body.answer);
    return new Response(null, { status: 204 });
  },
);
