import { pageQuery } from "@/lib/contract/params";
import { env } from "@/lib/env";
import { defineRoute } from "@/lib/route";
import { listUniverses } from "@/lib/universes/store";

export const GET = defineRoute({ for: "anyone", query: pageQuery }, async ({ db, query }) => {
  const { items, total } = await listUniverses(db, query);
  const absolute = (url: string | null) => url && new URL(url, env().studioUrl).href;
  return { items: items.map((item) => ({ ...item, thumbnail_url: absolute(item.thumbnail_url) })), total };
});
