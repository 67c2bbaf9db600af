import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { env } from "@/lib/env";
import { readPublicAddresses } from "@/lib/universes/public";

/** What search engines may find: the pages for everybody, and the public universes. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const absolute = (path: string) => new URL(path, env().studioUrl).href;
  const universes = await readPublicAddresses();
  const newest = universes[0]?.published_at;
  return [
    { url: absolute("/") },
    { url: absolute("/explore"), ...(newest ? { lastModified: newest } : {}) },
    ...universes.map(({ slug, published_at }) => ({
      url: absolute(`/u/${slug}`),
      lastModified: published_at,
    })),
  ];
}
