import { runAs } from "./access.ts";
import { type Call, readInteger, requireBucket, requireCaller, requireTexts } from "./call.ts";
import { invalidRequest, noSuchKey } from "./errors.ts";
import { assertKey } from "./names.ts";
import { assertMayPlace } from "./placing.ts";
import { readJson } from "./request-body.ts";
import { findObject } from "./rows.ts";

const uploadUrlSeconds = 2 * 60 * 60;
const longestSeconds = 100 * 365 * 24 * 60 * 60;

function expiryOf(body: Record<string, unknown>): number {
  const seconds = readInteger(body, "expiresIn", { least: 1 });
  if (seconds > longestSeconds) throw invalidRequest(`body/expiresIn must be <= ${longestSeconds}`);
  return seconds;
}

async function signedPath(call: Call, key: string, seconds: number): Promise<string> {
  const url = `${call.bucket}/${key}`;
  const token = await call.parts.signer.sign({ url, scope: "download" }, seconds);
  return `/object/sign/${url}?token=${token}`;
}

/** `POST /object/sign/<bucket>/<key>`: a URL for an object that the caller may read. Transformations are ignored. */
export async function signUrl(call: Call): Promise<Response> {
  const claims = requireCaller(call);
  assertKey(call.key);
  const seconds = expiryOf(await readJson(call.request));
  const row = await runAs(call.parts.sql, claims, call.operation, (transaction) =>
    findObject(transaction, call.bucket, call.key),
  );
  if (!row) throw noSuchKey();
  return Response.json({ signedURL: await signedPath(call, call.key, seconds) });
}

/** `POST /object/sign/<bucket>`: URLs for many objects; each one that the caller may not read has an error instead. */
export async function signUrls(call: Call): Promise<Response> {
  const claims = requireCaller(call);
  const body = await readJson(call.request);
  const seconds = expiryOf(body);
  const paths = requireTexts(body, "paths");
  const rows = await runAs(
    call.parts.sql,
    claims,
    call.operation,
    (transaction) => transaction<{ name: string }[]>`
      select name from storage.objects where bucket_id = ${call.bucket} and name = any(${paths})
    `,
  );
  const readable = new Set(rows.map((row) => row.name));
  const answers = paths.map(async (path) =>
    readable.has(path)
      ? { error: null, path, signedURL: await signedPath(call, path, seconds) }
      : { error: "Either the object does not exist or you do not have access to it", path, signedURL: null },
  );
  return Response.json(await Promise.all(answers));
}

/** `POST /object/upload/sign/<bucket>/<key>`: lets somebody else upload what the caller may upload, for two hours. */
export async function signUploadUrl(call: Call): Promise<Response> {
  const claims = requireCaller(call);
  const { bucket, key, operation, parts } = call;
  assertKey(key);
  await requireBucket(call);
  const upsert = call.request.headers.get("x-upsert") === "true";
  const owner = claims.sub;
  await assertMayPlace(parts, { bucket, key, claims, owner, upsert, operation, userMetadata: null }, {});
  const url = `${bucket}/${key}`;
  const token = await parts.signer.sign({ url, scope: "upload", owner, upsert }, uploadUrlSeconds);
  return Response.json({ url: `/object/upload/sign/${url}?token=${token}`, token });
}
