import { slugParams } from "@/lib/contract/params";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/route";
import { withOrigin } from "@/lib/universes/content";
import { findUniverse } from "@/lib/universes/store";

export const GET = defineRoute({ for: "anyone", params: slugParams }, async ({ db, params }) => {
  const universe = await findUniverse(db, params.slug);
  if (!universe) throw new AppError("not_found", `There is no published universe "${params.slug}".`);
  return withOrigin(universe, env().studioUrl);
});
