import { cookies } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Hills } from "@/components/brand/hills";
import { Logo } from "@/components/brand/logo";
import { AccountMenu } from "@/components/site/account-menu";
import { storedTheme, themeCookie } from "@/lib/account/preferences";
import { Providers } from "../providers";

/** What the page stands on comes with the request. */
export const instant = false;

export default async function AuthLayout({ children }: LayoutProps<"/">) {
  const t = await getTranslations("site");
  const theme = storedTheme((await cookies()).get(themeCookie)?.value);
  return (
    <Providers words="auth">
      <div className="relative flex min-h-dvh flex-col overflow-hidden">
        <header className="flex items-center justify-between p-4 sm:px-8 sm:py-6">
          <Link href="/" aria-label={t("home")} className="rounded-full p-1">
            <Logo />
          </Link>
          <AccountMenu visitor={null} theme={theme} />
        </header>
        <main
          id="main"
          className="z-10 mx-auto flex w-full max-w-md flex-1 flex-col px-4 pt-4 pb-24 sm:pt-10"
        >
          {children}
        </main>
        <Hills className="absolute inset-x-0 bottom-0" />
      </div>
    </Providers>
  );
}
