import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PrintChoices } from "@/components/sharing/print/print-choices";
import { PrintSheet } from "@/components/sharing/print/print-sheet";
import { requestOrigin } from "@/lib/sharing/origin";
import { readPrintView, sheetsOf } from "@/lib/sharing/print-view";
import { readUniverse } from "@/lib/universes/public";

type Props = PageProps<"/u/[slug]/print">;

/** Paper waits for nothing: all cards are on the page at once. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("printing");
  return { title: t("titleShort"), robots: { index: false, follow: false } };
}

export default async function PrintPage({ params, searchParams }: Props) {
  const [{ slug }, parameters, t, locale, origin] = await Promise.all([
    params,
    searchParams,
    getTranslations("printing"),
    getLocale(),
    requestOrigin(),
  ]);
  const universe = await readUniverse(slug);
  if (!universe) notFound();
  const { languages } = universe;
  const language = languages.includes(locale) ? locale : (languages[0] ?? locale);
  const view = readPrintView(parameters, { languages, language });
  const sheets = sheetsOf(universe, view);
  const name = universe.names[view.first] ?? universe.name;
  return (
    <main className="flex flex-col gap-6 p-4 print:block print:p-0 sm:p-6">
      <PrintChoices view={view} universe={universe} name={name} sheetCount={sheets.length} />
      {sheets.map((places, at) => (
        <PrintSheet
          // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its number
          key={at}
          label={t("sheet", { number: at + 1 })}
          places={places}
          view={view}
          languages={languages}
          name={name}
          address={new URL(`/u/${slug}`, origin).href}
          invitation={t("scan")}
        />
      ))}
    </main>
  );
}
