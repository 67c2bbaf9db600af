import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { SignInForm } from "@/components/auth/sign-in-form";
import { safeNext } from "@/lib/account/redirects";
import { env } from "@/lib/env";
import { getUser } from "@/lib/supabase/session";

/** Whoever is signed in already is sent on, so the page waits for the session. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn.title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const [search, t] = await Promise.all([searchParams, getTranslations("auth")]);
  const next = safeNext(search.next);
  if (await getUser()) redirect(next as Route);
  return (
    <AuthCard title={t("signIn.title")} text={t("signIn.text")}>
      <SignInForm next={next} hasDemo={env().isDemo} isLinkBroken={search.problem === "link"} />
      <p className="text-center">
        {t("signIn.new")}{" "}
        <Link
          href={{ pathname: "/sign-up", query: { next } }}
          className="inline-flex min-h-11 items-center rounded font-bold text-berry underline underline-offset-4"
        >
          {t("signIn.signUp")}
        </Link>
      </p>
    </AuthCard>
  );
}
