import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { JobList, JobListSkeleton } from "@/components/jobs/job-list";
import { StatusFilter } from "@/components/jobs/status-filter";
import { jobStatusSchema } from "@/lib/contract/statuses";
import { jobKeys, jobPageSize } from "@/lib/jobs/queries";
import { listJobs } from "@/lib/jobs/store";
import { createServerClient } from "@/lib/supabase/server";
import { requireStaff } from "@/lib/supabase/session";

/** Who may see it is asked before anything is shown. */
export const instant = false;

type Props = PageProps<"/admin">;

export async function generateMetadata(): Promise<Metadata> {
  await requireStaff();
  return { title: (await getTranslations("admin"))("title") };
}

async function readStatus(searchParams: Props["searchParams"]) {
  return jobStatusSchema.safeParse((await searchParams).status).data ?? null;
}

export default async function AdminPage({ searchParams }: Props) {
  const [t, status] = await Promise.all([getTranslations("admin"), readStatus(searchParams), requireStaff()]);
  return (
    <>
      <h1 className="mb-4 text-3xl sm:text-4xl">{t("title")}</h1>
      <StatusFilter status={status} />
      <Suspense key={status} fallback={<JobListSkeleton />}>
        <Jobs searchParams={searchParams} />
      </Suspense>
    </>
  );
}

async function Jobs({ searchParams }: Pick<Props, "searchParams">) {
  const [status, db] = await Promise.all([readStatus(searchParams), createServerClient(), requireStaff()]);
  const client = new QueryClient();
  const filter = {
    scope: "all" as const,
    skip: 0,
    limit: jobPageSize,
    ...(status ? { status: [status] } : {}),
  };
  client.setQueryData(jobKeys.everyones(status), await listJobs(db, filter));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <JobList status={status} />
    </HydrationBoundary>
  );
}
