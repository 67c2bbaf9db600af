import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { AcceptInvitation } from "@/components/members/accept-invitation";
import { buttonVariants } from "@/components/ui/button-variants";
import { findInvitation } from "@/lib/members/store";
import { createServerClient } from "@/lib/supabase/server";
import { getUser } from "@/lib/supabase/session";

/** What it is about, and whether the reader is signed in, come with the request. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitation"))("title"), robots: { index: false } };
}

export default async function InvitationPage({ params }: PageProps<"/invitations/[token]">) {
  const [{ token }, db, user, t, locale] = await Promise.all([
    params,
    createServerClient(),
    getUser(),
    getTranslations("invitation"),
    getLocale(),
  ]);
  const invitation = await findInvitation(db, token);
  if (!invitation)
    return (
      <AuthCard title={t("over")} text={t("overText")}>
        <Link href="/drafts" className={buttonVariants({ variant: "secondary", size: "lg" })}>
          {t("home")}
        </Link>
      </AuthCard>
    );
  const { invited_by: name, names, role } = invitation;
  const next = `/invitations/${token}`;
  return (
    <AuthCard title={t("title")} text={t("text", { name, universe: names[locale] ?? invitation.name })}>
      <p className="text-ink-soft">{t(role)}</p>
      {user && invitation.is_for_me ? <AcceptInvitation token={token} /> : null}
      {user && !invitation.is_for_me ? (
        <p className="rounded-2xl bg-sun-wash px-4 py-3 font-semibold text-sun-ink">
          {t("notForMe", { name })}
        </p>
      ) : null}
      {user ? null : (
        <>
          <Link href={{ pathname: "/sign-in", query: { next } }} className={buttonVariants({ size: "lg" })}>
            {t("signIn")}
          </Link>
          <Link
            href={{ pathname: "/sign-up", query: { next } }}
            className={buttonVariants({ variant: "quiet" })}
          >
            {t("signUp")}
          </Link>
        </>
      )}
    </AuthCard>
  );
}
