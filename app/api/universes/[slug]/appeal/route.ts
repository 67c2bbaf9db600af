import { slugParams } from "@/lib/contract/params";
import { appealSchema } from "@/lib/reports/schema";
import { appealHiding } from "@/lib/reports/store";
import { defineRoute } from "@/lib/route";

export const POST = defineRoute(
  { for: "user", params: slugParams, body: appealSchema },
  async ({ db, params, body }) => {
    await appealHiding(db, params.slug, body.text);
    return new Response(null, { status: 204 });
  },
);
