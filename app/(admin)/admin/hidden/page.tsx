import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { HiddenList } from "@/components/moderation/hidden-list";
import { StaffLinesSkeleton } from "@/components/moderation/staff-page";
import { hiddenListQuery } from "@/lib/reports/queries";
import { listHiddenUniverses } from "@/lib/reports/store";
import { staffPageSize } from "@/lib/reports/view";
import { createServerClient } from "@/lib/supabase/server";
import { requireStaff } from "@/lib/supabase/session";
import { readAsked } from "../asked";

/** Who may see it is asked before anything is shown. */
export const instant = false;

type Props = PageProps<"/admin/hidden">;

export async function generateMetadata(): Promise<Metadata> {
  await requireStaff();
  return { title: (await getTranslations("staff.hidden"))("title") };
}

export default async function HiddenPage({ searchParams }: Props) {
  await requireStaff();
  return (
    <Suspense fallback={<StaffLinesSkeleton />}>
      <Hidden searchParams={searchParams} />
    </Suspense>
  );
}

async function Hidden({ searchParams }: Pick<Props, "searchParams">) {
  const [user, db, view] = await Promise.all([requireStaff(), createServerClient(), readAsked(searchParams)]);
  const client = new QueryClient();
  client.setQueryData(
    hiddenListQuery(view).queryKey,
    await listHiddenUniverses(db, { skip: (view.page - 1) * staffPageSize, limit: staffPageSize }),
  );
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <HiddenList isAdmin={user.role === "admin"} />
    </HydrationBoundary>
  );
}
