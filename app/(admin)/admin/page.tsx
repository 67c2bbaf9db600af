import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { z } from "zod";
import { Dashboard, DashboardSkeleton } from "@/components/jobs/dashboard";
import { readCursor } from "@/lib/jobs/cursor";
import { readJobFilter, writeJobFilter } from "@/lib/jobs/filter";
import { listJobsSchema } from "@/lib/jobs/filter-schema";
import { jobKeys, jobPageSize } from "@/lib/jobs/queries";
import { getJobStatistics, getJobTimeline, listJobs } from "@/lib/jobs/store";
import { createServerClient } from "@/lib/supabase/server";
import { requireStaff } from "@/lib/supabase/session";

/** Who may see it is asked before anything is shown. */
export const instant = false;

type Props = PageProps<"/admin">;

export async function generateMetadata(): Promise<Metadata> {
  await requireStaff();
  return { title: (await getTranslations("admin"))("title") };
}

export default async function AdminPage({ searchParams }: Props) {
  await requireStaff();
  return (
    <Suspense fallback={<DashboardSkeleton />}>
      <Jobs searchParams={searchParams} />
    </Suspense>
  );
}

/** What the address asks for, as the browser reads it too. */
async function readView(searchParams: Props["searchParams"]) {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(await searchParams))
    for (const each of [value ?? []].flat()) search.append(key, each);
  const cursor = search.get("cursor");
  return {
    filter: readJobFilter(search),
    cursor: cursor && readCursor(cursor) ? cursor : null,
    jobId: z.uuid().safeParse(search.get("job")).data ?? null,
  };
}

async function Jobs({ searchParams }: Pick<Props, "searchParams">) {
  const [user, db, { filter, cursor, jobId }] = await Promise.all([
    requireStaff(),
    createServerClient(),
    readView(searchParams),
  ]);
  const query = listJobsSchema.parse({
    ...Object.fromEntries(writeJobFilter(filter)),
    ...(cursor ? { cursor } : {}),
    scope: "all",
    limit: jobPageSize,
  });
  const [page, statistics, timeline] = await Promise.all([
    listJobs(db, query),
    getJobStatistics(db),
    // The panel says by itself that a job is gone.
    jobId ? getJobTimeline(db, jobId).catch(() => null) : null,
  ]);
  const client = new QueryClient();
  client.setQueryData(jobKeys.page(filter, cursor), { ...page, readAt: Date.parse(statistics.at) });
  client.setQueryData(jobKeys.statistics, statistics);
  if (jobId && timeline) client.setQueryData(jobKeys.timeline(jobId), timeline);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Dashboard isAdmin={user.role === "admin"} />
    </HydrationBoundary>
  );
}
