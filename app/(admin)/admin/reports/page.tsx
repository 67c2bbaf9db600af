import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ReportQueue } from "@/components/moderation/report-queue";
import { StaffLinesSkeleton } from "@/components/moderation/staff-page";
import { reportListQuery } from "@/lib/reports/queries";
import { listReports } from "@/lib/reports/store";
import { staffPageSize } from "@/lib/reports/view";
import { createServerClient } from "@/lib/supabase/server";
import { requireStaff } from "@/lib/supabase/session";
import { readAsked } from "../asked";

/** Who may see it is asked before anything is shown. */
export const instant = false;

type Props = PageProps<"/admin/reports">;

export async function generateMetadata(): Promise<Metadata> {
  await requireStaff();
  return { title: (await getTranslations("staff.reports"))("title") };
}

export default async function ReportsPage({ searchParams }: Props) {
  await requireStaff();
  return (
    <Suspense fallback={<StaffLinesSkeleton />}>
      <Reports searchParams={searchParams} />
    </Suspense>
  );
}

async function Reports({ searchParams }: Pick<Props, "searchParams">) {
  const [user, db, view] = await Promise.all([requireStaff(), createServerClient(), readAsked(searchParams)]);
  const client = new QueryClient();
  client.setQueryData(
    reportListQuery(view).queryKey,
    await listReports(db, {
      status: view.status,
      skip: (view.page - 1) * staffPageSize,
      limit: staffPageSize,
    }),
  );
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ReportQueue isAdmin={user.role === "admin"} />
    </HydrationBoundary>
  );
}
