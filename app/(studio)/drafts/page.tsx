import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { DraftList } from "@/components/draft-list/draft-list";
import { DraftListSkeleton } from "@/components/draft-list/tile-grid";
import { InvitationNotices } from "@/components/members/invitation-notice";
import { draftListKey, draftPageSize } from "@/lib/draft-list/queries";
import { listDrafts } from "@/lib/draft-list/store";
import { readDraftView } from "@/lib/draft-list/view";
import { invitationListQuery } from "@/lib/members/queries";
import { listInvitations } from "@/lib/members/store";
import { createServerClient } from "@/lib/supabase/server";
import { requireUser } from "@/lib/supabase/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("drafts"))("title") };
}

type PageParts = Pick<PageProps<"/drafts">, "searchParams">;

export default async function DraftsPage({ searchParams }: PageProps<"/drafts">) {
  const t = await getTranslations("drafts");
  return (
    <>
      <h1 className="mb-3 text-3xl sm:text-4xl">{t("title")}</h1>
      <Suspense>
        <MyInvitations />
      </Suspense>
      <Suspense fallback={<DraftListSkeleton />}>
        <MyDrafts searchParams={searchParams} />
      </Suspense>
    </>
  );
}

/** Beside the list and not before it: who is signed out is asked to sign in, and asks for nothing. */
async function MyInvitations() {
  const [user, db] = await Promise.all([requireUser("/drafts"), createServerClient()]);
  const client = new QueryClient();
  const items = await listInvitations(db);
  client.setQueryData(invitationListQuery().queryKey, { items, total: items.length });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <InvitationNotices userId={user.id} />
    </HydrationBoundary>
  );
}

async function MyDrafts({ searchParams }: PageParts) {
  const [user, db, language, search] = await Promise.all([
    requireUser("/drafts"),
    createServerClient(),
    getLocale(),
    searchParams,
  ]);
  const view = readDraftView(readSearch(search));
  const client = new QueryClient();
  const drafts = await listDrafts(db, { ...view, language, limit: draftPageSize });
  client.setQueryData(draftListKey(view, language), drafts);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <DraftList userId={user.id} />
    </HydrationBoundary>
  );
}

/** The query of the address; a key that comes more than once stays a list. */
function readSearch(search: Record<string, string | string[] | undefined>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(search).flatMap(([key, value]) => [value ?? []].flat().map((text) => [key, text])),
  );
}
