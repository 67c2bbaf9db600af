import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { createPublicClient } from "../supabase/server.ts";
import { findUniverse, listUniverses } from "./store.ts";

/** A published universe as everyone sees it, kept until its release changes. */
export async function readUniverse(slug: string) {
  "use cache";
  cacheTag(`universe:${slug}`);
  cacheLife("hours");
  return findUniverse(createPublicClient(), slug);
}

/** The newest public universes, kept until one is published, changed or withdrawn. */
export async function readUniverses(limit: number) {
  "use cache";
  cacheTag("universes");
  cacheLife("hours");
  return listUniverses(createPublicClient(), { skip: 0, limit });
}
