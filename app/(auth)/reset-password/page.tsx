import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { ResetForm } from "@/components/auth/reset-form";
import { getUser } from "@/lib/supabase/session";

/** Only for whoever the link has signed in, so the page waits for the session. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("reset.title") };
}

/** The link in the letter has signed its reader in, so that the password can be changed. */
export default async function ResetPasswordPage() {
  const [user, t] = await Promise.all([getUser(), getTranslations("auth")]);
  if (!user) redirect("/sign-in?problem=link");
  return (
    <AuthCard title={t("reset.title")} text={t("reset.text", { email: user.email })}>
      <ResetForm />
    </AuthCard>
  );
}
