import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { DraftList, DraftListSkeleton } from "@/components/drafts/draft-list";
import { listDrafts } from "@/lib/draft-list/store";
import { draftKeys } from "@/lib/drafts/queries";
import { createServerClient } from "@/lib/supabase/server";
import { requireUser } from "@/lib/supabase/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("drafts"))("title") };
}

export default async function DraftsPage() {
  const t = await getTranslations("drafts");
  return (
    <>
      <h1 className="mb-2 text-3xl sm:text-4xl">{t("title")}</h1>
      <Suspense fallback={<DraftListSkeleton />}>
        <MyDrafts />
      </Suspense>
    </>
  );
}

async function MyDrafts() {
  const [user, db] = await Promise.all([requireUser("/drafts"), createServerClient()]);
  const client = new QueryClient();
  client.setQueryData(draftKeys.list, await listDrafts(db, { limit: 100 }));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <DraftList userId={user.id} />
    </HydrationBoundary>
  );
}
