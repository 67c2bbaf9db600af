import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { findDraftPreview } from "@/lib/previews/store";
import { createServerClient } from "@/lib/supabase/server";
import { requireUser } from "@/lib/supabase/session";
import { Deck } from "../../../deck";
import { EmptyDeck } from "../../../empty-deck";

type Props = PageProps<"/drafts/[draftId]/preview">;

/** The whole page is one draft as it is at this moment. */
export const instant = false;

const readPreview = cache(async (draftId: string) => {
  if (!z.uuid().safeParse(draftId).success) notFound();
  await requireUser(`/drafts/${draftId}/preview`);
  return (await findDraftPreview(await createServerClient(), draftId)) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ draftId }, locale, t] = await Promise.all([params, getLocale(), getTranslations("preview")]);
  const universe = await readPreview(draftId);
  return { title: `${t("open")}: ${universe.names[locale] ?? universe.name}` };
}

export default async function DraftPreviewPage({ params }: Props) {
  const universe = await readPreview((await params).draftId);
  return universe.assets.length > 0 ? <Deck universe={universe} /> : <EmptyDeck />;
}
