import type { Claims } from "../keyring.ts";
import { platform } from "./access.ts";
import { type Call, type Handler, requireBucket, requireCaller } from "./call.ts";
import { accessDenied, entityTooLarge, invalidRequest, invalidSignature, StorageRefusal } from "./errors.ts";
import { assertHeaderText, assertMimeType, sizeLimit } from "./limits.ts";
import { assertBucketName, assertKey } from "./names.ts";
import { assertMayPlace, metadataOf, type Placement, placeBlob } from "./placing.ts";
import { declaredLength, RequestBody } from "./request-body.ts";
import { ResumableFolder, type ResumableUpload } from "./resumable-state.ts";
import { parseMetadata, progress, protocol, requireWhole, tusRefusal } from "./tus-headers.ts";
import { parseUserMetadata } from "./upload-source.ts";

const bodyType = "application/offset+octet-stream";
/** Uploads that a request is writing to just now. */
const busy = new Set<string>();

/** Whose permission counts: the caller's, or under `/sign` that of whoever signed the upload token in `x-signature`. */
async function uploader(call: Call, target: { bucket: string; key: string }) {
  if (!call.url.pathname.includes("/upload/resumable/sign")) {
    const claims = requireCaller(call);
    const upsert = call.request.headers.get("x-upsert") === "true";
    return { claims, owner: claims.sub, upsert, signed: false };
  }
  const token = call.request.headers.get("x-signature");
  if (!token) throw invalidSignature("Missing x-signature header");
  const url = `${target.bucket}/${target.key}`;
  const grant = await call.parts.signer.verify(token, { url, scope: "upload" });
  return { claims: platform, owner: grant.owner, upsert: grant.upsert === true, signed: true };
}

function placementOf(call: Call, upload: ResumableUpload, claims: Claims): Placement {
  const { bucket, key, upsert, userMetadata } = upload;
  return {
    bucket,
    key,
    claims,
    owner: upload.owner ?? undefined,
    upsert,
    operation: call.operation,
    userMetadata,
  };
}

/** Writes the request's bytes, and makes the object once all are there. Returns the new offset. */
async function take(
  call: Call,
  folder: ResumableFolder,
  upload: ResumableUpload,
  claims: Claims,
): Promise<number> {
  const body = new RequestBody(call.request);
  try {
    const offset = await folder.append(upload, body.chunks(), () => entityTooLarge());
    if (offset < upload.length) return offset;
    const blob = await call.parts.blobs.adopt(folder.partOf(upload.id));
    await placeBlob(call.parts, placementOf(call, upload, claims), blob, metadataOf(blob, upload)).catch(
      async (error) => {
        await folder.remove(upload.id);
        throw error;
      },
    );
    await folder.finish(upload);
    return offset;
  } finally {
    await body.drain();
  }
}

async function create(call: Call, folder: ResumableFolder): Promise<Response> {
  const { headers } = call.request;
  const length = requireWhole(call, "Upload-Length");
  const header = headers.get("upload-metadata") ?? "";
  const fields = parseMetadata(header);
  const bucket = fields.get("bucketName");
  const key = fields.get("objectName");
  assertBucketName(bucket);
  assertKey(key);
  const { claims, owner, upsert, signed } = await uploader(call, { bucket, key });
  const rules = await requireBucket(call, bucket);
  if (length > sizeLimit(rules, key, call.parts.projectLimit)) throw entityTooLarge();
  const mimeType = fields.get("contentType") || "application/octet-stream";
  assertHeaderText(mimeType);
  assertMimeType(mimeType, rules, key);
  const seconds = fields.get("cacheControl") ?? "";
  const wanted = {
    bucket,
    key,
    length,
    owner: owner ?? null,
    signed,
    upsert,
    mimeType,
    cacheControl: /^\d+$/.test(seconds) ? `max-age=${seconds}` : "no-cache",
    userMetadata: parseUserMetadata(fields.get("metadata")),
    header,
  };
  const draft = { ...wanted, id: "", createdAt: 0, completed: false };
  await assertMayPlace(call.parts, placementOf(call, draft, claims), {
    mimetype: mimeType,
    contentLength: length,
  });

  const upload = await folder.create(wanted);
  const carriesBytes = headers.get("content-type") === bodyType;
  const offset = carriesBytes || length === 0 ? await take(call, folder, upload, claims) : 0;
  const location = `${call.parts.baseUrl}/upload/resumable${signed ? "/sign" : ""}/${upload.id}`;
  return new Response(null, { status: 201, headers: { ...progress(upload, offset), location } });
}

async function resume(call: Call, folder: ResumableFolder): Promise<Response> {
  if (call.request.headers.get("content-type") !== bodyType) throw tusRefusal(415, "Invalid content-type");
  const upload = await folder.load(call.key);
  const { claims, owner } = await uploader(call, upload);
  if ((owner ?? null) !== upload.owner) throw accessDenied();
  if (busy.has(upload.id)) throw tusRefusal(423, "The upload is being written to");
  busy.add(upload.id);
  try {
    const offset = await folder.offset(upload);
    if (requireWhole(call, "Upload-Offset") !== offset) throw tusRefusal(409, "Upload-Offset conflict");
    if ((declaredLength(call.request) ?? 0) > upload.length - offset) throw entityTooLarge();
    const reached = upload.completed ? offset : await take(call, folder, upload, claims);
    return new Response(null, { status: 204, headers: progress(upload, reached) });
  } finally {
    busy.delete(upload.id);
  }
}

async function report(call: Call, folder: ResumableFolder): Promise<Response> {
  const upload = await folder.load(call.key);
  const headers = {
    ...progress(upload, await folder.offset(upload)),
    "upload-length": String(upload.length),
    "upload-metadata": upload.header,
    "cache-control": "no-store",
  };
  return new Response(null, { status: 200, headers });
}

async function cancel(call: Call, folder: ResumableFolder): Promise<Response> {
  const upload = await folder.load(call.key);
  const { owner } = await uploader(call, upload);
  if ((owner ?? null) !== upload.owner) throw accessDenied();
  if (busy.has(upload.id)) throw tusRefusal(423, "The upload is being written to");
  if (upload.completed) throw tusRefusal(400, "Cannot terminate an already completed upload");
  await folder.remove(upload.id);
  return new Response(null, { status: 204, headers: protocol });
}

/** `OPTIONS /upload/resumable`: what this server can do. */
export const resumableOptions: Handler = async (call) =>
  new Response(null, {
    status: 204,
    headers: {
      ...protocol,
      "tus-version": "1.0.0",
      "tus-extension": "creation,creation-with-upload,termination,expiration",
      "tus-max-size": String(call.parts.projectLimit),
    },
  });

/**
 * `POST|HEAD|PATCH|DELETE /upload/resumable[/sign][/<id>]`: TUS 1.0 over the same policies and limits as a plain
 * upload, asked when the upload begins and again when its row is written. Refusals are plain text with their real
 * status, as TUS clients expect. One writer per upload; only who began it may go on.
 */
export const resumableUpload: Handler = async (call) => {
  const folder = new ResumableFolder(call.parts.resumableFolder);
  const steps: Record<string, typeof create> = { POST: create, PATCH: resume, HEAD: report, DELETE: cancel };
  const step = steps[call.request.method];
  try {
    if (call.request.headers.get("tus-resumable") !== "1.0.0")
      throw tusRefusal(412, "Tus-Resumable Required");
    if (!step) throw invalidRequest("Method not supported");
    return await step(call, folder);
  } catch (error) {
    if (!(error instanceof StorageRefusal)) throw error;
    return new Response(error.message, { status: error.status, headers: protocol });
  }
};
