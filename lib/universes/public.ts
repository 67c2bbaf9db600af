import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { createPublicClient } from "../supabase/server.ts";
import { findUniverse, isFileShown, listUniverses } from "./store.ts";

/** The database tells of every change at once, but the call may be lost: then a page is a minute old at most, in seconds. */
const healing = { stale: 60, revalidate: 60, expire: 86_400 };

/** A published universe as everyone sees it, kept until its release changes. */
export async function readUniverse(slug: string) {
  "use cache";
  cacheTag(`universe:${slug}`);
  cacheLife(healing);
  return findUniverse(createPublicClient(), slug);
}

/** The newest public universes, kept until one is published, changed or withdrawn. */
export async function readUniverses(limit: number) {
  "use cache";
  cacheTag("universes");
  cacheLife(healing);
  return listUniverses(createPublicClient(), { skip: 0, limit });
}

/** Whether a published file may be sent: asked once a minute, and anew as soon as something is taken back or hidden. */
export async function readIsFileShown(path: string): Promise<boolean> {
  "use cache";
  cacheTag("media");
  cacheLife({ stale: 0, revalidate: 30, expire: 60 });
  return isFileShown(createPublicClient(), path);
}
