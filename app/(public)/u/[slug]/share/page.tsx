import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SharePanel } from "@/components/sharing/share-panel";
import { requestOrigin } from "@/lib/sharing/origin";
import { readUniverse } from "@/lib/universes/public";

type Props = PageProps<"/u/[slug]/share">;

/** For adults, behind the gate of the viewer or from the studio: it leads to the cards, and children come from them. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sharing");
  return { title: t("open"), robots: { index: false, follow: false } };
}

export default async function SharePage({ params }: Props) {
  const { slug } = await params;
  const [universe, t, locale, origin] = await Promise.all([
    readUniverse(slug),
    getTranslations("sharing"),
    getLocale(),
    requestOrigin(),
  ]);
  if (!universe) notFound();
  const name = universe.names[locale] ?? universe.name;
  return (
    <main id="main" className="mx-auto max-w-5xl px-4 pt-8 pb-24 sm:px-6 sm:pt-12">
      <h1 className="mb-6 text-3xl wrap-anywhere sm:text-4xl">{t("title", { name })}</h1>
      <SharePanel origin={origin} slug={slug} name={name} />
    </main>
  );
}
