import { slugParams } from "@/lib/contract/params";
import { AppError } from "@/lib/errors";
import { buildName } from "@/lib/offline/build";
import { filesOf, planOf } from "@/lib/offline/plan";
import { readSizes } from "@/lib/offline/sizes";
import { defineRoute } from "@/lib/route";
import { readUniverse } from "@/lib/universes/public";
import { findAddress } from "@/lib/universes/store";

/**
 * What a device needs to show this universe without a network. It is asked with the version that is there already, so that
 * nothing new costs a few bytes; 404 tells a device to remove what it has kept.
 */
export const GET = defineRoute({ for: "anyone", params: slugParams }, async ({ db, params, request }) => {
  const universe = await readUniverse(params.slug);
  if (!universe) {
    const address = await findAddress(db, params.slug);
    if (!address) throw new AppError("not_found", `There is no published universe "${params.slug}".`);
    return new Response(null, {
      status: 308,
      headers: { location: `/u/${address}/files`, "cache-control": "no-store" },
    });
  }
  const { version } = planOf(universe, buildName(), () => 0);
  const headers = { etag: `"${version}"`, "cache-control": "no-cache" };
  if (request.headers.get("if-none-match") === headers.etag)
    return new Response(null, { status: 304, headers });
  const { shared, cards } = filesOf(universe);
  const sizes = await readSizes([...new Set([...shared, ...cards.flat()])]);
  return Response.json(
    planOf(universe, buildName(), (url) => sizes.get(url) ?? 0),
    { headers },
  );
});
