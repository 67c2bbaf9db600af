import { describe, expect, test } from "vitest";
import {
  cardNames,
  sharePicturePath,
  shelfMetadata,
  structuredShelf,
  structuredUniverse,
  universeMetadata,
} from "./metadata.ts";
import type { Card, Universe } from "./schema.ts";
import { readShelfView } from "./shelf-view.ts";

const nothing = { fr: null, en: null, es: null, it: null, de: null };
const card = (names: Partial<Card["names"]>) => ({ names: { ...nothing, ...names } }) as Card;

const ocean = {
  slug: "ocean",
  release: 3,
  visibility: "public",
  languages: ["fr", "en"],
  published_at: "2026-01-01T00:00:00Z",
  assets: [card({ en: "whale", fr: "baleine" }), card({ fr: "crabe" }), card({})],
} as Universe;
const words = { title: "The ocean", description: "Three cards." };

describe("the head of a universe's page", () => {
  test("lets a public one be found, under one address, with the picture of its release", () => {
    const head = universeMetadata(ocean, words);
    expect(head).toMatchObject({
      title: "The ocean",
      alternates: { canonical: "/u/ocean" },
      robots: { index: true },
      openGraph: { images: [{ url: "/u/ocean/picture.jpg?release=3", width: 1200, height: 630 }] },
      twitter: { card: "summary_large_image" },
    });
    expect(sharePicturePath({ ...ocean, release: 4 })).not.toBe(sharePicturePath(ocean));
  });

  test("keeps an unlisted one out of search engines", () => {
    expect(universeMetadata({ ...ocean, visibility: "unlisted" }, words).robots).toEqual({
      index: false,
      follow: false,
    });
  });
});

test("the names of cards are in the reader's language where there is one", () => {
  expect(cardNames(ocean, "en")).toEqual(["whale", "crabe"]);
  expect(cardNames(ocean, "fr", 1)).toEqual(["baleine"]);
});

describe("the head of the shelf", () => {
  const head = (parameters: Record<string, string>) => shelfMetadata(readShelfView(parameters), words);

  test("is one for all orders and pages of a choice", () => {
    expect(head({}).alternates).toEqual({ canonical: "/explore" });
    expect(head({ theme: "farm", sort: "name", page: "3" }).alternates).toEqual({
      canonical: "/explore?theme=farm",
    });
    expect(head({ theme: "farm" }).robots).toBeUndefined();
  });

  test("keeps searches out of search engines", () => {
    expect(head({ search: "whale" }).robots).toEqual({ index: false, follow: true });
  });
});

test("search engines are told what a universe is, with whole addresses", () => {
  expect(structuredUniverse(ocean, words, "en", "https://studio.test")).toMatchObject({
    "@type": "LearningResource",
    url: "https://studio.test/u/ocean",
    image: "https://studio.test/u/ocean/picture.jpg?release=3",
    keywords: "whale, crabe",
    inLanguage: ["fr", "en"],
  });
});

test("search engines are told what stands on the shelf, in its order", () => {
  const items = [
    { slug: "ocean", name: "Ocean", names: { ...nothing, de: "Der Ozean" } },
    { slug: "farm", name: "Farm", names: nothing },
  ];
  expect(structuredShelf(items, "Explore", "de", "https://studio.test")).toMatchObject({
    mainEntity: {
      numberOfItems: 2,
      itemListElement: [
        { position: 1, url: "https://studio.test/u/ocean", name: "Der Ozean" },
        { position: 2, url: "https://studio.test/u/farm", name: "Farm" },
      ],
    },
  });
});
