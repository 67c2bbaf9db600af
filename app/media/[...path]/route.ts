import type { NextRequest } from "next/server";
import { env } from "@/lib/env";
import { type PictureFile, renditionOf } from "@/lib/media/rendition";
import { pictureWidths } from "@/lib/universes/picture-sizes";
import { readIsFileShown } from "@/lib/universes/public";

/** Published files are named by their content: two hex digits, a slash, a SHA-256 and an ending; of pictures there are smaller ones. */
const published = /^(?:w(\d+)\/)?([0-9a-f]{2}\/([0-9a-f]{64})\.([a-z0-9]{1,5}))$/;
const pictures = new Set(["webp", "png", "jpg"]);

/**
 * The content of a name never changes, so it is not asked for again while it is fresh. But a universe that is taken back
 * or hidden has to be gone from shared caches within a minute and from a browser within five.
 */
const bounded = { "cache-control": "public, max-age=300, s-maxage=60, immutable" };
const soon = { "cache-control": "public, max-age=0, s-maxage=10" };

const passedOn = [
  "content-type",
  "content-length",
  "content-range",
  "accept-ranges",
  "etag",
  "last-modified",
];

const addressOf = (path: string) => `${env().supabaseUrl}/storage/v1/object/public/published/${path}`;

/** How long Storage may take for a picture that others wait behind, in milliseconds. */
const patienceMs = 10_000;

async function openPicture(path: string): Promise<PictureFile | null> {
  const upstream = await fetch(addressOf(path), {
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(patienceMs),
  });
  if (upstream.status >= 500) throw new Error(`Storage answered ${upstream.status}`);
  if (!upstream.ok) return null;
  const type = upstream.headers.get("content-type") ?? "application/octet-stream";
  return { bytes: new Uint8Array(await upstream.arrayBuffer()), type };
}

const away = () => new Response(null, { status: 503, headers: { "retry-after": "5" } });

/** A picture in one of the widths in which pages ask for it. */
async function answerPicture(
  request: NextRequest,
  path: string,
  hash: string,
  width: number,
): Promise<Response> {
  const etag = `"${hash}-w${width}"`;
  const headers = { ...bounded, etag, "x-content-type-options": "nosniff" };
  if (request.headers.get("if-none-match")?.includes(etag))
    return new Response(null, { status: 304, headers });
  try {
    const picture = await renditionOf(path, width, () => openPicture(path));
    if (!picture) return new Response(null, { status: 404 });
    const { bytes, type } = picture;
    return new Response(bytes, {
      headers: { ...headers, "content-type": type, "content-length": String(bytes.length) },
    });
  } catch {
    return away();
  }
}

/** Serves the public bucket from our own origin, so that a child's page asks nobody else for anything. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<"/media/[...path]">,
): Promise<Response> {
  const [, size, path, hash = "", ending = ""] = (await params).path.join("/").match(published) ?? [];
  const width = pictureWidths.find((one) => String(one) === size);
  if (!path || (size && !(width && pictures.has(ending)))) return new Response(null, { status: 404 });
  // While the database is away, what was shown goes on being shown: a name of 256 bits is known from there alone.
  if (!(await readIsFileShown(path).catch(() => true)))
    return new Response(null, { status: 404, headers: soon });
  if (width) return answerPicture(request, path, hash, width);
  const conditions = new Headers();
  for (const name of ["range", "if-range", "if-none-match"]) {
    const value = request.headers.get(name);
    if (value) conditions.set(name, value);
  }
  const upstream = await fetch(addressOf(path), {
    headers: conditions,
    redirect: "error",
    cache: "no-store",
    signal: request.signal,
  }).catch(() => null);
  if (!upstream) return away();
  if (!upstream.ok && upstream.status !== 304 && upstream.status !== 416) {
    await upstream.body?.cancel();
    return new Response(null, { status: upstream.status >= 500 ? 503 : 404 });
  }
  const headers = new Headers({
    ...(upstream.status === 416 ? { "cache-control": "no-store" } : bounded),
    "x-content-type-options": "nosniff",
  });
  for (const name of passedOn) {
    const value = upstream.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(upstream.body, { status: upstream.status, headers });
}
