import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { MyReports } from "@/components/moderation/my-reports";
import { StaffLinesSkeleton } from "@/components/moderation/staff-page";
import { listMyReports } from "@/lib/reports/store";
import { myReportsView } from "@/lib/reports/view";
import { createServerClient } from "@/lib/supabase/server";
import { requireUser } from "@/lib/supabase/session";

type Props = PageProps<"/account/reports">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myReports"))("title") };
}

export default async function MyReportsPage({ searchParams }: Props) {
  const t = await getTranslations("myReports");
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <header className="flex flex-col gap-1">
        <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
        <p className="text-ink-soft">{t("text")}</p>
      </header>
      <Suspense fallback={<StaffLinesSkeleton />}>
        <Mine searchParams={searchParams} />
      </Suspense>
    </div>
  );
}

async function Mine({ searchParams }: Pick<Props, "searchParams">) {
  const [search] = await Promise.all([searchParams, requireUser("/account/reports")]);
  const { page, skip, limit } = myReportsView(search.page);
  const { items, total } = await listMyReports(await createServerClient(), { skip, limit });
  return <MyReports reports={items} page={page} isLast={skip + limit >= total} />;
}
