import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ReportForm } from "@/components/moderation/report-form";
import { Picture } from "@/components/ui/picture";
import { requireUser } from "@/lib/supabase/session";
import { readUniverse } from "@/lib/universes/public";

/** Only for people who are signed in, so the page waits for the session. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("report"))("title"), robots: { index: false } };
}

export default async function ReportPage({ params }: PageProps<"/report/[slug]">) {
  const { slug } = await params;
  await requireUser(`/report/${slug}`);
  const [t, locale, universe] = await Promise.all([
    getTranslations("report"),
    getLocale(),
    readUniverse(slug),
  ]);
  if (!universe) notFound();
  const picture = universe.assets[0]?.image_url;
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <header className="flex items-center gap-4">
        {picture ? (
          <Picture
            src={picture}
            alt=""
            width={256}
            height={256}
            className="size-20 shrink-0 rounded-3xl object-cover shadow-card"
          />
        ) : null}
        <div className="min-w-0">
          <h1 className="text-2xl sm:text-3xl">{t("title")}</h1>
          <p className="wrap-anywhere text-ink-soft text-lg">{universe.names[locale] ?? universe.name}</p>
        </div>
      </header>
      <ReportForm slug={universe.slug} />
    </div>
  );
}
