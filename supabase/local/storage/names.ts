import { invalidBucketName, invalidKey } from "./errors.ts";

// The characters that hosted Storage allows; everything else, non-ASCII letters included, is refused there too.
const keyCharacters = /^[A-Za-z0-9_/!.*'() &$=@;:+,?-]+$/;
const bucketCharacters = /^[A-Za-z0-9_!.*'() &$=@;:+,?-]+$/;
const keyLengthLimit = 1024;

/**
 * Refuses an object key that hosted Storage would refuse, and some that it would not: a `.` or `..` segment, a
 * leading slash, more than 1024 bytes. Files are named by version, so a key never becomes a path; this keeps
 * policies on `storage.foldername(name)` from being read two ways.
 */
export function assertKey(key: unknown): asserts key is string {
  if (typeof key !== "string" || !keyCharacters.test(key) || key.length > keyLengthLimit)
    throw invalidKey(String(key ?? "").slice(0, 200));
  if (key.startsWith("/") || key.split("/").some((segment) => segment === "." || segment === ".."))
    throw invalidKey(key);
}

/** Refuses a bucket name that hosted Storage would refuse (1 to 100 allowed characters, no outer blanks). */
export function assertBucketName(name: unknown): asserts name is string {
  if (
    typeof name !== "string" ||
    name.length > 100 ||
    name.trim() !== name ||
    !bucketCharacters.test(name) ||
    name === "." ||
    name === ".."
  )
    throw invalidBucketName();
}

/** The marker file with which the dashboard keeps an empty folder; it must be empty and may be of any type. */
export function isFolderPlaceholder(key: string): boolean {
  return key.endsWith(".emptyFolderPlaceholder");
}
