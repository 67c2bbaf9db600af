import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { z } from "zod";
import { ReleaseStudio, ReleaseStudioSkeleton } from "@/components/releases/release-studio";
import { draftKeys } from "@/lib/drafts/queries";
import { getDraft } from "@/lib/drafts/store";
import { AppError } from "@/lib/errors";
import { releaseListQuery, releaseStep } from "@/lib/releases/queries";
import { listReleases } from "@/lib/releases/store";
import { createServerClient } from "@/lib/supabase/server";
import { requireUser } from "@/lib/supabase/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("releases"))("title") };
}

export default function ReleasesPage({ params }: PageProps<"/drafts/[draftId]/releases">) {
  return (
    <Suspense fallback={<ReleaseStudioSkeleton />}>
      <Releases params={params} />
    </Suspense>
  );
}

async function Releases({ params }: Pick<PageProps<"/drafts/[draftId]/releases">, "params">) {
  const { draftId } = await params;
  if (!z.uuid().safeParse(draftId).success) notFound();
  await requireUser(`/drafts/${draftId}/releases`);
  const { draft, releases } = await readReleases(draftId);
  const client = new QueryClient();
  client.setQueryData(draftKeys.detail(draftId), draft);
  client.setQueryData(releaseListQuery(draftId, draft.release).queryKey, releases);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ReleaseStudio draftId={draftId} />
    </HydrationBoundary>
  );
}

async function readReleases(draftId: string) {
  const db = await createServerClient();
  try {
    const [draft, releases] = await Promise.all([
      getDraft(db, draftId),
      listReleases(db, draftId, { skip: 0, limit: releaseStep }),
    ]);
    return { draft, releases };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
