import { env } from "@/lib/env";
import { defineRoute } from "@/lib/route";
import { shelfQuerySchema } from "@/lib/universes/schema";
import { listUniverses } from "@/lib/universes/store";

export const GET = defineRoute({ for: "anyone", query: shelfQuerySchema }, async ({ db, query }) => {
  const { items, total } = await listUniverses(db, query);
  const absolute = (url: string | null) => url && new URL(url, env().studioUrl).href;
  return {
    items: items.map((item) => ({
      ...item,
      cover_url: absolute(item.cover_url),
      thumbnail_url: absolute(item.thumbnail_url),
    })),
    total,
  };
});
