import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import { readSharePicture } from "@/lib/sharing/picture/read";
import { shownPages } from "@/lib/shown-pages/shown";

/** As of the files of a universe: whoever takes it back has it gone from shared caches within a minute. */
const bounded = "public, max-age=300, s-maxage=60";

/** The picture that messengers and search engines show with a link to a universe. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<"/u/[slug]/picture.jpg">,
): Promise<Response> {
  const { slug } = await params;
  // What is remembered of a universe is older than who may see it.
  const isShown = () =>
    shownPages()
      .look(slug)
      .then(({ kind }) => kind === "shown");
  const picture = await isShown()
    .then((is) => (is ? readSharePicture(slug) : null))
    .catch(() => undefined);
  if (picture === undefined) return new Response(null, { status: 503, headers: { "retry-after": "5" } });
  if (picture === null)
    return new Response(null, {
      status: 404,
      headers: { "cache-control": "public, max-age=0, s-maxage=10" },
    });
  const headers = {
    "cache-control": bounded,
    etag: `"${createHash("sha256").update(picture).digest("hex").slice(0, 32)}"`,
    "x-content-type-options": "nosniff",
  };
  if (request.headers.get("if-none-match") === headers.etag)
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(picture), { headers: { ...headers, "content-type": "image/jpeg" } });
}
