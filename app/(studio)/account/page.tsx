import { Bell, CircleUser, Coins, Flag, KeyRound, Mail, MonitorSmartphone, Palette } from "lucide-react";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { EmailForm } from "@/components/account/email-form";
import { LookChoice } from "@/components/account/look-choice";
import { NoticeChoice } from "@/components/account/notice-choice";
import { PasswordForm } from "@/components/account/password-form";
import { ProfileForm } from "@/components/account/profile-form";
import { Section } from "@/components/account/section";
import { SessionList } from "@/components/account/session-list";
import { Usage } from "@/components/account/usage";
import { buttonVariants } from "@/components/ui/button-variants";
import { Skeleton } from "@/components/ui/skeleton";
import { storedTheme, themeCookie } from "@/lib/account/preferences";
import { requireUser } from "@/lib/supabase/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accountPage"))("title") };
}

export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const t = await getTranslations("accountPage");
  return (
    <>
      <h1 className="mb-6 text-3xl sm:text-4xl">{t("title")}</h1>
      <Suspense fallback={<AccountSkeleton />}>
        <MyAccount searchParams={searchParams} />
      </Suspense>
    </>
  );
}

const columns = "grid items-start gap-4 sm:gap-6 lg:grid-cols-2";

async function MyAccount({ searchParams }: Pick<PageProps<"/account">, "searchParams">) {
  const [user, jar, search, t, tReports] = await Promise.all([
    requireUser("/account"),
    cookies(),
    searchParams,
    getTranslations("accountPage"),
    getTranslations("myReports"),
  ]);
  const theme = storedTheme(jar.get(themeCookie)?.value);
  return (
    <div className={columns}>
      <div className="grid gap-4 sm:gap-6">
        <Section id="profile" icon={<CircleUser aria-hidden="true" />} title={t("profile.title")}>
          <ProfileForm key={user.name} name={user.name} />
        </Section>
        <Section id="look" icon={<Palette aria-hidden="true" />} title={t("look")}>
          <LookChoice userId={user.id} theme={theme} />
        </Section>
        <Section
          id="notices"
          icon={<Bell aria-hidden="true" />}
          title={t("notices.title")}
          text={t("notices.text")}
        >
          <NoticeChoice />
        </Section>
        <Section id="usage" icon={<Coins aria-hidden="true" />} title={t("usage.title")}>
          <Usage />
        </Section>
      </div>
      <div className="grid gap-4 sm:gap-6">
        <Section
          id="sessions"
          icon={<MonitorSmartphone aria-hidden="true" />}
          title={t("sessions.title")}
          text={t("sessions.text")}
        >
          <SessionList />
        </Section>
        <Section
          id="password"
          icon={<KeyRound aria-hidden="true" />}
          title={t("password.title")}
          text={t("password.text")}
        >
          <PasswordForm email={user.email} />
        </Section>
        <Section
          id="email"
          icon={<Mail aria-hidden="true" />}
          title={t("email.title")}
          text={t("email.text")}
        >
          <EmailForm key={user.email} email={user.email} isLinkBroken={search.problem === "link"} />
        </Section>
        <Section
          id="reports"
          icon={<Flag aria-hidden="true" />}
          title={tReports("title")}
          text={tReports("account")}
        >
          <Link
            href="/account/reports"
            className={buttonVariants({ variant: "secondary", className: "self-start" })}
          >
            {tReports("open")}
          </Link>
        </Section>
      </div>
    </div>
  );
}

function AccountSkeleton() {
  return (
    <div className={columns}>
      <div className="grid gap-4 sm:gap-6">
        <Skeleton className="h-52 rounded-card" />
        <Skeleton className="h-64 rounded-card" />
        <Skeleton className="h-96 rounded-card" />
      </div>
      <div className="grid gap-4 sm:gap-6">
        <Skeleton className="h-64 rounded-card" />
        <Skeleton className="h-96 rounded-card" />
      </div>
    </div>
  );
}
