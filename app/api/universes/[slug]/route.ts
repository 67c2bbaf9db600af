import { slugParams } from "@/lib/contract/params";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/route";
import { forgetPages } from "@/lib/shown-pages/shown";
import { withOrigin } from "@/lib/universes/content";
import { editUniverseSchema } from "@/lib/universes/schema";
import { editUniverse, findAddress, findUniverse } from "@/lib/universes/store";

export const GET = defineRoute({ for: "anyone", params: slugParams }, async ({ db, params }) => {
  const universe = await findUniverse(db, params.slug);
  if (universe) return withOrigin(universe, env().studioUrl);
  const address = await findAddress(db, params.slug);
  if (!address) throw new AppError("not_found", `There is no published universe "${params.slug}".`);
  const location = new URL(`/api/universes/${address}`, env().studioUrl).href;
  return new Response(null, { status: 308, headers: { location } });
});

export const PATCH = defineRoute(
  { for: "user", params: slugParams, body: editUniverseSchema },
  async ({ db, params, body }) => forgetPages(await editUniverse(db, params.slug, body), params.slug),
);
