import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { StructuredData } from "@/components/universes/structured-data";
import { env } from "@/lib/env";
import { cardNames, structuredUniverse, universeMetadata } from "@/lib/universes/metadata";
import { readUniverseNow } from "@/lib/universes/public";
import type { Universe } from "@/lib/universes/schema";
import { Deck } from "../../deck";

type Props = PageProps<"/u/[slug]">;

/** The whole page is one universe: there is nothing to show before it is known. */
export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const universe = await readUniverseNow((await params).slug);
  if (!universe) notFound();
  return universeMetadata(universe, await wordsOf(universe));
}

/** What it is called and what is in it, for who has not opened it yet. */
async function wordsOf(universe: Universe) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("explore")]);
  const names = cardNames(universe, locale).join(", ");
  return {
    title: universe.names[locale] ?? universe.name,
    description: t("about", { count: universe.assets.length, names }),
  };
}

export default async function UniversePage({ params }: Props) {
  const { slug } = await params;
  const universe = await readUniverseNow(slug);
  if (!universe) notFound();
  const [words, locale] = await Promise.all([wordsOf(universe), getLocale()]);
  return (
    <>
      {universe.visibility === "public" ? (
        <StructuredData content={structuredUniverse(universe, words, locale, env().studioUrl)} />
      ) : null}
      <Deck universe={universe} isPublished />
    </>
  );
}
