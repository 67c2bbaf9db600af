import { env } from "@/lib/env";
import { defineRoute } from "@/lib/route";
import { listUniversesSchema } from "@/lib/universes/schema";
import { listUniverses } from "@/lib/universes/store";

export const GET = defineRoute({ for: "anyone", query: listUniversesSchema }, async ({ db, query }) => {
  const { items, total } = await listUniverses(db, query);
  const absolute = (url: string | null) => url && new URL(url, env().studioUrl).href;
  return { items: items.map((item) => ({ ...item, thumbnail_url: absolute(item.thumbnail_url) })), total };
});
