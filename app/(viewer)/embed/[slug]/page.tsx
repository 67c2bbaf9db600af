import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { readUniverseNow } from "@/lib/universes/public";
import { Deck } from "../../deck";

type Props = PageProps<"/embed/[slug]">;

/** The whole page is one universe: there is nothing to show before it is known. */
export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const universe = await readUniverseNow(slug);
  if (!universe) notFound();
  return {
    title: universe.names[locale] ?? universe.name,
    alternates: { canonical: `/u/${slug}` },
    robots: { index: false, follow: false },
  };
}

/** The cards on somebody else's page: nothing in them leads away, and nothing of that page is asked for. */
export default async function EmbedPage({ params }: Props) {
  const universe = await readUniverseNow((await params).slug);
  if (!universe) notFound();
  return <Deck universe={universe} isEmbedded />;
}
