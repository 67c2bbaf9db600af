import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { ForgotForm } from "@/components/auth/forgot-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("forgot.title") };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations("auth");
  return (
    <AuthCard title={t("forgot.title")} text={t("forgot.text")}>
      <ForgotForm />
      <Link
        href="/sign-in"
        className="inline-flex min-h-11 items-center self-center rounded-full px-3 font-bold text-sea-ink underline underline-offset-4"
      >
        {t("forgot.back")}
      </Link>
    </AuthCard>
  );
}
