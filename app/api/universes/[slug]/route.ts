import { slugParams } from "@/lib/contract/params";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/route";
import { findUniverse } from "@/lib/universes/store";

export const GET = defineRoute({ for: "anyone", params: slugParams }, async ({ db, params }) => {
  const universe = await findUniverse(db, params.slug);
  if (!universe) throw new AppError("not_found", `There is no published universe "${params.slug}".`);
  const absolute = (url: string | null) => url && new URL(url, env().studioUrl).href;
  return {
    ...universe,
    assets: universe.assets.map((card) => ({ ...card, image_url: absolute(card.image_url) })),
  };
});
