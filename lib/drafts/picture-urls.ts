import type { Page } from "./queries.ts";
import type { Asset } from "./schema.ts";

/** A signed address is used again while it has at least this long to live. */
const spareMs = 10 * 60_000;

/** When the token of a signed Storage address ends, in epoch milliseconds; 0 when it cannot be read. */
export function signedUntil(url: string): number {
  const token = new URL(url, "http://studio").searchParams.get("token");
  const claims = token?.split(".")[1];
  if (!claims) return 0;
  try {
    const { exp } = JSON.parse(atob(claims.replaceAll("-", "+").replaceAll("_", "/"))) as { exp?: unknown };
    return typeof exp === "number" ? exp * 1000 : 0;
  } catch {
    return 0;
  }
}

/**
 * Keeps the addresses of pictures that did not change, so that a refetch, which signs each one anew, neither loads
 * nor repaints them.
 */
export function keepPictureUrls(
  before: Page<Asset> | undefined,
  now: Page<Asset>,
  at = Date.now(),
): Page<Asset> {
  const known = new Map(before?.items.map((asset) => [asset.id, asset]));
  const items = now.items.map((asset) => {
    const old = known.get(asset.id);
    const isSame = old?.image_url && old.image_path === asset.image_path;
    return isSame && signedUntil(old.image_url as string) - at > spareMs
      ? { ...asset, image_url: old.image_url }
      : asset;
  });
  return { ...now, items };
}
