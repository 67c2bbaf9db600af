import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../config.ts";
import type { Service, StackContext } from "../service.ts";
import { BlobFolder } from "./blobs.ts";
import type { StorageParts } from "./call.ts";
import { StorageRefusal } from "./errors.ts";
import { readProjectLimit } from "./limits.ts";
import { RequestBody } from "./request-body.ts";
import { ResumableFolder } from "./resumable-state.ts";
import { match } from "./router.ts";
import { sweepOrphans } from "./sweep.ts";
import { createUrlSigner } from "./url-signer.ts";

const mount = "/storage/v1";

function notFound(method: string, path: string): Response {
  const message = `Route ${method}:${path} not found`;
  return Response.json({ message, error: "Not Found", statusCode: "404" }, { status: 404 });
}

function failed(parts: StorageParts, request: Request, error: unknown): Response {
  if (error instanceof StorageRefusal && error.cause === undefined) return error.response();
  // A client that goes away mid-upload is no fault of ours, and nobody reads this answer.
  if (!request.signal.aborted) {
    const cause = error instanceof StorageRefusal ? error.cause : error;
    parts.log("A storage request failed", { method: request.method, cause: String(cause) });
  }
  if (error instanceof StorageRefusal) return error.response();
  return Response.json(
    { statusCode: "500", code: "InternalError", error: "Internal", message: "Internal Server Error" },
    { status: 500 },
  );
}

/**
 * Storage behind `/storage/v1`: buckets and objects under the caller's policies, files on disk. Stands in for hosted
 * Storage as storage-js sees it. Not offered: image transformations, the S3 protocol, analytics and vector buckets,
 * object versions. The rows are the truth; files without one are swept at start.
 */
export async function createStorageService(context: StackContext): Promise<Service> {
  const folder = join(context.config.dataDir, "storage");
  const blobs = new BlobFolder(folder);
  const resumableFolder = join(folder, "resumable");
  await blobs.prepare();
  await mkdir(resumableFolder, { recursive: true });
  await new ResumableFolder(resumableFolder).sweep();
  const parts: StorageParts = {
    sql: context.sql,
    blobs,
    signer: createUrlSigner(context.keys.internalSecret),
    resumableFolder,
    projectLimit: await readProjectLimit(join(root, "supabase", "config.toml")),
    baseUrl: `${context.config.apiUrl}${mount}`,
    log: (message, detail) => context.log("storage", message, detail),
  };
  const sweep = sweepOrphans(context.sql, blobs).then(
    (removed) => removed > 0 && parts.log("Removed files without an object", { removed }),
    (error) => parts.log("The sweep for files without an object failed", { cause: String(error) }),
  );

  async function handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const path = url.pathname.startsWith(mount) ? url.pathname.slice(mount.length) : url.pathname;
    try {
      const route = match(request.method, path);
      if (!route) return notFound(request.method, path);
      const claims = await context.keys.identify(request.headers);
      return await route.handler({ parts, request, url, claims, ...route });
    } catch (error) {
      return failed(parts, request, error);
    } finally {
      await new RequestBody(request).drain();
    }
  }

  return {
    prefix: "storage",
    handle,
    stop: async () => {
      await sweep;
    },
  };
}
