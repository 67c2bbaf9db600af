import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { z } from "zod";
import { WordStudio, WordStudioSkeleton } from "@/components/translations/word-studio";
import { draftKeys } from "@/lib/drafts/queries";
import { getDraft, listAssets } from "@/lib/drafts/store";
import { AppError } from "@/lib/errors";
import { createServerClient } from "@/lib/supabase/server";
import { requireUser } from "@/lib/supabase/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("words"))("title") };
}

export default function WordsPage({ params }: PageProps<"/drafts/[draftId]/words">) {
  return (
    <Suspense fallback={<WordStudioSkeleton />}>
      <Words params={params} />
    </Suspense>
  );
}

async function Words({ params }: Pick<PageProps<"/drafts/[draftId]/words">, "params">) {
  const { draftId } = await params;
  if (!z.uuid().safeParse(draftId).success) notFound();
  await requireUser(`/drafts/${draftId}/words`);
  const { draft, assets } = await readDraft(draftId);
  const client = new QueryClient();
  client.setQueryData(draftKeys.detail(draftId), draft);
  client.setQueryData(draftKeys.assets(draftId), { items: assets, total: assets.length });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <WordStudio draftId={draftId} />
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
