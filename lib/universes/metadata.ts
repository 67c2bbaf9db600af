import type { Metadata } from "next";
import type { Language } from "../contract/languages.ts";
import type { Universe, UniverseSummary } from "./schema.ts";
import { type ShelfView, shelfAddress } from "./shelf-view.ts";

/** Size of the picture that stands for a universe where a link to it is shown, in pixels. */
export const sharePictureSize = { width: 1200, height: 630 } as const;

interface Words {
  title: string;
  description: string;
}

/** The picture of a universe for links. A release has an address of its own, so that an older one is kept nowhere. */
export function sharePicturePath({ slug, release }: Pick<Universe, "slug" | "release">): string {
  return `/u/${slug}/picture.jpg?release=${release}`;
}

/** Up to five names of cards in a language, else in one that they have. */
export function cardNames({ assets }: Universe, language: Language, most = 5): string[] {
  const names = assets.map((card) => card.names[language] ?? Object.values(card.names).find((name) => name));
  return names.filter((name) => typeof name === "string").slice(0, most);
}

/**
 * What the head of a universe's page says, for search engines and wherever a link to it is shown. One address serves all
 * languages, so it names no page in another one. Only who is public is to be found.
 */
export function universeMetadata(universe: Universe, { title, description }: Words): Metadata {
  const image = { url: sharePicturePath(universe), ...sharePictureSize, alt: title };
  const url = `/u/${universe.slug}`;
  const isPublic = universe.visibility === "public";
  return {
    title,
    description,
    alternates: { canonical: url },
    robots: { index: isPublic, follow: isPublic },
    openGraph: { type: "website", url, title, description, images: [image] },
    twitter: { card: "summary_large_image", title, description, images: [image] },
  };
}

/** What the head of the shelf says. A search has no end of addresses: those are not to be found. */
export function shelfMetadata(view: ShelfView, { title, description }: Words): Metadata {
  const canonical = shelfAddress({ ...view, search: null, sort: null });
  return {
    title,
    description,
    alternates: { canonical },
    ...(view.search ? { robots: { index: false, follow: true } } : {}),
    openGraph: {
      type: "website",
      url: canonical,
      title,
      description,
      images: [{ url: "/opengraph-image.jpg", ...sharePictureSize }],
    },
    twitter: { card: "summary_large_image" },
  };
}

/** A universe in words of schema.org. */
export function structuredUniverse(
  universe: Universe,
  words: Words,
  language: Language,
  origin: string,
): object {
  const absolute = (path: string) => new URL(path, origin).href;
  return {
    "@context": "https://schema.org",
    "@type": "LearningResource",
    url: absolute(`/u/${universe.slug}`),
    name: words.title,
    description: words.description,
    image: absolute(sharePicturePath(universe)),
    inLanguage: universe.languages,
    keywords: cardNames(universe, language, universe.assets.length).join(", "),
    learningResourceType: "flashcards",
    typicalAgeRange: "2-8",
    isAccessibleForFree: true,
    datePublished: universe.published_at,
    version: universe.release,
  };
}

/** The universes of the shelf in words of schema.org. */
export function structuredShelf(
  items: Pick<UniverseSummary, "slug" | "name" | "names">[],
  title: string,
  language: Language,
  origin: string,
): object {
  return {
    "@context": "https://schema.org",
    "@type": "CollectionPage",
    url: new URL("/explore", origin).href,
    name: title,
    mainEntity: {
      "@type": "ItemList",
      numberOfItems: items.length,
      itemListElement: items.map(({ slug, name, names }, place) => ({
        "@type": "ListItem",
        position: place + 1,
        url: new URL(`/u/${slug}`, origin).href,
        name: names[language] ?? name,
      })),
    },
  };
}
