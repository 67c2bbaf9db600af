import type { Metadata } from "next";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { UniverseGrid, UniverseGridSkeleton } from "@/components/universes/universe-grid";
import { UniverseGridEmpty } from "@/components/universes/universe-grid-empty";
import { readUniverses } from "@/lib/universes/public";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("explore");
  return { title: t("title"), description: t("text") };
}

export default async function ExplorePage() {
  const t = await getTranslations("explore");
  return (
    <main id="main" className="mx-auto max-w-7xl px-4 pt-8 pb-24 sm:px-6 sm:pt-12">
      <h1 className="text-4xl sm:text-5xl">{t("title")}</h1>
      <p className="mt-2 mb-8 max-w-2xl text-ink-soft text-lg">{t("text")}</p>
      <Suspense fallback={<UniverseGridSkeleton />}>
        <Universes />
      </Suspense>
    </main>
  );
}

async function Universes() {
  await connection();
  const { items } = await readUniverses(100);
  return items.length > 0 ? <UniverseGrid universes={items} /> : <UniverseGridEmpty />;
}
