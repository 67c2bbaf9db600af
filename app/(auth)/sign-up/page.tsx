import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { safeNext } from "@/lib/account/redirects";
import { getUser } from "@/lib/supabase/session";

/** Whoever is signed in already is sent on, so the page waits for the session. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signUp.title") };
}

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const [search, t] = await Promise.all([searchParams, getTranslations("auth")]);
  const next = safeNext(search.next);
  if (await getUser()) redirect(next as Route);
  return (
    <AuthCard title={t("signUp.title")} text={t("signUp.text")}>
      <SignUpForm next={next} />
      <p className="text-center">
        {t("signUp.known")}{" "}
        <Link
          href={{ pathname: "/sign-in", query: { next } }}
          className="inline-flex min-h-11 items-center rounded font-bold text-berry underline underline-offset-4"
        >
          {t("signUp.signIn")}
        </Link>
      </p>
    </AuthCard>
  );
}
