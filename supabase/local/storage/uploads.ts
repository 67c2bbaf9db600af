import type { Claims } from "../keyring.ts";
import { platform } from "./access.ts";
import { type Call, requireBucket, requireCaller } from "./call.ts";
import { invalidRequest } from "./errors.ts";
import { assertMimeType, assertSize, sizeLimit } from "./limits.ts";
import { assertKey } from "./names.ts";
import { assertMayPlace, metadataOf, type Placement, placeBlob } from "./placing.ts";
import { RequestBody } from "./request-body.ts";
import { readUploadSource } from "./upload-source.ts";

async function receive(
  call: Call,
  body: RequestBody,
  { claims, owner, upsert }: { claims: Claims; owner: string | undefined; upsert: boolean },
): Promise<{ id: string; path: string }> {
  const { parts, bucket, key, operation } = call;
  assertKey(key);
  const rules = await requireBucket(call);
  const limit = sizeLimit(rules, key, parts.projectLimit);
  const source = await readUploadSource(call.request, body);
  assertMimeType(source.mimeType, rules, key);
  assertSize(source.declaredSize, limit);
  const { userMetadata } = source;
  const placement: Placement = { bucket, key, claims, owner, upsert, operation, userMetadata };
  await assertMayPlace(parts, placement, { mimetype: source.mimeType, contentLength: source.declaredSize });
  const blob = await parts.blobs.receive(source.chunks, limit);
  const { id } = await placeBlob(parts, placement, blob, metadataOf(blob, source));
  return { id, path: `${bucket}/${key}` };
}

/** Runs an upload so that, refused or not, the client can finish sending and read the answer. */
async function withBody<T>(request: Request, work: (body: RequestBody) => Promise<T>): Promise<T> {
  const body = new RequestBody(request);
  try {
    return await work(body);
  } finally {
    await body.drain();
  }
}

async function upload(call: Call, upsert: boolean): Promise<Response> {
  const { id, path } = await withBody(call.request, (body) => {
    const claims = requireCaller(call);
    return receive(call, body, { claims, owner: claims.sub, upsert });
  });
  return Response.json({ Id: id, Key: path });
}

/** `POST /object/<bucket>/<key>`: new object; `x-upsert: true` lets it replace one. */
export const createObject = (call: Call) => upload(call, call.request.headers.get("x-upsert") === "true");

/** `PUT /object/<bucket>/<key>`: replaces the object, or makes it when there is none, as on the hosted platform. */
export const replaceObject = (call: Call) => upload(call, true);

/** `PUT /object/upload/sign/<bucket>/<key>?token=`: the token's bearer uploads with the signer's permission. */
export async function uploadToSignedUrl(call: Call): Promise<Response> {
  const { path } = await withBody(call.request, async (body) => {
    const token = call.url.searchParams.get("token");
    if (!token) throw invalidRequest("querystring must have required property 'token'");
    const url = `${call.bucket}/${call.key}`;
    const grant = await call.parts.signer.verify(token, { url, scope: "upload" });
    return receive(call, body, { claims: platform, owner: grant.owner, upsert: grant.upsert === true });
  });
  return Response.json({ Key: path });
}
