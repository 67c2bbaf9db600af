import { readFile } from "node:fs/promises";
import { parse } from "smol-toml";
import { entityTooLarge, invalidMimeType, invalidRequest } from "./errors.ts";
import { isFolderPlaceholder } from "./names.ts";

const defaultLimitBytes = 50 * 1024 * 1024;
const units: Record<string, number> = {
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
};

/** Reads `20MB`, `50MiB`, `3B` or a number of bytes. Throws the refusal that hosted Storage sends for other text. */
export function parseSize(value: string | number): number {
  const match = /^(\d+(?:\.\d+)?)\s*([kmg]?i?b)?$/i.exec(String(value));
  const unit = units[(match?.[2] ?? "b").toLowerCase()];
  if (!match || unit === undefined)
    throw invalidRequest("Invalid file size format, hint: use 20GB / 20MB / 30KB / 3B");
  return Math.floor(Number(match[1]) * unit);
}

/** The project's upload limit: `[storage] file_size_limit` of config.toml, else 50 MiB as the CLI has it. Bytes. */
export async function readProjectLimit(configToml: string): Promise<number> {
  const text = await readFile(configToml, "utf8").catch(() => "");
  const { storage } = parse(text) as { storage?: { file_size_limit?: string | number } };
  return storage?.file_size_limit === undefined ? defaultLimitBytes : parseSize(storage.file_size_limit);
}

/** What a bucket says about the files that it takes. */
export interface BucketRules {
  file_size_limit: number | null;
  allowed_mime_types: string[] | null;
}

/** Largest size in bytes that this key may have in this bucket. */
export function sizeLimit(rules: BucketRules, key: string, projectLimit: number): number {
  if (isFolderPlaceholder(key)) return 0;
  return rules.file_size_limit === null ? projectLimit : Math.min(rules.file_size_limit, projectLimit);
}

const headerText = /^[\t\x20-\x7e]*$/;

/** Whether a stored text may be sent as a response header. */
export function isHeaderText(text: string): boolean {
  return headerText.test(text);
}

/** Refuses a type, cache time or encoding that could not be sent back as a response header. */
export function assertHeaderText(text: string | undefined): void {
  if (text !== undefined && !isHeaderText(text)) throw invalidRequest("Invalid character in response header");
}

/** Refuses a declared size above the limit before any byte is read. */
export function assertSize(declared: number | undefined, limit: number): void {
  if (declared !== undefined && declared > limit) throw entityTooLarge();
}

/**
 * Refuses a type that the bucket does not take: exact type or `image/*`. Parameters count, so `text/plain;charset=UTF-8`
 * does not pass for `text/plain`, exactly as on the hosted platform.
 */
export function assertMimeType(mimeType: string, rules: BucketRules, key: string): void {
  const allowed = rules.allowed_mime_types;
  if (!allowed?.length || isFolderPlaceholder(key)) return;
  const [type, subtype] = mimeType.split("/");
  const fits = allowed.some((entry) => {
    const [allowedType, allowedSubtype] = entry.split("/");
    return (
      subtype !== undefined && type === allowedType && (allowedSubtype === "*" || allowedSubtype === subtype)
    );
  });
  if (!fits) throw invalidMimeType(mimeType);
}
