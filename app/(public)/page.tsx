import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { Hero } from "@/components/landing/hero";
import { HowItWorks } from "@/components/landing/how-it-works";
import { UniverseGrid, UniverseGridSkeleton } from "@/components/universes/universe-grid";
import { readUniverses } from "@/lib/universes/public";

export default function LandingPage() {
  return (
    <main id="main">
      <Hero />
      <HowItWorks />
      <Suspense fallback={<UniverseGridSkeleton />}>
        <Newest />
      </Suspense>
    </main>
  );
}

async function Newest() {
  await connection();
  const [{ items }, t] = await Promise.all([
    readUniverses({ skip: 0, limit: 6 }),
    getTranslations("landing"),
  ]);
  if (items.length === 0) return null;
  return (
    <section className="mx-auto max-w-7xl px-4 pb-24 sm:px-6">
      <h2 className="mb-6 text-3xl sm:text-4xl">{t("newest")}</h2>
      <UniverseGrid universes={items} />
    </section>
  );
}
