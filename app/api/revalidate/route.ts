import { timingSafeEqual } from "node:crypto";
import { revalidateTag } from "next/cache";
import { slugParams } from "@/lib/contract/params";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/route";
import { shelfPages } from "@/lib/shown-pages/shelf";
import { shownPages } from "@/lib/shown-pages/shown";

function isOurs(key: string | null): boolean {
  const expected = Buffer.from(env().secretKey ?? "");
  const given = Buffer.from(key ?? "");
  return expected.length > 0 && expected.length === given.length && timingSafeEqual(expected, given);
}

/** The database calls this when a universe is published, moved, taken back or hidden, so that nothing old is shown of it. */
export const POST = defineRoute({ for: "anyone", body: slugParams }, async ({ body, request }) => {
  if (!isOurs(request.headers.get("apikey"))) throw new AppError("forbidden");
  for (const tag of [`universe:${body.slug}`, "universes", "media"]) revalidateTag(tag, { expire: 0 });
  shownPages().forget(body.slug);
  shelfPages().forget();
  return { revalidated: body.slug };
});
