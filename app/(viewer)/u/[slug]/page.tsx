import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { createPublicClient } from "@/lib/supabase/server";
import { findUniverse } from "@/lib/universes/store";
import { Deck } from "../../deck";

type Props = PageProps<"/u/[slug]">;

/** Asked anew each time: what keeps the page (lib/shown-pages) knows when it has to be made. */
const readUniverse = cache((slug: string) => findUniverse(createPublicClient(), slug));

/** The whole page is one universe: there is nothing to show before it is known. */
export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const universe = await readUniverse(slug);
  if (!universe) notFound();
  const picture = universe.assets[0]?.image_url;
  return {
    title: universe.names[locale] ?? universe.name,
    robots: { index: universe.visibility === "public" },
    openGraph: { title: universe.name, ...(picture ? { images: [picture] } : {}) },
  };
}

export default async function UniversePage({ params }: Props) {
  const { slug } = await params;
  const universe = await readUniverse(slug);
  if (!universe) notFound();
  return <Deck universe={universe} isPublished />;
}
