import type { Metadata } from "next";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { Logo } from "@/components/brand/logo";
import { KeptList } from "@/components/viewer/offline/kept-list";

/** In the language of this device, as a whole. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("kept");
  return { title: t("title"), robots: { index: false } };
}

export default async function KeptPage() {
  const [language, { kept, viewerAdults }] = await Promise.all([getLocale(), getMessages()]);
  return (
    <main className="mx-auto flex min-h-dvh max-w-7xl flex-col px-4 pt-6 pb-16 sm:px-6">
      <a href="/explore" className="mb-6 self-start rounded-full p-1">
        <Logo />
      </a>
      <h1 className="mb-2 text-4xl sm:text-5xl">{kept.title}</h1>
      <KeptList language={language} words={kept} adultWords={viewerAdults} />
    </main>
  );
}
