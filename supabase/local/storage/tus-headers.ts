import type { Call } from "./call.ts";
import { StorageRefusal } from "./errors.ts";
import { lifetimeMs, type ResumableUpload } from "./resumable-state.ts";

/** Stands on every answer of the protocol. */
export const protocol = { "tus-resumable": "1.0.0" };

/** A refusal that the protocol itself asks for, sent with its real status. */
export function tusRefusal(status: number, message: string): StorageRefusal {
  return new StorageRefusal({ status, sent: status, code: "TusError", message });
}

/** `Upload-Metadata`: names with values in base64. */
export function parseMetadata(header: string): Map<string, string> {
  const pairs = header.split(",").map((pair) => pair.trim().split(" "));
  return new Map(
    pairs.map(([name = "", value = ""]) => [name, Buffer.from(value, "base64").toString("utf8")] as const),
  );
}

/** A header that must be a whole number of bytes. Throws 400 otherwise. */
export function requireWhole(call: Call, header: string): number {
  const value = call.request.headers.get(header);
  if (value === null || !/^\d{1,15}$/.test(value)) throw tusRefusal(400, `Invalid ${header.toLowerCase()}`);
  return Number(value);
}

/** How far an upload is and how long it may go on. */
export function progress(upload: ResumableUpload, offset: number): Record<string, string> {
  return {
    ...protocol,
    "upload-offset": String(offset),
    "upload-expires": new Date(upload.createdAt + lifetimeMs).toUTCString(),
    ...(offset === upload.length ? { "tus-complete": "1" } : {}),
  };
}
