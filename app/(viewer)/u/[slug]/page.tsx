import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Backdrop } from "@/components/viewer/backdrop";
import type { ViewerWords } from "@/components/viewer/types";
import { Viewer } from "@/components/viewer/viewer";
import { type Language, languages } from "@/lib/contract/languages";
import { readUniverse } from "@/lib/universes/public";

type Props = PageProps<"/u/[slug]">;

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

async function wordsOf(language: Language): Promise<ViewerWords> {
  const t = await getTranslations({ locale: language, namespace: "viewer" });
  return {
    language: t("language"),
    languages: t("languages"),
    next: t("next"),
    previous: t("previous"),
    listen: t("listen"),
    progress: t("progress"),
    end: t("end"),
    again: t("again"),
  };
}

export default async function UniversePage({ params }: Props) {
  const { slug } = await params;
  const universe = await readUniverse(slug);
  if (!universe) notFound();
  const [locale, nonce, ...words] = await Promise.all([
    getLocale(),
    headers().then((list) => list.get("x-nonce") ?? undefined),
    ...languages.map(wordsOf),
  ]);
  const language = universe.languages.includes(locale) ? locale : (universe.languages[0] ?? locale);
  return (
    <>
      <Backdrop color={universe.background_color} nonce={nonce} />
      <Viewer
        name={universe.names[language] ?? universe.name}
        cards={universe.assets}
        languages={universe.languages}
        language={language}
        words={
          Object.fromEntries(languages.map((code, index) => [code, words[index]])) as Record<
            Language,
            ViewerWords
          >
        }
      />
    </>
  );
}
