import { slugParams } from "@/lib/contract/params";
import { AppError } from "@/lib/errors";
import { buildName } from "@/lib/offline/build";
import { filesOf, planOf } from "@/lib/offline/plan";
import { readSizes } from "@/lib/offline/sizes";
import { defineRoute } from "@/lib/route";
import { shownPages } from "@/lib/shown-pages/shown";
import { readUniverse } from "@/lib/universes/public";

/**
 * What a device needs to show this universe without a network. It is asked with the version that is there already, so that
 * nothing new costs a few bytes; 404 tells a device to remove what it has kept.
 */
export const GET = defineRoute({ for: "anyone", params: slugParams }, async ({ params, request }) => {
  const found = await shownPages().look(params.slug);
  if (found.kind === "none")
    throw new AppError("not_found", `There is no published universe "${params.slug}".`);
  if (found.kind === "moved")
    return new Response(null, {
      status: 308,
      headers: { location: `/u/${found.slug}/files`, "cache-control": "no-store" },
    });
  const universe = await readUniverse(params.slug);
  // Published this moment: who asks again hears of it, and nothing is removed anywhere.
  if (!universe) throw new AppError("database_unavailable");
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
