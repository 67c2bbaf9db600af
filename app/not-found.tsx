import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { LostPage } from "@/components/site/lost-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lost"))("title") };
}

/** In a frame of another website nothing leads out of it; `proxy.ts` knows where that is. */
export default async function NotFoundPage() {
  return <LostPage isFramed={(await headers()).has("x-framed")} />;
}
