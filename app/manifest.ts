import type { MetadataRoute } from "next";
import { getLocale, getTranslations } from "next-intl/server";

/** What a device is told that installs the studio: it opens among the universes, with or without a network. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const [locale, site, kept] = await Promise.all([
    getLocale(),
    getTranslations("site"),
    getTranslations("kept"),
  ]);
  return {
    id: "/",
    name: site("name"),
    short_name: "MagikSwipe",
    description: site("description"),
    lang: locale,
    dir: "ltr",
    start_url: "/explore",
    scope: "/",
    display: "standalone",
    orientation: "any",
    background_color: "#fdf5e6",
    theme_color: "#fdf5e6",
    categories: ["education", "kids"],
    icons: [
      { src: "/icons/app-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/app-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/app-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: site("explore"), url: "/explore" },
      { name: kept("title"), url: "/u" },
      { name: site("drafts"), url: "/drafts" },
    ],
  };
}
