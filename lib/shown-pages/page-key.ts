import { createHash, randomUUID } from "node:crypto";
import { env } from "../env.ts";

/** Names who may have the page of a universe made; nobody else is given one by the application itself. */
export const keyHeader = "x-page-key";

// Doors of the same process are built apart, so that each has its own copy of this module.
const shared = globalThis as typeof globalThis & { studioPageKey?: string };

/** The same in all processes of a studio that has its secret key. */
export function pageKey(): string {
  const { secretKey } = env();
  if (!secretKey) {
    shared.studioPageKey ??= randomUUID();
    return shared.studioPageKey;
  }
  return createHash("sha256").update(`page ${secretKey}`).digest("base64url");
}
