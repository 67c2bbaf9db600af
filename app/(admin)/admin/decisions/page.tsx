import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { DecisionList } from "@/components/moderation/decision-list";
import { StaffLinesSkeleton } from "@/components/moderation/staff-page";
import { auditListQuery } from "@/lib/reports/queries";
import { listAuditEntries } from "@/lib/reports/store";
import { staffPageSize } from "@/lib/reports/view";
import { createServerClient } from "@/lib/supabase/server";
import { requireStaff } from "@/lib/supabase/session";
import { readAsked } from "../asked";

/** Who may see it is asked before anything is shown. */
export const instant = false;

type Props = PageProps<"/admin/decisions">;

export async function generateMetadata(): Promise<Metadata> {
  await requireStaff();
  return { title: (await getTranslations("staff.decisions"))("title") };
}

export default async function DecisionsPage({ searchParams }: Props) {
  await requireStaff();
  return (
    <Suspense fallback={<StaffLinesSkeleton />}>
      <Decisions searchParams={searchParams} />
    </Suspense>
  );
}

async function Decisions({ searchParams }: Pick<Props, "searchParams">) {
  const [db, view] = await Promise.all([createServerClient(), readAsked(searchParams)]);
  const client = new QueryClient();
  client.setQueryData(
    auditListQuery(view).queryKey,
    await listAuditEntries(db, {
      ...(view.universeId ? { universe_id: view.universeId } : {}),
      skip: (view.page - 1) * staffPageSize,
      limit: staffPageSize,
    }),
  );
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <DecisionList />
    </HydrationBoundary>
  );
}
