import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { env } from "@/lib/env";

/** Where search engines need not look. Pages that are not to be found say so themselves, and have to be read for that. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/admin", "/drafts", "/account"] },
    sitemap: new URL("/sitemap.xml", env().studioUrl).href,
  };
}
