/**
 * Answers for universes that an adult has kept on this device, from the device; whatever else is asked for goes on to the
 * network untouched. It holds no part of the viewer and writes nothing, so a new one may take over at any moment. What it
 * reads is written by lib/offline/kept.ts.
 */
const pages = "kept-universes-1";
const files = "kept-files-1";

/** @returns {Promise<{page: {body: string, headers: [string, string][]}, former: string[]} | undefined>} */
async function readKept(path) {
  const answer = await caches.match(path, { cacheName: pages }).catch(() => undefined);
  // A device whose storage is torn shows what the network has.
  return answer?.json().catch(() => undefined);
}

/** The path of a kept page that was once at this one. */
async function findMoved(path) {
  if (!(await caches.has(pages))) return undefined;
  const kept = await caches.open(pages);
  for (const { url } of await kept.keys()) {
    const now = new URL(url);
    if (now.search === "" && (await readKept(now.pathname))?.former.includes(path)) return now.pathname;
  }
}

async function answerPage(request, path) {
  const kept = await readKept(path);
  if (kept) return new Response(kept.page.body, { headers: kept.page.headers });
  try {
    return await fetch(request);
  } catch (error) {
    const moved = await findMoved(path);
    // Without a network, what is kept here is all there is to find.
    const other = moved ?? (path !== "/u" && (await readKept("/u")) ? "/u" : undefined);
    if (other) return Response.redirect(other, 302);
    throw error;
  }
}

/** A part of a file, as players of sound and film ask for it. */
async function partOf(answer, range) {
  const [, first, last] = range.match(/^bytes=(\d*)-(\d*)$/) ?? [];
  if (!first && !last) return answer;
  const body = await answer.blob();
  const start = first ? Number(first) : Math.max(0, body.size - Number(last));
  const end = first && last ? Math.min(Number(last), body.size - 1) : body.size - 1;
  if (start > end)
    return new Response(null, { status: 416, headers: { "content-range": `bytes */${body.size}` } });
  const headers = new Headers(answer.headers);
  headers.set("accept-ranges", "bytes");
  headers.set("content-length", String(end - start + 1));
  headers.set("content-range", `bytes ${start}-${end}/${body.size}`);
  return new Response(body.slice(start, end + 1), { status: 206, headers });
}

async function answerFile(request, isCode) {
  // Pictures are kept in the one size that fits every screen.
  const url = request.url.replace(/\/media\/w\d+\//, "/media/");
  const kept = await caches
    .match(url, { cacheName: files, ignoreSearch: isCode, ignoreVary: true })
    .catch(() => undefined);
  if (!kept) return fetch(request);
  const range = request.headers.get("range");
  return range ? partOf(kept, range) : kept;
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  const isCode = pathname.startsWith("/_next/static/");
  if (request.mode === "navigate") event.respondWith(answerPage(request, pathname));
  else if (isCode || pathname.startsWith("/media/")) event.respondWith(answerFile(request, isCode));
});
