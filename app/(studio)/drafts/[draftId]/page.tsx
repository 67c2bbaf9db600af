import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache, Suspense } from "react";
import { z } from "zod";
import { DraftStudio, DraftStudioSkeleton } from "@/components/drafts/draft-studio";
import { draftKeys } from "@/lib/drafts/queries";
import { getDraft, listAssets } from "@/lib/drafts/store";
import { AppError } from "@/lib/errors";
import { createServerClient } from "@/lib/supabase/server";
import { requireUser } from "@/lib/supabase/session";

const readDraft = cache(async (draftId: string) => {
  if (!z.uuid().safeParse(draftId).success) notFound();
  const { id: userId } = await requireUser(`/drafts/${draftId}`);
  const db = await createServerClient();
  try {
    const [draft, assets] = await Promise.all([getDraft(db, draftId), listAssets(db, draftId)]);
    return { draft, assets, userId };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps<"/drafts/[draftId]">): Promise<Metadata> {
  const [{ draftId }, locale] = await Promise.all([params, getLocale()]);
  const { draft } = await readDraft(draftId);
  return { title: draft.names[locale] ?? draft.name };
}

export default function DraftPage({ params }: PageProps<"/drafts/[draftId]">) {
  return (
    <Suspense fallback={<DraftStudioSkeleton />}>
      <OneDraft params={params} />
    </Suspense>
  );
}

async function OneDraft({ params }: Pick<PageProps<"/drafts/[draftId]">, "params">) {
  const { draftId } = await params;
  const { draft, assets, userId } = await readDraft(draftId);
  const client = new QueryClient();
  client.setQueryData(draftKeys.detail(draftId), draft);
  client.setQueryData(draftKeys.assets(draftId), { items: assets, total: assets.length });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <DraftStudio draftId={draftId} userId={userId} />
    </HydrationBoundary>
  );
}
