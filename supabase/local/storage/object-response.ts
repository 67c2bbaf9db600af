import type { FileHandle } from "node:fs/promises";
import { noSuchKey, StorageRefusal } from "./errors.ts";
import { isHeaderText } from "./limits.ts";
import { type ByteRange, parseRange } from "./ranges.ts";
import type { ObjectRow } from "./rows.ts";

const pieceBytes = 64 * 1024;

/** Streams part of a file by pulling, and closes it at the end, on error and when the client goes away. */
function streamOf(file: FileHandle, { start, end }: ByteRange): ReadableStream<Uint8Array> {
  let position = start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const length = Math.min(pieceBytes, end - position + 1);
        const { bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, position).then(
          (result) => {
            if (result.bytesRead > 0) controller.enqueue(result.buffer.subarray(0, result.bytesRead));
            return result;
          },
          async (error) => {
            await file.close();
            throw error;
          },
        );
        position += bytesRead;
        if (bytesRead === 0 && position <= end) {
          await file.close();
          throw new Error("The file is shorter than its row says.");
        }
        if (position > end) {
          await file.close();
          controller.close();
        }
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  );
}

function isUnchanged(headers: Headers, eTag: string | undefined, modified: Date): boolean {
  const noneMatch = headers.get("if-none-match");
  if (noneMatch !== null)
    return noneMatch.split(",").some((entry) => {
      const tag = entry.trim().replace(/^W\//, "");
      return tag === "*" || (eTag !== undefined && tag === eTag);
    });
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  return Math.floor(modified.getTime() / 1000) * 1000 <= since;
}

function disposition(download: string | null): string | undefined {
  if (download === null) return undefined;
  if (download === "") return "attachment;";
  const name = encodeURIComponent(download).replaceAll("'", "%27");
  return `attachment; filename=${name}; filename*=UTF-8''${name}`;
}

/** Headers that describe the object, the same for GET, HEAD and 304. */
function headersOf(row: ObjectRow, url: URL, expires: Date | undefined): Record<string, string> {
  const { eTag, mimetype, cacheControl, contentEncoding } = row.metadata ?? {};
  const headers: Record<string, string | undefined> = {
    "accept-ranges": "bytes",
    // The hosted platform never serves HTML as HTML: the API's origin must not become a web host.
    "content-type": mimetype?.includes("text/html") ? "text/plain" : (mimetype ?? "application/octet-stream"),
    "x-content-type-options": "nosniff",
    "x-robots-tag": "none",
    "last-modified": modifiedOf(row).toUTCString(),
    etag: eTag,
    "content-encoding": contentEncoding,
    ...(expires ? { expires: expires.toUTCString() } : { "cache-control": cacheControl ?? "no-cache" }),
    "content-disposition": disposition(url.searchParams.get("download")),
  };
  // Plain SQL may have put anything into a row's metadata; what is no header text is not sent.
  return Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string] => !!entry[1] && isHeaderText(entry[1]),
    ),
  );
}

/** When the object's bytes last changed. */
export function modifiedOf(row: ObjectRow): Date {
  return new Date(row.metadata?.lastModified ?? row.updated_at);
}

/**
 * Answers GET or HEAD for an object: conditional requests, one byte range, download names and the cache time of the
 * upload. Takes over `file` and closes it. `expires` (signed URLs) takes the place of the cache time.
 */
export async function objectResponse(
  request: Request,
  row: ObjectRow,
  file: FileHandle,
  expires?: Date,
): Promise<Response> {
  const { size } = await file.stat();
  const headers = headersOf(row, new URL(request.url), expires);
  const eTag = row.metadata?.eTag;
  const ifRange = request.headers.get("if-range");
  const wanted = ifRange === null || ifRange === eTag ? request.headers.get("range") : null;
  const range = parseRange(wanted, size);
  const answer = (status: number, body: BodyInit | null, more: Record<string, string> = {}) =>
    new Response(body, { status, headers: { ...headers, ...more } });

  if (isUnchanged(request.headers, eTag, modifiedOf(row))) {
    await file.close();
    return answer(304, null);
  }
  if (range === null) {
    await file.close();
    return new StorageRefusal({
      status: 416,
      sent: 416,
      code: "InvalidRange",
      error: "invalid_range",
      message: "invalid range provided",
    }).response({ "content-range": `bytes */${size}` });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  const more: Record<string, string> = { "content-length": String(end - start + 1) };
  if (range) more["content-range"] = `bytes ${start}-${end}/${size}`;
  const status = range ? 206 : 200;
  if (request.method === "HEAD" || size === 0) {
    await file.close();
    return answer(status, null, more);
  }
  return answer(status, streamOf(file, { start, end }), more);
}

/** The 404 for a row whose file is missing, for example one that plain SQL inserted. Not to be cached. */
export function missingFile(): Response {
  return noSuchKey().response({ "cache-control": "no-store" });
}
