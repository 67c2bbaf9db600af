import type { Metadata } from "next";
import { headers } from "next/headers";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { NothingFound } from "@/components/universes/shelf/nothing-found";
import { ShelfFilters } from "@/components/universes/shelf/shelf-filters";
import { ShelfSearch } from "@/components/universes/shelf/shelf-search";
import { StructuredData } from "@/components/universes/structured-data";
import { UniverseGrid } from "@/components/universes/universe-grid";
import { UniverseGridEmpty } from "@/components/universes/universe-grid-empty";
import { OnDevice } from "@/components/viewer/offline/on-device";
import { env } from "@/lib/env";
import { keyHeader, pageKey } from "@/lib/shown-pages/page-key";
import { shelfMetadata, structuredShelf } from "@/lib/universes/metadata";
import { readShelf, readShelfThemes, readShelfThemesNow } from "@/lib/universes/public";
import { isNarrowed, readShelfView } from "@/lib/universes/shelf-view";

type Props = PageProps<"/explore">;

/** Everything comes at once and from the cache, so that the page is whole without scripts. */
export const instant = false;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [parameters, t] = await Promise.all([searchParams, getTranslations("explore")]);
  return shelfMetadata(readShelfView(parameters), { title: t("title"), description: t("text") });
}

export default async function ExplorePage({ searchParams }: Props) {
  const [parameters, t, locale, { kept, viewerAdults }] = await Promise.all([
    searchParams,
    getTranslations("explore"),
    getLocale(),
    getMessages(),
  ]);
  const view = readShelfView(parameters);
  const isKept = (await headers()).get(keyHeader) === pageKey();
  const [{ items, total }, themes] = await Promise.all([
    readShelf(view, locale, isKept),
    isKept ? readShelfThemesNow() : readShelfThemes(),
  ]);
  const isEmpty = total === 0 && !isNarrowed(view);
  return (
    <main id="main" className="mx-auto max-w-7xl px-4 pt-8 pb-24 sm:px-6 sm:pt-12">
      <h1 className="text-4xl sm:text-5xl">{t("title")}</h1>
      <p className="mt-2 mb-6 max-w-2xl text-ink-soft text-lg">{t("text")}</p>
      {isEmpty ? (
        <UniverseGridEmpty />
      ) : (
        <>
          <ShelfSearch view={view} />
          <ShelfFilters view={view} themes={themes} total={total} />
          {total > 0 ? (
            <UniverseGrid universes={items} more={{ view, total }} />
          ) : (
            <NothingFound view={view} />
          )}
          <StructuredData content={structuredShelf(items, t("title"), locale, env().studioUrl)} />
        </>
      )}
      <OnDevice title={kept.title} words={viewerAdults.device} />
    </main>
  );
}
