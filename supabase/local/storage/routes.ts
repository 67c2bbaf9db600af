import * as buckets from "./buckets.ts";
import { type Handler, requireCaller } from "./call.ts";
import * as downloads from "./downloads.ts";
import { accessDenied, notOffered } from "./errors.ts";
import { listFolder, listPage } from "./lists.ts";
import { removeObject, removeObjects } from "./removals.ts";
import { resumableOptions, resumableUpload } from "./resumable.ts";
import { signUploadUrl, signUrl, signUrls } from "./signing.ts";
import { copyObject, moveObject } from "./transfers.ts";
import { createObject, replaceObject, uploadToSignedUrl } from "./uploads.ts";

/** There is no CDN in front of the embedded stack, so nothing stays to purge. */
const purgeCache: Handler = async (call) => {
  if (requireCaller(call).role !== "service_role") throw accessDenied("Access denied: Invalid role");
  return Response.json({ message: "success" });
};

const noTransformations: Handler = async () => {
  throw notOffered("image_transformation");
};

const health: Handler = async (call) => {
  await call.parts.sql`select 1`;
  return Response.json({ healthy: true });
};

/**
 * Method, path under `/storage/v1` and the operation's name for policies. `:bucket` is one segment, `*` the rest as
 * key. The first match counts, so the reserved words come before bucket names, as on the hosted platform.
 */
export const routes: readonly [methods: string, path: string, operation: string, handler: Handler][] = [
  ["GET HEAD", "/object/public/:bucket/*", "storage.object.get_public", downloads.readPublicObject],
  [
    "GET HEAD",
    "/object/authenticated/:bucket/*",
    "storage.object.get_authenticated",
    downloads.readAuthenticatedObject,
  ],
  ["GET HEAD", "/object/sign/:bucket/*", "storage.object.get_signed", downloads.readSignedObject],
  ["GET", "/object/info/public/:bucket/*", "storage.object.info_public", downloads.readPublicInfo],
  [
    "GET",
    "/object/info/authenticated/:bucket/*",
    "object.get_authenticated_info",
    downloads.readAuthenticatedInfo,
  ],
  ["GET", "/object/info/:bucket/*", "object.get_authenticated_info", downloads.readInfo],
  ["PUT", "/object/upload/sign/:bucket/*", "storage.object.upload_signed", uploadToSignedUrl],
  ["POST", "/object/upload/sign/:bucket/*", "storage.object.sign_upload_url", signUploadUrl],
  ["POST", "/object/sign/:bucket/*", "storage.object.sign", signUrl],
  ["POST", "/object/sign/:bucket", "storage.object.sign_many", signUrls],
  ["POST", "/object/list/:bucket", "storage.object.list", listFolder],
  ["POST", "/object/list-v2/:bucket", "storage.object.list_v2", listPage],
  ["POST", "/object/copy", "storage.object.copy", copyObject],
  ["POST", "/object/move", "storage.object.move", moveObject],
  ["GET HEAD", "/object/:bucket/*", "storage.object.get_authenticated", downloads.readObject],
  ["POST", "/object/:bucket/*", "storage.object.upload", createObject],
  ["PUT", "/object/:bucket/*", "storage.object.upload_update", replaceObject],
  ["DELETE", "/object/:bucket/*", "storage.object.delete", removeObject],
  ["DELETE", "/object/:bucket", "storage.object.delete_many", removeObjects],
  ["GET", "/bucket", "storage.bucket.list", buckets.listBuckets],
  ["POST", "/bucket", "storage.bucket.create", buckets.createBucket],
  ["POST", "/bucket/:bucket/empty", "storage.bucket.empty", buckets.emptyBucket],
  ["GET", "/bucket/:bucket", "storage.bucket.get", buckets.getBucket],
  ["PUT", "/bucket/:bucket", "storage.bucket.update", buckets.updateBucket],
  ["DELETE", "/bucket/:bucket", "storage.bucket.delete", buckets.deleteBucket],
  ["OPTIONS", "/upload/resumable*", "storage.tus.options", resumableOptions],
  ["POST", "/upload/resumable", "storage.tus.upload.create", resumableUpload],
  ["POST", "/upload/resumable/sign", "storage.tus.upload.create_signed", resumableUpload],
  ["HEAD PATCH DELETE", "/upload/resumable/sign/*", "storage.tus.upload.part_signed", resumableUpload],
  ["HEAD PATCH DELETE", "/upload/resumable/*", "storage.tus.upload.part", resumableUpload],
  ["GET HEAD", "/render/image/*", "storage.render.image", noTransformations],
  ["DELETE", "/cdn/*", "storage.cdn.purge_object_cache", purgeCache],
  ["GET HEAD", "/health", "storage.health", health],
  ["GET HEAD", "/status", "storage.health", health],
];
