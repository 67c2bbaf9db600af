import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { findPreview } from "@/lib/previews/store";
import { createPublicClient, createServiceClient } from "@/lib/supabase/server";
import { Deck } from "../../deck";
import { EmptyDeck } from "../../empty-deck";

type Props = PageProps<"/preview/[token]">;

/** The whole page is one draft as it is at this moment. */
export const instant = false;

const readPreview = cache(async (token: string) =>
  findPreview(createPublicClient(), createServiceClient(), token),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ token }, locale] = await Promise.all([params, getLocale()]);
  const universe = await readPreview(token);
  if (!universe) notFound();
  return { title: universe.names[locale] ?? universe.name, robots: { index: false, follow: false } };
}

export default async function PreviewPage({ params }: Props) {
  const universe = await readPreview((await params).token);
  if (!universe) notFound();
  return universe.assets.length > 0 ? <Deck universe={universe} /> : <EmptyDeck />;
}
