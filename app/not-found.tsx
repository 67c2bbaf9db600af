import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LostPage } from "@/components/site/lost-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lost"))("title") };
}

export default function NotFoundPage() {
  return <LostPage />;
}
