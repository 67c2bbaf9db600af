import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { z } from "zod";
import { IdeaStudio, IdeaStudioSkeleton } from "@/components/ideas/idea-studio";
import { draftKeys } from "@/lib/drafts/queries";
import { getDraft, listAssets } from "@/lib/drafts/store";
import { AppError } from "@/lib/errors";
import { createServerClient } from "@/lib/supabase/server";
import { requireUser } from "@/lib/supabase/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ideas"))("title") };
}

export default function IdeasPage({ params }: PageProps<"/drafts/[draftId]/ideas">) {
  return (
    <Suspense fallback={<IdeaStudioSkeleton />}>
      <Ideas params={params} />
    </Suspense>
  );
}

async function Ideas({ params }: Pick<PageProps<"/drafts/[draftId]/ideas">, "params">) {
  const { draftId } = await params;
  if (!z.uuid().safeParse(draftId).success) notFound();
  await requireUser(`/drafts/${draftId}/ideas`);
  const { draft, assets } = await readDraft(draftId);
  // Once there are pictures, the cards are looked after on the page of the universe.
  if (assets.some(({ image_path, status }) => image_path !== null || status === "generating"))
    redirect(`/drafts/${draftId}`);
  const client = new QueryClient();
  client.setQueryData(draftKeys.detail(draftId), draft);
  client.setQueryData(draftKeys.assets(draftId), { items: assets, total: assets.length });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <IdeaStudio draftId={draftId} />
    </HydrationBoundary>
  );
}

async function readDraft(draftId: string) {
  const db = await createServerClient();
  try {
    const [draft, assets] = await Promise.all([getDraft(db, draftId), listAssets(db, draftId)]);
    return { draft, assets };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
