import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewDraftForm } from "@/components/drafts/new-draft-form";
import { requireUser } from "@/lib/supabase/session";

/** Only for people who are signed in, so the page waits for the session. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newDraft"))("title") };
}

export default async function NewDraftPage() {
  const [t] = await Promise.all([getTranslations("newDraft"), requireUser("/drafts/new")]);
  return (
    <div className="mx-auto max-w-5xl">
      <h1 className="mb-6 text-3xl sm:text-4xl">{t("title")}</h1>
      <NewDraftForm />
    </div>
  );
}
